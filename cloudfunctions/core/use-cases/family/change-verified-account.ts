import type { ErrorCode } from '../../../../miniprogram/shared/error-codes';
import type { Accepted, Refusal, Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../../domain/documents/account';
import type { Collections } from '../../ports/database';
import { retryOnConflict } from '../steps/retry-on-conflict';

type Changed<C extends ErrorCode> = Accepted<Account> | Refusal<C> | Refusal<'NOT_SIGNED_IN' | 'REAL_NAME_REQUIRED'>;

/**
 * Changes a verified account by what stands there, however many change it at once. Two database calls where nobody
 * comes in between.
 * @param change is asked again, with what stands there then, when somebody was faster
 * @rule B1
 */
export const changeVerifiedAccount = <C extends ErrorCode>(
  accounts: Collections['accounts'],
  accountId: string,
  change: (account: Account) => Result<Account, C>,
): Promise<Changed<C>> =>
  retryOnConflict<Changed<C>>(async () => {
    const seen = await accounts.get(accountId);
    if (!seen) return refuse('NOT_SIGNED_IN');
    if (!seen.value.verified) return refuse('REAL_NAME_REQUIRED');
    const changed = change(seen.value);
    if (!changed.ok) return changed;
    const stored = await accounts.replace(seen, changed.data);
    return stored && accept(stored.value);
  });
