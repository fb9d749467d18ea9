import type { Me } from '../../../../miniprogram/shared/contract/account';
import { CONSENT_VERSION } from '../../../../miniprogram/shared/contract/identity';
import { maskIdNumber, maskPhone } from '../../../../miniprogram/shared/masking';
import type { Account, PhoneLogin } from '../documents/account';
import type { KeptPerson } from '../roster/follow';
import { noTries, setBack } from './lockout';
import type { SessionOf } from './session';

/** An account that begins now. */
export const newAccount = (
  known: Pick<Account, 'name' | 'idNumber' | 'agreedOn' | 'phone' | 'verified'>,
  now: Date,
): Account => ({
  ...known,
  sessionEpoch: 0,
  createdAt: now,
});

/** The account that lost its number to whoever has it now (rule A12). */
export function withoutPhone(account: Account): Account {
  const { phone: _lost, ...rest } = account;
  return rest;
}

/** Whether the account is reached by a social-security card, so that it needs no number of its own (rule A13). */
export const isReachedByCard = (account: Account): boolean => account.verified?.by === 'card';

/** Whether `login` is how the account signs in by phone. */
export const isLoginOf = (login: PhoneLogin | undefined, accountId: string): login is PhoneLogin =>
  login?.accountId === accountId;

/**
 * What stays of a phone or a card when its account goes. Its tries stay, or closing and opening an account would
 * be a way around the lock (rule A10); where there are none, nothing stays.
 */
export const leftBehind = ({ lockout }: Pick<PhoneLogin, 'lockout'>): Pick<PhoneLogin, 'lockout'> | undefined =>
  lockout.tries === 0 && lockout.underWay === undefined ? undefined : { lockout };

/**
 * How the account signs in by a phone whose holder has just been proven: wrong tries of before are forgotten, and the
 * lock is open (rule A11).
 * @param former what stood on the phone
 */
export const newLogin = (
  { accountId, sessionEpoch }: SessionOf,
  password: string,
  former: PhoneLogin | undefined,
): PhoneLogin => ({
  accountId,
  sessionEpoch,
  password,
  lockout: former ? setBack(former.lockout) : noTries,
});

/** Verified by face as this person; a card that the account is reached by goes on to be one. */
export function withHolder(account: Account, person: KeptPerson, now: Date): Account {
  const { verifiedElsewhereAt, agreedOn, ...rest } = account;
  return {
    ...rest,
    ...person,
    verified: account.verified?.by === 'card' ? account.verified : { by: 'face', at: now },
  };
}

/** The account whose holder is verified on another one from now on (rule B3). */
export function withoutHolder(account: Account, now: Date): Account {
  const { verified, ...rest } = account;
  return { ...rest, verifiedElsewhereAt: now };
}

/** Consent is taken back (rule B2). */
export function withoutConsent(account: Account): Account {
  const { consent, ...rest } = account;
  return rest;
}

/** Whether the holder has agreed to face processing, in its present wording (rule B2). */
export const hasConsented = ({ consent }: Account): boolean => consent?.version === CONSENT_VERSION;

/** What the holder may see of the account. */
export const meOf = (account: Account, hasPassword: boolean): Me => ({
  signedIn: true,
  ...(account.name === undefined ? {} : { name: account.name }),
  ...(account.phone === undefined ? {} : { phone: maskPhone(account.phone) }),
  ...(account.idNumber === undefined ? {} : { idNumber: maskIdNumber(account.idNumber) }),
  verified: account.verified !== undefined,
  hasPassword,
  faceConsent: hasConsented(account),
  ...(account.verifiedElsewhereAt === undefined
    ? {}
    : { verifiedElsewhereAt: account.verifiedElsewhereAt.toISOString() }),
});
