import type { HelpRequest } from '../../../../miniprogram/shared/contract/help';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { helpView, withdrawnBy } from '../../domain/help/help';
import type { Collections } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Action } from '../steps/action';
import { requireCaller } from '../steps/sessions';
import { retryOnConflict } from '../steps/retry-on-conflict';

export interface WithdrawHelpDependencies {
  readonly database: Pick<Collections, 'accounts' | 'helpRequests' | 'sessions'>;
  readonly hash: KeyedHash;
}

/**
 * Takes back a request that is not over. For who withdraws it is withdrawn, also where others still ask.
 * @rule F2
 */
export const withdrawHelp =
  (deps: WithdrawHelpDependencies): Action<'withdrawHelp'> =>
  async ({ id }, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const { helpRequests } = deps.database;
    return retryOnConflict<Result<{ request: HelpRequest }, 'HELP_NOT_FOUND'>>(async () => {
      const seen = await helpRequests.get(id);
      const value = seen && withdrawnBy(seen.value, caller.data, context.now);
      if (!value) return refuse('HELP_NOT_FOUND');
      if (!(await helpRequests.replace(seen, value))) return undefined;
      const { visit: _calledOff, ...request } = helpView(id, seen.value, caller.data);
      return accept({ request: { ...request, state: 'withdrawn', changedAt: context.now.toISOString() } });
    });
  };
