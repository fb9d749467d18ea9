import { makeAutoObservable } from 'mobx-miniprogram';
import { contacts } from './contacts';
import { Journey } from './journey';
import type { Contact, Relation } from '../shared/contract/family';

export const contactQuestions = ['relation', 'person'] as const;

export type ContactQuestion = (typeof contactQuestions)[number];

/** Who is to become a contact, kept while the person walks through the questions, whatever goes wrong on the way. */
export class NewContactStore {
  relation: Relation | undefined = undefined;
  name = '';
  idNumber = '';
  /** The person says that the identity card shows this very name (rule A6). */
  asOnCard = false;
  added: Contact | undefined = undefined;

  constructor() {
    makeAutoObservable(this);
  }

  choose(relation: Relation) {
    this.relation = relation;
  }

  keepName() {
    this.asOnCard = true;
  }

  setPerson(name: string, idNumber: string) {
    if (name !== this.name) this.asOnCard = false;
    this.name = name;
    this.idNumber = idNumber;
  }

  /** @returns whether they are a contact now (else see `contacts.adding.trouble`) */
  async submit(): Promise<boolean> {
    const { relation, name, idNumber, asOnCard } = this;
    if (relation === undefined) return false;
    const added = await contacts.add({ name, idNumber, ...(asOnCard && { asOnCard }), relation });
    if (added) this.keep(added);
    return added !== undefined;
  }

  clear() {
    this.relation = undefined;
    this.setPerson('', '');
    this.added = undefined;
    contacts.forgetTroubles();
  }

  private keep(added: Contact) {
    this.clear();
    this.added = added;
  }
}

export const newContact = new NewContactStore();

const answered = {
  relation: () => newContact.relation !== undefined,
  person: () => false,
} satisfies Record<ContactQuestion, () => boolean>;

export const newContactJourney = new Journey(contactQuestions, (question) => answered[question]());
