import type { Me, SmsPurpose } from '../../../../miniprogram/shared/contract/account';
import { readPhoneNumber } from '../../../../miniprogram/shared/phone-number';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { isLoginOf, isReachedByCard, leftBehind, meOf } from '../../domain/account/account';
import type { PhoneLogin } from '../../domain/documents/account';
import { noTries } from '../../domain/account/lockout';
import type { SessionOf } from '../../domain/account/session';
import type { Collections, Database } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';
import { keepProof, provePhone, spendProof } from './prove-phone';

export interface StorePhoneDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
}

export interface NewPhone {
  readonly accountId: string;
  /** As the user typed it. */
  readonly phone: string;
  readonly smsCode: string;
  readonly purpose: Extract<SmsPurpose, 'bindCard' | 'changePhone'>;
}

/** The account signs in by the new phone from now on, with its password and its count of wrong tries. */
async function moveLogin(
  phones: Collections['phones'],
  sessions: SessionOf,
  from: { readonly id: string; readonly login: PhoneLogin } | undefined,
  toId: string,
): Promise<void> {
  await phones.put(toId, from?.login ?? { ...sessions, lockout: noTries });
  const left = from && leftBehind(from.login);
  if (left) await phones.put(from.id, left);
  else if (from) await phones.remove(from.id);
}

/**
 * Puts a proven phone on an account. An account that signs in by its phone, or has nothing else to be reached by, takes
 * the new number for sign-in, and it must be free. One that is reached by a card only keeps it as its number: it may be
 * a relative's, who has an account on it.
 * @rule A13
 * @rule A14
 */
export async function storePhone(
  { database, hash }: StorePhoneDependencies,
  { accountId, purpose, smsCode, ...typed }: NewPhone,
  { now }: Context,
): Promise<Result<{ me: Me }, 'BAD_PHONE' | 'NOT_SIGNED_IN' | 'PHONE_TAKEN' | 'SMS_CODE_EXPIRED' | 'SMS_CODE_WRONG'>> {
  const phone = readPhoneNumber(typed.phone);
  if (!phone.ok) return phone;
  const proof = await provePhone({ database, hash }, { phone: phone.data, purpose, smsCode }, now);
  if (!proof.ok) return proof;
  const newId = hash.of('phone', phone.data);
  return database.transact(async (inside) => {
    const account = (await inside.accounts.get(accountId))?.value;
    if (!account) return refuse('NOT_SIGNED_IN');
    const oldId = account.phone === undefined ? undefined : hash.of('phone', account.phone);
    const oldLogin = oldId === undefined ? undefined : (await inside.phones.get(oldId))?.value;
    const from = oldId !== undefined && isLoginOf(oldLogin, accountId) ? { id: oldId, login: oldLogin } : undefined;
    const isForSignIn = from !== undefined || !isReachedByCard(account);
    const holder = isForSignIn ? (await inside.phones.get(newId))?.value.accountId : undefined;
    if (holder !== undefined && holder !== accountId) {
      await keepProof(inside, proof.data);
      return refuse('PHONE_TAKEN');
    }
    if (!(await spendProof(inside, proof.data, now))) return refuse('SMS_CODE_EXPIRED');
    const { sessionEpoch } = account;
    if (isForSignIn && newId !== oldId) await moveLogin(inside.phones, { accountId, sessionEpoch }, from, newId);
    const changed = { ...account, phone: phone.data };
    await inside.accounts.put(accountId, changed);
    return accept({ me: meOf(changed, from?.login.password !== undefined) });
  });
}
