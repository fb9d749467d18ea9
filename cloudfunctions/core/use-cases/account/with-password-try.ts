import type { Accepted, Refusal, Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { ErrorCode } from '../../../../miniprogram/shared/error-codes';
import type { Lockout } from '../../domain/documents/account';
import { giveBackTry, isOfThisRound, lockedUntil, reserveTry, setBack, triesLeft } from '../../domain/account/lockout';
import type { Collection, Stored } from '../../ports/database';
import { retryOnConflict } from '../steps/retry-on-conflict';

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
}

/** Right, and what was found; wrong; or a refusal where nobody could judge, and the try is given back. */
export type Verdict<T, C extends ErrorCode> = Accepted<T> | 'wrong' | Refusal<C>;

type Denied = 'ACCOUNT_LOCKED' | 'BAD_CREDENTIALS';

const locked = (opensAt: Date, now: Date): Refusal<'ACCOUNT_LOCKED'> =>
  refuse('ACCOUNT_LOCKED', { opensAt: opensAt.toISOString(), now: now.toISOString() });

function denied(lockout: Lockout, now: Date): Refusal<Denied> {
  const opensAt = lockedUntil(lockout, now);
  return opensAt ? locked(opensAt, now) : refuse('BAD_CREDENTIALS', { triesLeft: triesLeft(lockout) });
}

/** Counts the try, so that whoever is next finds it counted. */
const reserve = <D extends Guarded>({ documents, id, unknown }: PasswordGuard<D>, now: Date) =>
  retryOnConflict<Result<Stored<D>, 'ACCOUNT_LOCKED'>>(async () => {
    const seen = await documents.get(id);
    const before = seen?.value ?? unknown;
    const reservation = reserveTry(before.lockout, now);
    if (!reservation.granted) return locked(reservation.opensAt, now);
    const value = { ...before, lockout: reservation.lockout };
    const stored = await (seen ? documents.replace(seen, value) : documents.create(id, value));
    return stored && accept(stored);
  });

/**
 * Changes the count that a try was reserved in, unless that count has begun anew since then.
 * @param change undefined where nothing is to be written
 * @returns the document as it now stands, undefined where it is gone
 */
const settle = <D extends Guarded>(
  { documents, id }: PasswordGuard<D>,
  reserved: Stored<D>,
  change: (current: D) => Lockout | undefined,
): Promise<{ readonly current: D | undefined }> => {
  let seen: Stored<D> | undefined = reserved;
  return retryOnConflict(async () => {
    if (!seen) return { current: undefined };
    const isCounted = isOfThisRound(reserved.value.lockout, seen.value.lockout);
    const lockout = isCounted ? change(seen.value) : undefined;
    if (!lockout) return { current: seen.value };
    const stored: Stored<D> | undefined = await documents.replace(seen, { ...seen.value, lockout });
    if (stored) return { current: stored.value };
    seen = await documents.get(id);
    return undefined;
  });
};

/** Sets the count back, also where others have tried or locked meanwhile: theirs were not three in a row. */
async function succeed<D extends Guarded, T>(
  guard: PasswordGuard<D>,
  reserved: Stored<D>,
  found: Accepted<T>,
  now: Date,
): Promise<Accepted<T> | Refusal<Denied>> {
  const isStillRight = (current: D) => guard.stillRight(reserved.value, current);
  const { current } = await settle(guard, reserved, (document) =>
    isStillRight(document) ? setBack(document.lockout) : undefined,
  );
  return current && isStillRight(current) ? found : denied((current ?? guard.unknown).lockout, now);
}

/** Nobody's try is lost to a service that is down or to a fault. */
const giveBack = <D extends Guarded>(guard: PasswordGuard<D>, reserved: Stored<D>) =>
  settle(guard, reserved, (document) => giveBackTry(document.lockout));

/** The words after a wrong password. The lock of a third try may be open again: another of the three was right. */
async function afterWrong<D extends Guarded>(
  { documents, id }: PasswordGuard<D>,
  reserved: Stored<D>,
  now: Date,
): Promise<Refusal<Denied>> {
  const isThird = reserved.value.lockout.opensAt !== undefined;
  const current = isThird ? await documents.get(id) : undefined;
  return denied((current ?? reserved).value.lockout, now);
}

/**
 * One try at a password: counted first, compared then, set back after a success. However many run at once, at most
 * three are compared between two resets. Three database calls when nobody interferes, two after a wrong password.
 * @param compare sees the document that the try was counted on
 * @returns what `compare` found
 * @rule A10
 */
export async function withPasswordTry<D extends Guarded, T, C extends ErrorCode = never>(
  guard: PasswordGuard<D>,
  now: Date,
  compare: (document: D) => Promise<Verdict<T, C>>,
): Promise<Accepted<T> | Refusal<Denied> | Refusal<C>> {
  const reservation = await reserve(guard, now);
  if (!reservation.ok) return reservation;
  const reserved = reservation.data;
  let verdict: Verdict<T, C>;
  try {
    verdict = await compare(reserved.value);
  } catch (fault) {
    await giveBack(guard, reserved);
    throw fault;
  }
  if (verdict === 'wrong') return afterWrong(guard, reserved, now);
  if (verdict.ok) return succeed(guard, reserved, verdict, now);
  await giveBack(guard, reserved);
  return verdict;
}
