import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Cycle } from '../../domain/documents/cycle';
import type { Recipient } from '../../domain/documents/roster';
import type { PersonEligibility } from '../../domain/certification/eligibility';
import { checkEligibility } from '../../domain/certification/eligibility';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { NameScript } from '../../ports/name-script';
import type { Queries } from '../../ports/queries';
import type { Stored } from '../../ports/database';
import { countDaily } from './daily-limits';
import type { Subject } from './resolve-person';

export interface LookUpDependencies {
  readonly hash: KeyedHash;
  readonly queries: Pick<Queries, 'countDaily' | 'recipientAndCycle'>;
  readonly script: NameScript;
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
  { recipientId: id, name }: Pick<Subject, 'recipientId' | 'name'>,
  now: Date,
): Promise<Found> {
  const { recipient, cycle } = await queries.recipientAndCycle(id);
  return {
    eligibility: checkEligibility({ recipient: recipient?.value, cycle }, name, chinaDay(now)),
    stored: recipient,
    cycle,
  };
}

/**
 * Offers the simplified form of a typed name that nobody was found by. Where the roster has the traditional form, it was
 * found by that.
 * @rule A6
 */
export async function checkTypedScript(
  { script }: Pick<LookUpDependencies, 'script'>,
  { name, isTyped }: Subject,
  { state }: PersonEligibility,
): Promise<Result<object, 'TRADITIONAL_NAME'>> {
  if (state !== 'not-found' || !isTyped) return accept({});
  const simplified = await script.simplified(name);
  return simplified === name ? accept({}) : refuse('TRADITIONAL_NAME', { simplified });
}
