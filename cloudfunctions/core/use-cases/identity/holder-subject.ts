import type { PersonRef } from '../../../../miniprogram/shared/contract/person-ref';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../../domain/documents/account';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Subject } from '../steps/resolve-person';
import { resolvePerson } from '../steps/resolve-person';

type Named = { readonly name: string; readonly idNumber: string };

/**
 * Whom somebody says they are who is not verified yet, or is verified again. Name and number come with the call where
 * the account has none, and correct those it has; a verified holder stays the same person.
 * @rule B2
 */
export function holderSubject(
  hash: KeyedHash,
  account: Account,
  whom: { self: true } | Named,
  now: Date,
): Result<Subject, 'BAD_ID_NUMBER' | 'BAD_INPUT' | 'BAD_NAME'> {
  const subject = resolvePerson(hash, account, whom, now);
  if (!subject.ok) {
    return subject.code === 'BAD_ID_NUMBER' || subject.code === 'BAD_NAME'
      ? subject
      : refuse('BAD_INPUT', { field: 'whom' });
  }
  const isAnother = account.verified !== undefined && subject.data.idNumber !== account.idNumber;
  return isAnother ? refuse('BAD_INPUT', { field: 'whom' }) : accept(subject.data);
}

/**
 * Whose card an account may photograph: before the holder is verified only their own.
 * @rule B1
 * @rule B4
 */
export function cardSubject(
  hash: KeyedHash,
  account: Account,
  whom: PersonRef,
  now: Date,
): Result<Subject, 'BAD_ID_NUMBER' | 'BAD_INPUT' | 'BAD_NAME' | 'CONTACT_NOT_FOUND' | 'REAL_NAME_REQUIRED'> {
  if (account.verified) return resolvePerson(hash, account, whom, now);
  return 'contactId' in whom ? refuse('REAL_NAME_REQUIRED') : holderSubject(hash, account, whom, now);
}
