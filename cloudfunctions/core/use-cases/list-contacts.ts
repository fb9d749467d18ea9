import { accept } from '../../../miniprogram/shared/result';
import { toldContacts } from '../domain/contacts';
import type { Action } from './action';
import type { SessionDependencies } from './sessions';
import { requireVerifiedCaller } from './sessions';

/**
 * The relatives saved on the account, in the order in which they were saved.
 * @rule D9
 */
export const listContacts =
  (deps: SessionDependencies): Action<'listContacts'> =>
  async (_input, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    return caller.ok ? accept({ contacts: toldContacts(caller.data.account) }) : caller;
  };
