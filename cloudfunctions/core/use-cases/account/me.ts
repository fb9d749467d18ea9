import { accept } from '../../../../miniprogram/shared/result';
import { isLoginOf, meOf } from '../../domain/account/account';
import type { Collections } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Action } from '../steps/action';
import { findCaller } from '../steps/sessions';

export interface MeDependencies {
  readonly database: Pick<Collections, 'accounts' | 'phones' | 'sessions'>;
  readonly hash: KeyedHash;
}

/**
 * Who is signed in here, if anybody. That nobody is, is an answer and no refusal.
 * @rule A14
 */
export const me =
  (deps: MeDependencies): Action<'me'> =>
  async (_input, context) => {
    const caller = await findCaller(deps, context);
    if (!caller) return accept({ signedIn: false });
    const { accountId, account } = caller;
    const phoneId = account.phone === undefined ? undefined : deps.hash.of('phone', account.phone);
    const login = phoneId === undefined ? undefined : (await deps.database.phones.get(phoneId))?.value;
    const hasPassword = isLoginOf(login, accountId) && login.password !== undefined;
    return accept(meOf(account, hasPassword));
  };
