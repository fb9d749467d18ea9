import { addMilliseconds } from '../../../../miniprogram/shared/china-time';
import type { Accepted, Refusal } from '../../../../miniprogram/shared/result';
import { refuse } from '../../../../miniprogram/shared/result';
import type { ErrorCode } from '../../../../miniprogram/shared/error-codes';
import type { Lockout } from '../../domain/documents/account';
import {
  countWrong,
  giveBackTry,
  isOfThisRound,
  lockedUntil,
  reserveTry,
  setBack,
  triesLeft,
} from '../../domain/account/lockout';
import type { Collection, Stored } from '../../ports/database';
import type { Pause } from '../../ports/pause';
import { retryOnConflict } from '../steps/retry-on-conflict';

/** Milliseconds between two looks of somebody who waits for the tries under way. */
const BETWEEN_LOOKS = 150;
/** Looks at most: five seconds of the ten that the function has, so that there is time left to start and to compare. */
const MOST_LOOKS = 34;

/** A document whose password is guarded by a count of wrong tries. */
interface Guarded {
  readonly lockout: Lockout;
}

/** What a password is compared with, and where the tries are counted. */
export interface PasswordGuard<D extends Guarded> {
  readonly documents: Collection<D>;
  readonly id: string;
  /** What is stored where there is nothing yet, so that an unknown phone or card locks like a known one. */
  readonly unknown: D;
  /** Whether a success against `tried` still counts now that `current` stands there. */
  readonly stillRight: (tried: D, current: D) => boolean;
  readonly pause: Pause;
}

/** Right, and what was found; wrong; or a refusal where nobody could judge, and the try is given back. */
export type Verdict<T, C extends ErrorCode> = Accepted<T> | 'wrong' | Refusal<C>;

type Denied = 'ACCOUNT_LOCKED' | 'BAD_CREDENTIALS';

/** A try whose password may be compared now. */
interface Reserved<D> {
  readonly document: Stored<D>;
  readonly began: Date;
}

const locked = (opensAt: Date, now: Date): Refusal<'ACCOUNT_LOCKED'> =>
  refuse('ACCOUNT_LOCKED', { opensAt: opensAt.toISOString(), now: now.toISOString() });

function denied(lockout: Lockout, now: Date): Refusal<Denied> {
  const opensAt = lockedUntil(lockout, now);
  return opensAt ? locked(opensAt, now) : refuse('BAD_CREDENTIALS', { triesLeft: triesLeft(lockout) });
}

type Reservation<D> =
  | { readonly state: 'granted'; readonly try: Reserved<D> }
  | { readonly state: 'full' }
  | { readonly state: 'locked'; readonly opensAt: Date };

/** Notes the try, so that whoever is next finds it noted. */
const reserve = <D extends Guarded>({ documents, id, unknown }: PasswordGuard<D>, now: Date) =>
  retryOnConflict<Reservation<D>>(async () => {
    const seen = await documents.get(id);
    const before = seen?.value ?? unknown;
    const reservation = reserveTry(before.lockout, now);
    if (reservation.state !== 'granted') return reservation;
    const value = { ...before, lockout: reservation.lockout };
    const document = await (seen ? documents.replace(seen, value) : documents.create(id, value));
    return document && { state: 'granted', try: { document, began: now } };
  });

/** As `reserve`; whoever comes while three are under way waits for them, with a fresh look each time. */
async function reserveInTurn<D extends Guarded>(
  guard: PasswordGuard<D>,
  now: Date,
): Promise<Reserved<D> | Refusal<'ACCOUNT_LOCKED' | 'BUSY'>> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    if (looks > 0) await guard.pause(BETWEEN_LOOKS);
    const at = addMilliseconds(now, looks * BETWEEN_LOOKS);
    const reservation = await reserve(guard, at);
    if (reservation.state === 'granted') return reservation.try;
    if (reservation.state === 'locked') return locked(reservation.opensAt, at);
  }
  return refuse('BUSY');
}

/**
 * Changes the count that a try was reserved in, unless that count has begun anew since then.
 * @param change undefined where nothing is to be written
 * @returns the document as it now stands, undefined where it is gone
 */
const settle = <D extends Guarded>(
  { documents, id }: PasswordGuard<D>,
  reserved: Reserved<D>,
  change: (current: D) => Lockout | undefined,
): Promise<{ readonly current: D | undefined }> => {
  let seen: Stored<D> | undefined = reserved.document;
  return retryOnConflict(async () => {
    if (!seen) return { current: undefined };
    const isCounted = isOfThisRound(reserved.document.value.lockout, seen.value.lockout);
    const lockout = isCounted ? change(seen.value) : undefined;
    if (!lockout) return { current: seen.value };
    const stored: Stored<D> | undefined = await documents.replace(seen, { ...seen.value, lockout });
    if (stored) return { current: stored.value };
    seen = await documents.get(id);
    return undefined;
  });
};

/**
 * Sets the count back, also where others have been wrong meanwhile: theirs were not three in a row. A password that has
 * changed meanwhile was a wrong one; and one that was taken for lost comes too late where the lock is shut by now.
 */
async function succeed<D extends Guarded, T>(
  guard: PasswordGuard<D>,
  reserved: Reserved<D>,
  found: Accepted<T>,
): Promise<Accepted<T> | Refusal<Denied>> {
  const { began } = reserved;
  const isStillRight = (current: D) => guard.stillRight(reserved.document.value, current);
  const isShut = ({ lockout }: D) => lockedUntil(lockout, began) !== undefined;
  const { current } = await settle(guard, reserved, (document) => {
    if (!isStillRight(document)) return countWrong(document.lockout, began, began);
    return isShut(document) ? undefined : setBack(document.lockout);
  });
  const isGood = current && isStillRight(current) && !isShut(current);
  return isGood ? found : denied((current ?? guard.unknown).lockout, began);
}

/** Counts the try as wrong, and says what is left. */
async function fail<D extends Guarded>(guard: PasswordGuard<D>, reserved: Reserved<D>): Promise<Refusal<Denied>> {
  const { began } = reserved;
  const { current } = await settle(guard, reserved, ({ lockout }) => countWrong(lockout, began, began));
  return denied((current ?? guard.unknown).lockout, began);
}

/** Nobody's try is lost to a service that is down or to a fault. */
const giveBack = <D extends Guarded>(guard: PasswordGuard<D>, reserved: Reserved<D>) =>
  settle(guard, reserved, ({ lockout }) => giveBackTry(lockout, reserved.began));

/**
 * One try at a password: noted first, compared then, and counted or set back by what came of it. However many run at
 * once, at most three are compared between two resets, and a try that is being compared is not yet a wrong one: whoever
 * finds three under way waits, and hears `BUSY` where they don't end. Three database calls when nobody interferes.
 * @param compare sees the document that the try was noted on
 * @returns what `compare` found
 * @rule A10
 */
export async function withPasswordTry<D extends Guarded, T, C extends ErrorCode = never>(
  guard: PasswordGuard<D>,
  now: Date,
  compare: (document: D) => Promise<Verdict<T, C>>,
): Promise<Accepted<T> | Refusal<Denied | 'BUSY'> | Refusal<C>> {
  const reserved = await reserveInTurn(guard, now);
  if ('ok' in reserved) return reserved;
  let verdict: Verdict<T, C>;
  try {
    verdict = await compare(reserved.document.value);
  } catch (fault) {
    await giveBack(guard, reserved);
    throw fault;
  }
  if (verdict === 'wrong') return fail(guard, reserved);
  if (verdict.ok) return succeed(guard, reserved, verdict);
  await giveBack(guard, reserved);
  return verdict;
}
