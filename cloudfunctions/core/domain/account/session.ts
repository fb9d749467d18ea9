import { addDays, addHours } from '../../../../miniprogram/shared/china-time';
import type { Account, Session } from '../documents/account';

/** Days without use after which a session is over. */
export const SESSION_DAYS = 30;
/** Hours between two notes of a session's use: noting each one would be a write for each call. */
export const NOTE_USE_HOURS = 1;

export const newSession = (accountId: string, now: Date): Session => ({ accountId, startedAt: now, usedAt: now });

/**
 * Whether a session of `account` is still good. The last use may have come up to an hour after the one that was noted,
 * so that hour is added: a session never ends early.
 * @rule A14
 */
export const isAlive = (session: Session, account: Account, now: Date): boolean =>
  session.startedAt >= account.sessionsSince && now < addHours(addDays(session.usedAt, SESSION_DAYS), NOTE_USE_HOURS);

/** Whether its use now is to be noted. */
export const isUseToBeNoted = (session: Session, now: Date): boolean => now >= addHours(session.usedAt, NOTE_USE_HOURS);
