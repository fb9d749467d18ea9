import { accept } from '../../../../miniprogram/shared/result';
import { contactViews } from '../../domain/family/contacts';
import type { Action } from '../steps/action';
import type { SessionDependencies } from '../steps/sessions';
import { requireVerifiedCaller } from '../steps/sessions';

/**
 * The relatives saved on the account, in the order in which they were saved.
 * @rule D9
 */
export const listContacts =
  (deps: SessionDependencies): Action<'listContacts'> =>
  async (_input, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    return caller.ok ? accept({ contacts: contactViews(caller.data.account) }) : caller;
  };
