import { cardOf } from './view-model';
import { refusalOf } from '../refusal';
import { inviteCopy } from '../../copy/invite';
import { openPage, returnTo } from '../../services/navigation';
import type { InvitationKind, Relation } from '../../shared/contract/family';
import { invitationKinds } from '../../shared/contract/family';
import { bindStore } from '../../stores/bind-store';
import { invitation, inviteJourney } from '../../stores/invitation';
import type { InviteStep } from '../../stores/invitation';

interface KindEvent {
  currentTarget: { dataset: { kind: InvitationKind } };
}

interface RelationEvent {
  detail: { relation: Relation };
}

/** Who asks for help is not asked for the relation: the one who accepts says it. Until then it stands as this. */
const SAID_BY_THE_OTHER: Relation = 'other-relative';

/** No step until the page knows which. */
const atFirst: { step: InviteStep | '' } = { step: '' };

Component({
  behaviors: [
    bindStore(invitation, {
      kind: (store) => store.made?.kind ?? 'help-me',
      busy: (store) => store.making.busy,
      refusal: (store) => refusalOf(store.making.trouble),
    }),
  ],
  data: {
    copy: inviteCopy,
    kinds: invitationKinds.map((kind) => ({ id: kind, ...inviteCopy.kinds[kind] })),
    ...atFirst,
    shared: false,
  },
  methods: {
    onLoad({ step }: { step?: string }) {
      this.setData({ step: inviteJourney.visit(step) });
    },
    onUnload() {
      if (this.data.step === 'kind') invitation.clear();
      invitation.making.forget();
    },
    async onKind(event: KindEvent) {
      const { kind } = event.currentTarget.dataset;
      invitation.choose(kind);
      if (kind === 'help-you') void openPage('invite', { step: inviteJourney.next('kind') });
      else await this.make('help-me', SAID_BY_THE_OTHER);
    },
    onRelation(event: RelationEvent) {
      return this.make('help-you', event.detail.relation);
    },
    async make(kind: InvitationKind, relation: Relation) {
      if (await invitation.make(kind, relation)) void openPage('invite', { step: inviteJourney.next('relation') });
    },
    /** WeChat tells nobody whether the card was really sent. */
    onShareAppMessage() {
      if (this.data.step === 'share') this.setData({ shared: true });
      return cardOf(invitation.made);
    },
    onList: () => returnTo('contacts'),
  },
});
