import { helpCards } from './view-model';
import type { HelpCard } from './view-model';
import { refusalOf } from '../refusal';
import { askForHelp, helpRequestsCopy } from '../../copy/help';
import { confirmByTouch, dial } from '../../services/device';
import { openPage, scrollToTop } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { help } from '../../stores/help';
import { session } from '../../stores/session';

interface CardEvent {
  currentTarget: { dataset: { id: string } };
}

/** Until the store is bound; a list in a template needs one from the start. */
const atFirst: { cards: HelpCard[] } = { cards: [] };

Component({
  behaviors: [
    bindStore(help, {
      known: (store) => store.requests !== undefined,
      cards: (store) => helpCards(store.requests),
      unknown: (store) => refusalOf(store.loading.trouble),
      busy: (store) => store.withdrawing.busy,
      refusal: (store) => refusalOf(store.withdrawing.trouble),
    }),
  ],
  data: { copy: helpRequestsCopy, callText: askForHelp.call, ...atFirst, withdrawing: '' },
  pageLifetimes: {
    show() {
      void this.onAgain();
    },
  },
  methods: {
    onUnload: () => help.withdrawing.forget(),
    async onAgain() {
      if (session.me === undefined) await session.refresh();
      await help.load();
    },
    onAsk: () => openPage('ask-for-help'),
    onCall(event: CardEvent) {
      const card = this.data.cards.find(({ id }) => id === event.currentTarget.dataset.id);
      if (card) void dial(card.phone);
    },
    onWithdraw(event: CardEvent) {
      help.withdrawing.forget();
      this.setData({ withdrawing: event.currentTarget.dataset.id });
      scrollToTop();
    },
    onKeep() {
      this.setData({ withdrawing: '' });
    },
    async onWithdrawForGood() {
      if (!(await help.withdraw(this.data.withdrawing))) return;
      confirmByTouch();
      this.setData({ withdrawing: '' });
      scrollToTop();
    },
  },
});
