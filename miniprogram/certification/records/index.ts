import { choicesOf, wayOutFor, yearsOf } from './view-model';
import type { Choice, RecordYear } from './view-model';
import { describe } from '../../copy/errors';
import { recordsCopy } from '../../copy/records';
import { wayOutWords } from '../../copy/way-out';
import { openPage } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { contacts } from '../../stores/contacts';
import { records } from '../../stores/records';
import { session } from '../../stores/session';
import { openWayOut } from '../../stores/way-out';
import { isSteadyTap } from '../../components/steady-tap';

interface ChoiceEvent {
  currentTarget: { dataset: { id: string } };
}

interface LineEvent {
  currentTarget: { dataset: { number: string } };
}

/** Until the stores are bound; a list in a template needs one from the start. */
const atFirst: { years: RecordYear[]; choices: Choice[] } = { years: [], choices: [] };

Component({
  behaviors: [
    bindStore(records, {
      chosen: (store) => store.contactId ?? '',
      known: (store) => store.items !== undefined,
      empty: (store) => store.items?.length === 0,
      years: (store) => yearsOf(store.items),
      more: (store) => store.next !== undefined,
      busy: (store) => store.loading.busy,
      refusal: (store) => store.loading.trouble && describe(store.loading.trouble),
      way: (store) => wayOutFor(store.loading.trouble),
    }),
    bindStore(session, { signedIn: (store) => store.signedIn }),
    bindStore(contacts, { choices: (store) => choicesOf(store.contacts) }),
  ],
  data: { copy: recordsCopy, ways: wayOutWords, ...atFirst },
  observers: {
    /** Whose relatives they are has to be known first. */
    signedIn(signedIn: boolean) {
      if (signedIn && !contacts.contacts) void contacts.load();
    },
  },
  methods: {
    onLoad({ contact }: { contact?: string }) {
      if (session.me === undefined) void session.refresh();
      void records.open(contact);
    },
    onUnload: () => records.clear(),
    onChoice(event: ChoiceEvent) {
      const { id } = event.currentTarget.dataset;
      if (id !== this.data.chosen) void records.open(id === '' ? undefined : id);
    },
    onMore: () => records.more(),
    onWay() {
      const { way } = this.data;
      if (way === 'again') void records.more();
      else void openWayOut(way, { page: 'records' });
    },
    onLine(event: LineEvent) {
      if (isSteadyTap(this)) void openPage('receipt', { number: event.currentTarget.dataset.number });
    },
    onCertify: () => openPage('certify', { for: 'self' }),
    onContacts: () => openPage('contacts'),
  },
});
