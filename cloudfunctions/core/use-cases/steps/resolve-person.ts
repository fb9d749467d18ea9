import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { PersonRef } from '../../../../miniprogram/shared/contract/person-ref';
import { readIdNumber } from '../../../../miniprogram/shared/id-number';
import { readPersonName } from '../../../../miniprogram/shared/person-name';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../../domain/documents/account';
import type { KeyedHash } from '../../ports/keyed-hash';

/** Somebody that a call is about. */
export interface Subject {
  /** As typed or saved, normalised; not yet held against the roster. */
  readonly name: string;
  /** 18 characters */
  readonly idNumber: string;
  /** The id of their document in `recipients`. */
  readonly recipientId: string;
  /** How they would be certified by this account (rule D2). */
  readonly method: 'self' | 'relative' | 'assisted';
  readonly contactId?: string;
  /** Name and number came with the call, so that the look-up counts (rule C4). */
  readonly isTyped: boolean;
}

type Person = Pick<Subject, 'name' | 'idNumber'>;

const methodOf = (account: Account, idNumber: string): Pick<Subject, 'method' | 'contactId'> => {
  if (idNumber === account.idNumber) return { method: 'self' };
  const contact = account.contacts?.find((saved) => saved.idNumber === idNumber);
  return contact ? { method: 'relative', contactId: contact.id } : { method: 'assisted' };
};

/**
 * A name and a number as they were typed, normalised.
 * @rule A5
 */
export const readTyped = (typed: Person, now: Date): Result<Person, 'BAD_ID_NUMBER' | 'BAD_NAME'> => {
  const idNumber = readIdNumber(typed.idNumber, chinaDay(now));
  if (!idNumber.ok) return idNumber;
  const name = readPersonName(typed.name, idNumber.data);
  return name.ok ? accept({ name: name.data, idNumber: idNumber.data }) : name;
};

function find(
  account: Account,
  whom: PersonRef,
  now: Date,
): Result<Person, 'BAD_ID_NUMBER' | 'BAD_NAME' | 'CONTACT_NOT_FOUND' | 'REAL_NAME_REQUIRED'> {
  if ('self' in whom) {
    const { name, idNumber } = account;
    return name === undefined || idNumber === undefined ? refuse('REAL_NAME_REQUIRED') : accept({ name, idNumber });
  }
  if ('contactId' in whom) {
    const contact = account.contacts?.find(({ id }) => id === whom.contactId);
    return contact ? accept(contact) : refuse('CONTACT_NOT_FOUND');
  }
  return readTyped(whom, now);
}

/**
 * Whom a call is about: the holder, one of their contacts, or whoever was typed. One's own number typed is oneself, and a
 * contact's is that contact. No database call.
 * @rule D2
 */
export function resolvePerson(
  hash: KeyedHash,
  account: Account,
  whom: PersonRef,
  now: Date,
): Result<Subject, 'BAD_ID_NUMBER' | 'BAD_NAME' | 'CONTACT_NOT_FOUND' | 'REAL_NAME_REQUIRED'> {
  const found = find(account, whom, now);
  if (!found.ok) return found;
  const { name, idNumber } = found.data;
  return accept({
    name,
    idNumber,
    recipientId: hash.of('id-number', idNumber),
    isTyped: 'name' in whom,
    ...methodOf(account, idNumber),
  });
}
