import { acceptingRefusal, invitationView } from './view-model';
import { refusalOf } from '../refusal';
import { controls } from '../../copy/controls';
import { invitationCopy } from '../../copy/invite';
import { confirmByTouch } from '../../services/device';
import { openPage, openTab, restartAt, scrollToTop } from '../../services/navigation';
import type { Relation } from '../../shared/contract/family';
import { bindStore } from '../../stores/bind-store';
import { invitation } from '../../stores/invitation';
import { afterSignIn } from '../../stores/after-sign-in';
import { session } from '../../stores/session';

interface RelationEvent {
  detail: { relation: Relation };
}

/** Opened from a card in a chat, often as the first page of all. */
Component({
  behaviors: [
    bindStore(session, {
      signedIn: (store) => store.signedIn,
      known: (store) => store.me !== undefined,
      unknown: (store) => refusalOf(store.asking.trouble),
    }),
    bindStore(invitation, {
      view: (store) => invitationView(store),
      busy: (store) => store.accepting.busy,
      notOpened: (store) => refusalOf(store.opening.trouble),
      refusal: (store) => acceptingRefusal(store.accepting.trouble),
      accepted: (store) => store.accepted !== undefined,
    }),
  ],
  data: { copy: invitationCopy, controls, code: '', query: {}, asksRelation: false },
  methods: {
    async onLoad({ code }: { code?: string }) {
      invitation.clear();
      this.setData({ code: code ?? '', query: { code: code ?? '' } });
      await this.onAgain();
    },
    onUnload: () => invitation.clear(),
    async onAgain() {
      if (session.me === undefined) await session.refresh();
      if (session.signedIn && this.data.code !== '') await invitation.open(this.data.code);
    },
    onSignIn() {
      afterSignIn.remember('invitation', { code: this.data.code });
      void openPage('sign-in');
    },
    onRegister() {
      afterSignIn.remember('invitation', { code: this.data.code });
      void openPage('register', { step: 'phone' });
    },
    async onAccept() {
      if (invitation.opened?.kind !== 'help-me') return this.accept();
      this.setData({ asksRelation: true });
      scrollToTop();
    },
    onRelation(event: RelationEvent) {
      return this.accept(event.detail.relation);
    },
    async accept(relation?: Relation) {
      const accepted = await invitation.accept(this.data.code, relation);
      this.setData({ asksRelation: false });
      scrollToTop();
      if (accepted) confirmByTouch();
    },
    onDone() {
      if (invitation.accepted?.kind === 'help-me') void restartAt('contacts');
      else void openTab('home');
    },
    onHome: () => openTab('home'),
  },
});
