import { cardOf } from './view-model';
import { refusalOf } from '../refusal';
import { inviteCopy } from '../../copy/invite';
import { openPage, returnTo } from '../../services/navigation';
import type { InvitationKind, Relation } from '../../shared/contract/family';
import { invitationKinds } from '../../shared/contract/family';
import { bindStore } from '../../stores/bind-store';
import { invitation } from '../../stores/invitation';

interface KindEvent {
  currentTarget: { dataset: { kind: InvitationKind } };
}

interface RelationEvent {
  detail: { relation: Relation };
}

type Step = 'kind' | 'relation' | 'share';

/**
 * What whoever asks for help is to the other one is told by the other one, who accepts: here nobody has to answer for
 * a daughter what her mother is.
 */
const TOLD_LATER: Relation = 'other-relative';

/** No step until the page knows which. */
const atFirst: { step: Step | '' } = { step: '' };

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
      const shares = step === 'share' && invitation.made !== undefined;
      this.setData({ step: shares ? 'share' : step === 'relation' ? 'relation' : 'kind' });
    },
    onUnload() {
      if (this.data.step === 'kind') invitation.clear();
      invitation.making.forget();
    },
    async onKind(event: KindEvent) {
      const { kind } = event.currentTarget.dataset;
      invitation.making.forget();
      if (kind === 'help-you') void openPage('invite', { step: 'relation' });
      else await this.make('help-me', TOLD_LATER);
    },
    onRelation(event: RelationEvent) {
      return this.make('help-you', event.detail.relation);
    },
    async make(kind: InvitationKind, relation: Relation) {
      if (await invitation.make(kind, relation)) void openPage('invite', { step: 'share' });
    },
    /** WeChat tells nobody whether the card was really sent. */
    onShareAppMessage() {
      if (this.data.step === 'share') this.setData({ shared: true });
      return cardOf(invitation.made);
    },
    onList: () => returnTo('contacts'),
  },
});
