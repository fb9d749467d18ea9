import { accept } from '../../../../miniprogram/shared/result';
import type { Collections } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Action } from '../steps/action';
import { wechatUserKey } from '../steps/sessions';

export interface SignOutDependencies {
  readonly database: Pick<Collections, 'sessions'>;
  readonly hash: KeyedHash;
}

/**
 * Ends the session of this WeChat user; without one it does nothing.
 * @rule A14
 */
export const signOut =
  ({ database, hash }: SignOutDependencies): Action<'signOut'> =>
  async (_input, { openid }) => {
    await database.sessions.remove(wechatUserKey(hash, openid));
    return accept({});
  };
