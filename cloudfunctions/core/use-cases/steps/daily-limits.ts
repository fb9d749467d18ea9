import { chinaDay } from '../../../../miniprogram/shared/china-time';
import { MOST_INVITATIONS } from '../../domain/family/invitation';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Queries } from '../../ports/queries';
import { MOST_LOOK_UPS } from './look-up';
import { wechatUserKey } from './sessions';

export interface CountDependencies {
  readonly queries: Pick<Queries, 'countToday'>;
  readonly hash: KeyedHash;
}

/** Where one kind of tries is counted apart from the others. */
const counting =
  (prefix: string, most: { account: number; wechatUser: number }) =>
  ({ queries, hash }: CountDependencies, accountId: string, { openid, now }: Context): Promise<boolean> =>
    queries.countToday(`${prefix}${accountId}`, `${prefix}${wechatUserKey(hash, openid)}`, chinaDay(now), most);

/**
 * Counts a name and number that somebody typed.
 * @returns false where today's are used up
 * @rule C4
 */
export const countTyped = counting('', MOST_LOOK_UPS);

/**
 * Counts a name and number of somebody who has no account yet, on their WeChat user.
 * @returns false where today's are used up
 * @rule C4
 */
export const countBeforeAccount = (deps: CountDependencies, context: Context): Promise<boolean> =>
  countTyped(deps, `before-account-${wechatUserKey(deps.hash, context.openid)}`, context);

/** Counts an invitation. @returns false where today's are used up */
export const countInvitation = counting('invitations-', MOST_INVITATIONS);
