import type { Contact, Relation } from '../../../../miniprogram/shared/contract/family';
import { MOST_CONTACTS } from '../../../../miniprogram/shared/contract/family';
import { maskIdNumber } from '../../../../miniprogram/shared/masking';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../documents/account';
import type { SavedContact } from '../documents/family';
import type { KeptPerson } from '../roster/follow';

type Person = KeptPerson;
type Consent = NonNullable<SavedContact['consent']>;

const contactsOf = ({ contacts }: Account): readonly SavedContact[] => contacts ?? [];

/** A contact, as the holder of the account sees it. */
export const contactView = ({ id, name, idNumber, relation, consent }: SavedContact): Contact => ({
  id,
  name,
  idNumber: maskIdNumber(idNumber),
  relation,
  consented: consent !== undefined,
});

/**
 * The account with one more contact. People are told apart by their number alone: the same one under another name is
 * the same contact.
 * @rule D9
 */
export function withContact(
  account: Account,
  contact: SavedContact,
): Result<Account, 'CONTACT_EXISTS' | 'CONTACT_IS_SELF' | 'TOO_MANY_CONTACTS'> {
  const contacts = contactsOf(account);
  if (contact.idNumber === account.idNumber) return refuse('CONTACT_IS_SELF');
  if (contacts.some(({ idNumber }) => idNumber === contact.idNumber)) return refuse('CONTACT_EXISTS');
  if (contacts.length >= MOST_CONTACTS) return refuse('TOO_MANY_CONTACTS');
  return accept({ ...account, contacts: [...contacts, contact] });
}

/**
 * The account without a contact. Their consent goes with them: saved again, they are asked again.
 * @rule D9
 */
export function withoutContact(account: Account, contactId: string): Result<Account, 'CONTACT_NOT_FOUND'> {
  const contacts = contactsOf(account);
  const others = contacts.filter(({ id }) => id !== contactId);
  return others.length < contacts.length ? accept({ ...account, contacts: others }) : refuse('CONTACT_NOT_FOUND');
}

/** Whether somebody is a contact of the account and has agreed to be (rule D9). */
export const isConsentingContact = (account: Account, idNumber: string): boolean =>
  contactsOf(account).some((contact) => contact.idNumber === idNumber && contact.consent !== undefined);

/**
 * The account after a person has agreed to be a contact of it. One that is saved already keeps its id, its relation and
 * an earlier consent; its name becomes the verified one.
 * @param id for a contact that is new
 * @param relation for a contact that is new
 * @rule D9
 * @rule D10
 */
export function withConsentOf(
  account: Account,
  person: Person,
  { id, relation, consent }: { readonly id: string; readonly relation: Relation; readonly consent: Consent },
): Result<Account, 'CONTACT_IS_SELF' | 'TOO_MANY_CONTACTS'> {
  const added = withContact(account, { id, ...person, relation, consent });
  if (added.ok || added.code !== 'CONTACT_EXISTS') return added;
  const contacts = contactsOf(account).map((contact) =>
    contact.idNumber === person.idNumber ? { ...contact, ...person, consent: contact.consent ?? consent } : contact,
  );
  return accept({ ...account, contacts });
}
