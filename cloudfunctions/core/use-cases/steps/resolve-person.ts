import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { NamedPerson, PersonRef } from '../../../../miniprogram/shared/contract/person-ref';
import { readIdNumber } from '../../../../miniprogram/shared/id-number';
import { readPersonName } from '../../../../miniprogram/shared/person-name';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../../domain/documents/account';
import type { KeptPerson } from '../../domain/roster/follow';
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
  /** Name and number have agreed with the roster before: the number alone says who it is (`KeptPerson`). */
  readonly hasAgreed: boolean;
  /** Whoever typed the name says that the identity card shows it (rule A6). */
  readonly asOnCard: boolean;
}

type Person = Pick<KeptPerson, 'name' | 'idNumber' | 'agreedOn'> & Pick<NamedPerson, 'asOnCard'>;

const methodOf = (account: Account, idNumber: string): Pick<Subject, 'method' | 'contactId'> => {
  if (idNumber === account.idNumber) return { method: 'self' };
  const contact = account.contacts?.find((saved) => saved.idNumber === idNumber);
  return contact ? { method: 'relative', contactId: contact.id } : { method: 'assisted' };
};

/**
 * A name and a number as they were typed, normalised.
 * @rule A5
 */
export const readTyped = (typed: NamedPerson, now: Date): Result<NamedPerson, 'BAD_ID_NUMBER' | 'BAD_NAME'> => {
  const idNumber = readIdNumber(typed.idNumber, chinaDay(now));
  if (!idNumber.ok) return idNumber;
  const name = readPersonName(typed.name, idNumber.data);
  if (!name.ok) return name;
  return accept({ name: name.data, idNumber: idNumber.data, asOnCard: typed.asOnCard === true });
};

function find(
  account: Account,
  whom: PersonRef,
  now: Date,
): Result<Person, 'BAD_ID_NUMBER' | 'BAD_NAME' | 'CONTACT_NOT_FOUND' | 'REAL_NAME_REQUIRED'> {
  if ('self' in whom) {
    const { name, idNumber, agreedOn } = account;
    if (name === undefined || idNumber === undefined) return refuse('REAL_NAME_REQUIRED');
    return accept({ name, idNumber, ...(agreedOn !== undefined && { agreedOn }) });
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
  const { name, idNumber, agreedOn, asOnCard = false } = found.data;
  return accept({
    name,
    idNumber,
    recipientId: hash.of('id-number', idNumber),
    isTyped: 'name' in whom,
    hasAgreed: agreedOn !== undefined,
    asOnCard,
    ...methodOf(account, idNumber),
  });
}
