import { addDays, addHours } from '../../../../miniprogram/shared/china-time';
import type { Account, Session } from '../documents/account';

/** Days without use after which a session is over. */
export const SESSION_DAYS = 30;
/** Hours between two notes of a session's use: noting each one would be a write for each call. */
export const NOTE_USE_HOURS = 1;

/** Whose session it is, and of which epoch. */
export type SessionOf = Pick<Session, 'accountId' | 'sessionEpoch'>;

export const newSession = ({ accountId, sessionEpoch }: SessionOf, now: Date): Session => ({
  accountId,
  sessionEpoch,
  usedAt: now,
});

/** The account with all its sessions ended: what begins from now on is of another epoch. */
export const withSessionsEnded = (account: Account): Account => ({
  ...account,
  sessionEpoch: account.sessionEpoch + 1,
});

/**
 * Whether a session of `account` is still good. What ended it is an order that was written down: the clocks of two
 * servers may differ by seconds. The last use may have come up to an hour after the one that was noted,
 * so that hour is added: a session never ends early.
 * @rule A14
 */
export const isAlive = (session: Session, account: Account, now: Date): boolean =>
  session.sessionEpoch === account.sessionEpoch &&
  now < addHours(addDays(session.usedAt, SESSION_DAYS), NOTE_USE_HOURS);

/** Whether its use now is to be noted. */
export const isUseToBeNoted = (session: Session, now: Date): boolean => now >= addHours(session.usedAt, NOTE_USE_HOURS);
