import { addHours } from '../../../../miniprogram/shared/china-time';
import type { Lockout } from '../documents/account';

/** So many wrong passwords in a row lock. */
export const MOST_TRIES = 3;
/** Hours, from the moment of the third wrong password. */
export const LOCK_HOURS = 24;

/** The count of somebody who has tried nothing yet. */
export const noTries: Lockout = { round: 0, tries: 0 };

/** The count after a success. */
export const setBack = ({ round }: Lockout): Lockout => ({ round: round + 1, tries: 0 });

/** A password may be compared once `lockout` is stored, or nothing may be compared until `opensAt`. */
export type Reservation =
  { readonly granted: true; readonly lockout: Lockout } | { readonly granted: false; readonly opensAt: Date };

/** When the lock opens, or undefined where it is open. It opens by itself. */
export const lockedUntil = (lockout: Lockout, now: Date): Date | undefined =>
  lockout.opensAt && now < lockout.opensAt ? lockout.opensAt : undefined;

/** 0 to 3. */
export const triesLeft = (lockout: Lockout): number => MOST_TRIES - lockout.tries;

/**
 * Counts a try as wrong before its password is compared, so that of any number at once at most three are compared. The
 * third locks at once; whoever turns out to be right sets the count back.
 * @rule A10
 */
export function reserveTry(lockout: Lockout, now: Date): Reservation {
  const opensAt = lockedUntil(lockout, now);
  if (opensAt) return { granted: false, opensAt };
  const { round, tries } = lockout.opensAt ? setBack(lockout) : lockout;
  const counted = { round, tries: tries + 1 };
  const reserved = counted.tries < MOST_TRIES ? counted : { ...counted, opensAt: addHours(now, LOCK_HOURS) };
  return { granted: true, lockout: reserved };
}

/** Whether a try is still among those that are counted. */
export const isOfThisRound = (reserved: Lockout, current: Lockout): boolean => reserved.round === current.round;

/** Takes back a try that nobody could judge: a service was down, say. Opens the lock if it was the third. */
export const giveBackTry = ({ round, tries }: Lockout): Lockout => ({ round, tries: Math.max(0, tries - 1) });
