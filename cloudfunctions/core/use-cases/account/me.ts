import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import { chinaDay } from '../../../../miniprogram/shared/china-time';
import { accept } from '../../../../miniprogram/shared/result';
import { isLoginOf, meOf } from '../../domain/account/account';
import type { Account } from '../../domain/documents/account';
import { verifiedHolder } from '../../domain/family/invitation';
import { follow } from '../../domain/roster/follow';
import type { Collections } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Roster } from '../../ports/roster';
import type { Action } from '../steps/action';
import { findCaller } from '../steps/sessions';

export interface MeDependencies {
  readonly database: Pick<Collections, 'accounts' | 'phones' | 'sessions'>;
  readonly hash: KeyedHash;
  readonly roster: Roster;
}

/**
 * A verified holder is shown by the name that the roster has today. Of nobody else is the roster asked: a number that was
 * only typed must not lead to a name.
 */
async function underTodaysName({ roster }: MeDependencies, account: Account, today: ChinaDay): Promise<Account> {
  const holder = verifiedHolder(account);
  return holder ? { ...account, ...follow(holder, await roster.nameOf(holder.idNumber, today), today) } : account;
}

/**
 * Who is signed in here, if anybody. That nobody is, is an answer and no refusal.
 * @rule A14
 * @rule C3
 */
export const me =
  (deps: MeDependencies): Action<'me'> =>
  async (_input, context) => {
    const caller = await findCaller(deps, context);
    if (!caller) return accept({ signedIn: false });
    const { accountId } = caller;
    const account = await underTodaysName(deps, caller.account, chinaDay(context.now));
    const phoneId = account.phone === undefined ? undefined : deps.hash.of('phone', account.phone);
    const login = phoneId === undefined ? undefined : (await deps.database.phones.get(phoneId))?.value;
    const hasPassword = isLoginOf(login, accountId) && login.password !== undefined;
    return accept(meOf(account, hasPassword));
  };
