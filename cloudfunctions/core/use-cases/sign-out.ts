import { accept } from '../../../miniprogram/shared/result';
import type { Collections, KeyedHash } from '../ports';
import type { Action } from './action';
import { sessionId } from './sessions';

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
    await database.sessions.remove(sessionId(hash, openid));
    return accept({});
  };
