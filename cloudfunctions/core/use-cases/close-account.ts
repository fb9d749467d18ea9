import { accept } from '../../../miniprogram/shared/result';
import { leftBehind } from '../domain/account';
import type { Account, Lockout } from '../domain/documents';
import type { Collection, Database, KeyedHash } from '../ports';
import type { AccountAction } from './action';
import { requireCaller, sessionId } from './sessions';

export interface CloseAccountDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
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

/** Where the account may be signed in to: one document each, found by what the account knows of its holder. */
const entrancesOf = (hash: KeyedHash, { phone, idNumber }: Account) => ({
  phoneId: phone === undefined ? undefined : hash.of('phone', phone),
  cardId: idNumber === undefined ? undefined : hash.of('id-number', idNumber),
});

/**
 * Deletes the account with its phone and card links. Sessions elsewhere are over because it is gone; wrong tries are
 * still counted, so that closing is no way around a lock. Certifications stay.
 * @rule A14
 */
export const closeAccount =
  ({ database, hash }: CloseAccountDependencies): AccountAction<'closeAccount', 'NOT_SIGNED_IN'> =>
  async (_input, context) => {
    const caller = await requireCaller({ database, hash }, context);
    if (!caller.ok) return caller;
    const { accountId } = caller.data;
    return database.transact(async ({ accounts, cards, phones, sessions }) => {
      const account = await accounts.get(accountId);
      if (account) {
        const { phoneId, cardId } = entrancesOf(hash, account.value);
        if (phoneId !== undefined) await release(phones, phoneId, accountId);
        if (cardId !== undefined) await release(cards, cardId, accountId);
        await accounts.remove(accountId);
      }
      await sessions.remove(sessionId(hash, context.openid));
      return accept({});
    });
  };
