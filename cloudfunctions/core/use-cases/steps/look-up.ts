import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Cycle } from '../../domain/documents/cycle';
import type { Recipient } from '../../domain/documents/roster';
import type { PersonEligibility } from '../../domain/certification/eligibility';
import { checkEligibility } from '../../domain/certification/eligibility';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Queries } from '../../ports/queries';
import type { Stored } from '../../ports/database';
import { offerSimplified } from './check-name-script';
import { countDaily } from './daily-limits';
import type { Subject } from './resolve-person';

export interface LookUpDependencies {
  readonly hash: KeyedHash;
  readonly queries: Pick<Queries, 'countDaily' | 'recipientAndCycle'>;
}

/** Somebody who was looked for, and the cycle of the day. */
export interface Found {
  readonly eligibility: PersonEligibility;
  readonly stored?: Stored<Recipient> | undefined;
  readonly cycle?: Cycle | undefined;
}

/**
 * Counts a look-up of somebody who was typed. The holder and their contacts cost nothing: there is nothing to fish for.
 * @rule C4
 */
export async function countLookUp(
  deps: LookUpDependencies,
  accountId: string,
  { isTyped }: Subject,
  context: Context,
): Promise<Result<object, 'TOO_MANY_TRIES'>> {
  if (!isTyped) return accept({});
  const isCounted = await countDaily(deps, 'typed', accountId, context);
  return isCounted ? accept({}) : refuse('TOO_MANY_TRIES');
}

/** Looks somebody up on the roster. One database call. */
export async function lookUp(
  { queries }: { readonly queries: Pick<Queries, 'recipientAndCycle'> },
  { recipientId: id, name, hasAgreed }: Pick<Subject, 'recipientId' | 'name' | 'hasAgreed'>,
  now: Date,
): Promise<Found> {
  const { recipient, cycle } = await queries.recipientAndCycle(id);
  return {
    eligibility: checkEligibility({ recipient: recipient?.value, cycle }, hasAgreed ? undefined : name, chinaDay(now)),
    stored: recipient,
    cycle,
  };
}

/**
 * Offers the simplified form of a typed name that nobody was found by: somebody on the roster is found by either.
 * @rule A6
 */
export const checkTypedScript = (subject: Subject, { state }: PersonEligibility): Result<object, 'TRADITIONAL_NAME'> =>
  state === 'not-found' && subject.isTyped ? offerSimplified(subject) : accept({});
