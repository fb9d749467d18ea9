import { contactCards } from './view-model';
import type { ContactCard } from './view-model';
import { refusalOf } from '../refusal';
import { contactsCopy } from '../../copy/contacts';
import { confirmByTouch } from '../../services/device';
import { openPage, scrollToTop } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { candidate } from '../../stores/candidate';
import { contacts } from '../../stores/contacts';
import { session } from '../../stores/session';

interface CardEvent {
  currentTarget: { dataset: { id: string } };
}

/** Until the store is bound; a list in a template needs one from the start. */
const atFirst: { cards: ContactCard[] } = { cards: [] };

Component({
  behaviors: [
    bindStore(contacts, {
      known: (store) => store.contacts !== undefined,
      cards: (store) => contactCards(store.contacts),
      full: (store) => store.full,
      unknown: (store) => refusalOf(store.loading.trouble),
      busy: (store) => store.removing.busy,
      refusal: (store) => refusalOf(store.removing.trouble),
    }),
  ],
  data: { copy: contactsCopy, ...atFirst, removing: '', question: '', removed: '' },
  pageLifetimes: {
    /** Faces and invitations change the list from elsewhere. */
    show() {
      void this.onAgain();
    },
    hide() {
      this.setData({ removed: '' });
    },
  },
  methods: {
    onUnload: () => contacts.forgetTroubles(),
    async onAgain() {
      if (session.me === undefined) await session.refresh();
      await contacts.load();
    },
    onAdd: () => openPage('add-contact'),
    onInvite: () => openPage('invite'),
    onCertify(event: CardEvent) {
      candidate.choose({ contactId: event.currentTarget.dataset.id });
      void openPage('certify');
    },
    onRecords: (event: CardEvent) => openPage('records', { contact: event.currentTarget.dataset.id }),
    onRemove(event: CardEvent) {
      const { id } = event.currentTarget.dataset;
      contacts.forgetTroubles();
      this.setData({ removing: id, question: contactsCopy.question.heading(this.nameOf(id)), removed: '' });
      scrollToTop();
    },
    onKeep() {
      this.setData({ removing: '' });
    },
    async onRemoveForGood() {
      const { removing } = this.data;
      const name = this.nameOf(removing);
      if (!(await contacts.remove(removing))) return;
      confirmByTouch();
      this.setData({ removing: '', removed: contactsCopy.removed(name) });
      scrollToTop();
    },
    nameOf: (id: string): string => contacts.byId(id)?.name ?? '',
  },
});
