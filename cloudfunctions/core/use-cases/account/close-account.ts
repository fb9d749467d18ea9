import { accept } from '../../../../miniprogram/shared/result';
import { leftBehind } from '../../domain/account/account';
import type { Account, Lockout } from '../../domain/documents/account';
import type { Holder } from '../../domain/documents/identity';
import type { Collection, Collections, Database } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Action } from '../steps/action';
import type { ForgetFaceDependencies } from '../identity/forget-face';
import { forgetFace } from '../identity/forget-face';
import { dailyCountersOf } from '../steps/daily-limits';
import { requireCaller, wechatUserKey } from '../steps/sessions';

export interface CloseAccountDependencies extends ForgetFaceDependencies {
  readonly database: Database;
}

/** A way to sign in: a phone or a card. */
interface Entrance {
  readonly accountId?: string;
  readonly lockout: Lockout;
}

/** Takes the account from a phone or a card; another account's is left alone. */
async function release(entrances: Collection<Entrance>, id: string, accountId: string): Promise<void> {
  const entrance = await entrances.get(id);
  if (entrance?.value.accountId !== accountId) return;
  const left = leftBehind(entrance.value);
  if (left) await entrances.put(id, left);
  else await entrances.remove(id);
}

/** Nobody is verified on the account any more; what was counted of their faces stays counted. */
async function releaseHolder({ holders }: Pick<Collections, 'holders'>, id: string, accountId: string): Promise<void> {
  const holder = await holders.get(id);
  if (holder?.value.accountId !== accountId) return;
  const { accountId: _closed, ...left }: Holder = holder.value;
  if (Object.keys(left).length > 0) await holders.put(id, left);
  else await holders.remove(id);
}

/** Where the account may be signed in to: one document each, found by what the account knows of its holder. */
const entrancesOf = (hash: KeyedHash, { phone, idNumber }: Account) => ({
  phoneId: phone === undefined ? undefined : hash.of('phone', phone),
  cardId: idNumber === undefined ? undefined : hash.of('id-number', idNumber),
});

/**
 * Deletes the account with its phone and card links. Sessions elsewhere are over because it is gone; wrong tries are
 * still counted, so that closing is no way around a lock. What was made from faces goes first. Certifications stay.
 * @rule A14
 */
export const closeAccount =
  (deps: CloseAccountDependencies): Action<'closeAccount'> =>
  async (_input, context) => {
    const { database, hash } = deps;
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const { accountId } = caller.data;
    await forgetFace(deps, accountId);
    return database.transact(async ({ accounts, cards, holders, dailyCounters, phones, sessions }) => {
      const account = await accounts.get(accountId);
      if (account) {
        const { phoneId, cardId } = entrancesOf(hash, account.value);
        if (phoneId !== undefined) await release(phones, phoneId, accountId);
        if (cardId !== undefined) await release(cards, cardId, accountId);
        if (cardId !== undefined) await releaseHolder({ holders }, cardId, accountId);
        await accounts.remove(accountId);
        for (const id of dailyCountersOf(accountId)) await dailyCounters.remove(id);
      }
      await sessions.remove(wechatUserKey(hash, context.openid));
      return accept({});
    });
  };
