import { chinaDay, chinaYear } from '../../../../miniprogram/shared/china-time';
import type { Refusal, Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../../domain/documents/account';
import type { Alert, Certification } from '../../domain/documents/certification';
import type { FaceChallenge } from '../../domain/documents/face-check';
import type { PersonEligibility } from '../../domain/certification/eligibility';
import { triesLeftOn } from '../../domain/face-check/failed-faces';
import { mayCertify, peopleOf } from '../../domain/certification/people';
import type { Collections } from '../../ports/database';

export type Eligible = PersonEligibility & { readonly state: 'eligible' };

/** As far as a refusal tells of it. */
export const alreadyCertified = (
  { at, method, until }: Pick<Certification, 'at' | 'method' | 'until'>,
  now: Date,
): Refusal<'ALREADY_CERTIFIED'> =>
  refuse('ALREADY_CERTIFIED', { at: at.toISOString(), method, until, now: now.toISOString() });

/**
 * Only who is eligible gets before the camera.
 * @rule C1
 * @rule D3
 * @rule D5
 */
export function requireEligible(
  look: PersonEligibility,
  now: Date,
): Result<Eligible, 'ALREADY_CERTIFIED' | 'NOT_ELIGIBLE' | 'PERSON_NOT_FOUND' | 'TRY_TOMORROW'> {
  if (look.state === 'not-found') return refuse('PERSON_NOT_FOUND');
  if (look.state === 'already-certified') return alreadyCertified(look.last, now);
  if (look.state !== 'eligible') return refuse('NOT_ELIGIBLE', { state: look.state });
  return triesLeftOn(look.recipient, chinaDay(now)) === 0 ? refuse('TRY_TOMORROW') : accept(look);
}

/**
 * Tells staff, once for each `id`. One database call.
 * @rule D11
 */
export async function alert({ alerts }: Pick<Collections, 'alerts'>, id: string, what: Alert): Promise<void> {
  await alerts.create(id, what);
}

/**
 * An account certifies so many people a year and no more; who tries is told to staff.
 * @rule D11
 */
export async function requireRoom(
  database: Pick<Collections, 'alerts'>,
  account: Account,
  who: Pick<FaceChallenge, 'accountId' | 'wechatUserKey' | 'personKey' | 'method'>,
  now: Date,
): Promise<Result<object, 'TOO_MANY_PEOPLE'>> {
  if (mayCertify(account, who, now)) return accept({});
  await alert(database, `too-many-people.${who.accountId}.${chinaYear(now)}`, {
    kind: 'too-many-people',
    accountId: who.accountId,
    wechatUserKey: who.wechatUserKey,
    personKeys: [...peopleOf(account, now), who.personKey],
    at: now,
  });
  return refuse('TOO_MANY_PEOPLE');
}
