import { chinaDay } from '../../../../miniprogram/shared/china-time';
import { MOST_INVITATIONS } from '../../domain/family/invitation';
import { MOST_CARD_PHOTOS } from '../../domain/identity/enrolment';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { DailyMost, Queries } from '../../ports/queries';
import { wechatUserKey } from './sessions';

/** Names and numbers that somebody types (rule C4). */
export const MOST_LOOK_UPS = { account: 20, wechatUser: 60 } as const;

/** What is counted by the day; each kind apart from the others, in documents whose ids begin with `prefix`. */
const limits = {
  typed: { prefix: '', most: MOST_LOOK_UPS },
  invitation: { prefix: 'invitations-', most: MOST_INVITATIONS },
  cardPhoto: { prefix: 'id-card.', most: MOST_CARD_PHOTOS },
} as const satisfies Record<string, { readonly prefix: string; readonly most: DailyMost }>;

export type DailyLimit = keyof typeof limits;

export interface CountDependencies {
  readonly queries: Pick<Queries, 'countDaily'>;
  readonly hash: KeyedHash;
}

/** Where the tries of an account are counted, one document for each kind. */
export const dailyCountersOf = (accountId: string): string[] =>
  Object.values(limits).map(({ prefix }) => `${prefix}${accountId}`);

/**
 * Counts a try of an account and its WeChat user.
 * @returns false where today's are used up
 * @rule C4
 */
export function countDaily(
  { queries, hash }: CountDependencies,
  kind: DailyLimit,
  accountId: string,
  { openid, now }: Context,
): Promise<boolean> {
  const { prefix, most } = limits[kind];
  const user = wechatUserKey(hash, openid);
  return queries.countDaily(`${prefix}${accountId}`, `${prefix}${user}`, chinaDay(now), most);
}

/**
 * Counts a name and number of somebody who has no account yet, on their WeChat user.
 * @returns false where today's are used up
 * @rule C4
 */
export const countBeforeAccount = (deps: CountDependencies, context: Context): Promise<boolean> =>
  countDaily(deps, 'typed', `before-account-${wechatUserKey(deps.hash, context.openid)}`, context);
