import { accept } from '../../../../miniprogram/shared/result';
import { MOST_SHOWN, helpView } from '../../domain/help/help';
import type { Queries } from '../../ports/queries';
import type { Action } from '../steps/action';
import type { SessionDependencies } from '../steps/sessions';
import { requireCaller } from '../steps/sessions';

export interface ListHelpDependencies extends SessionDependencies {
  readonly queries: Pick<Queries, 'helpAskedBy'>;
}

/**
 * Where the requests stand that this account has made, newest first.
 * @rule F2
 */
export const listHelp =
  (deps: ListHelpDependencies): Action<'listHelp'> =>
  async (_input, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const asked = await deps.queries.helpAskedBy(caller.data.accountId, MOST_SHOWN);
    return accept({ requests: asked.map(({ id, value }) => helpView(id, value, caller.data)) });
  };
