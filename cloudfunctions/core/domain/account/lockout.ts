import { addHours } from '../../../../miniprogram/shared/china-time';
import type { Lockout } from '../documents/account';

/** So many wrong passwords in a row lock. */
export const MOST_TRIES = 3;
/** Hours, from the moment of the third wrong password. */
export const LOCK_HOURS = 24;
/** Milliseconds after which nobody waits for a verdict any more: the function that compared has died, it had ten seconds. */
export const LOST_AFTER = 60_000;

/** The count of somebody who has tried nothing yet. */
export const noTries: Lockout = { round: 0, tries: 0 };

/** The count after a success. What is still being compared belongs to the round before. */
export const setBack = ({ round }: Lockout): Lockout => ({ round: round + 1, tries: 0 });

/**
 * `granted`: a password may be compared once `lockout` is stored. `full`: as many as may are being compared. `locked`:
 * nothing may be compared until `opensAt`.
 */
export type Reservation =
  | { readonly state: 'granted'; readonly lockout: Lockout }
  | { readonly state: 'full' }
  | { readonly state: 'locked'; readonly opensAt: Date };

/** When the lock opens, or undefined where it is open. It opens by itself. */
export const lockedUntil = (lockout: Lockout, now: Date): Date | undefined =>
  lockout.opensAt && now < lockout.opensAt ? lockout.opensAt : undefined;

/** 0 to 3. */
export const triesLeft = (lockout: Lockout): number => MOST_TRIES - lockout.tries;

/** Without a sign: a clock that was set back must not keep anybody waiting. */
const isAwaited = (began: Date, now: Date): boolean => Math.abs(now.getTime() - began.getTime()) < LOST_AFTER;

const withUnderWay = ({ underWay: _former, ...counted }: Lockout, underWay: readonly Date[]): Lockout =>
  underWay.length === 0 ? counted : { ...counted, underWay };

/** Two that began at the same instant are alike: either may go. */
function without(underWay: readonly Date[] = [], began: Date): readonly Date[] {
  const place = underWay.findIndex((each) => each.getTime() === began.getTime());
  return underWay.filter((_, index) => index !== place);
}

/**
 * Notes a try before its password is compared. What was wrong and what is being compared are never more than three, so
 * that of any number at once at most three are compared; a try under way is none of the wrong ones, and locks nothing.
 * @rule A10
 */
export function reserveTry(lockout: Lockout, now: Date): Reservation {
  const opensAt = lockedUntil(lockout, now);
  if (opensAt) return { state: 'locked', opensAt };
  const counted = lockout.opensAt ? setBack(lockout) : lockout;
  const awaited = (counted.underWay ?? []).filter((began) => isAwaited(began, now));
  if (counted.tries + awaited.length >= MOST_TRIES) return { state: 'full' };
  return { state: 'granted', lockout: withUnderWay(counted, [...awaited, now]) };
}

/** Whether a try is still among those that are counted. */
export const isOfThisRound = (reserved: Lockout, current: Lockout): boolean => reserved.round === current.round;

/**
 * Counts a try as wrong; the third locks. One that was taken for lost counts too.
 * @param began as it was reserved
 * @returns undefined where the lock is shut already: nothing lengthens it
 * @rule A10
 */
export function countWrong(lockout: Lockout, began: Date, now: Date): Lockout | undefined {
  if (lockout.opensAt) return undefined;
  const tries = lockout.tries + 1;
  if (tries >= MOST_TRIES) return { round: lockout.round, tries: MOST_TRIES, opensAt: addHours(now, LOCK_HOURS) };
  return withUnderWay({ ...lockout, tries }, without(lockout.underWay, began));
}

/** Takes back a try that nobody could judge: a service was down, say. */
export const giveBackTry = (lockout: Lockout, began: Date): Lockout =>
  withUnderWay(lockout, without(lockout.underWay, began));
