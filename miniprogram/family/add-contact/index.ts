import { refusalOf } from '../refusal';
import { personErrors } from '../../components/person-errors';
import { spacedIdNumber } from '../../components/spaced-digits';
import { addContact } from '../../copy/contacts';
import { register } from '../../copy/register';
import { confirmByTouch } from '../../services/device';
import { openPage, replacePage, returnTo } from '../../services/navigation';
import type { Relation } from '../../shared/contract/family';
import { chinaDay } from '../../shared/china-time';
import { bindStore } from '../../stores/bind-store';
import { candidate } from '../../stores/candidate';
import { contacts } from '../../stores/contacts';
import type { ContactsStore } from '../../stores/contacts';
import { newContact, newContactJourney } from '../../stores/new-contact';
import type { ContactQuestion } from '../../stores/new-contact';

interface InputEvent {
  detail: { value: string };
}

interface RelationEvent {
  detail: { relation: Relation };
}

/** The name as it should be written; empty where nothing is wrong with it (rule A6). */
const simplifiedOf = ({ adding: { trouble } }: ContactsStore): string =>
  trouble?.code === 'TRADITIONAL_NAME' ? trouble.detail.simplified : '';

/** No step until the page knows which. */
const atFirst: { step: ContactQuestion | 'done' | '' } = { step: '' };

Component({
  behaviors: [
    bindStore(newContact, {
      name: (store) => store.name,
      idNumber: (store) => store.idNumber,
      idNumberBack: (store) => spacedIdNumber(store.idNumber.trim()),
      doneHeading: (store) => addContact.done.heading(store.added?.name ?? ''),
    }),
    bindStore(contacts, {
      busy: (store) => store.adding.busy,
      refusal: (store) => refusalOf(store.adding.trouble),
      rename: (store) => register.simplified(simplifiedOf(store)),
    }),
  ],
  data: { copy: addContact, asOnCard: register.asOnCard, ...atFirst, progress: '', errors: { name: '', idNumber: '' } },
  methods: {
    onLoad({ step }: { step?: string }) {
      const known = step === 'done' ? step : newContactJourney.visit(step);
      this.setData({ step: known, progress: newContactJourney.progress(known) });
    },
    /** Leaving by the first question ends the task, and what was typed goes with it. */
    onUnload() {
      if (this.data.step === 'relation') newContact.clear();
    },
    onRelation(event: RelationEvent) {
      newContact.choose(event.detail.relation);
      contacts.forgetTroubles();
      void openPage('add-contact', { step: newContactJourney.next('relation') });
    },
    onName(event: InputEvent) {
      newContact.setPerson(event.detail.value, newContact.idNumber);
      // What was offered was offered for another name.
      contacts.forgetTroubles();
      this.setData({ 'errors.name': '' });
    },
    onIdNumber(event: InputEvent) {
      newContact.setPerson(newContact.name, event.detail.value);
      this.setData({ 'errors.idNumber': '' });
    },
    async onSubmit() {
      const errors = personErrors(newContact.name, newContact.idNumber, chinaDay(new Date()));
      this.setData({ errors });
      if (errors.name !== '' || errors.idNumber !== '' || !(await newContact.submit())) return;
      confirmByTouch();
      void replacePage('add-contact', { step: 'done' });
    },
    async onRename() {
      newContact.setPerson(simplifiedOf(contacts), newContact.idNumber);
      await this.onSubmit();
    },
    async onKeepName() {
      newContact.keepName();
      await this.onSubmit();
    },
    onCertify() {
      const { added } = newContact;
      if (!added) return;
      candidate.choose({ contactId: added.id });
      void replacePage('certify');
    },
    onList: () => returnTo('contacts'),
  },
});
