import { accept } from '../../../../miniprogram/shared/result';
import { withoutContact } from '../../domain/family/contacts';
import type { Action } from '../steps/action';
import { changeVerifiedAccount } from './change-verified-account';
import type { SessionDependencies } from '../steps/sessions';
import { requireVerifiedCaller } from '../steps/sessions';

/**
 * Removes a relative from the account, and their consent with them.
 * @rule D9
 */
export const removeContact =
  (deps: SessionDependencies): Action<'removeContact'> =>
  async ({ contactId }, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    if (!caller.ok) return caller;
    const { accountId } = caller.data;
    const changed = await changeVerifiedAccount(deps.database.accounts, accountId, (account) =>
      withoutContact(account, contactId),
    );
    return changed.ok ? accept({}) : changed;
  };
