import type { Action } from '../steps/action';
import { requireCallerWithPhone } from '../steps/sessions';
import type { StorePhoneDependencies } from './store-phone';
import { storePhone } from './store-phone';

/**
 * Puts another phone in the place of the account's; its password moves along.
 * @rule A14
 */
export const changePhone =
  (deps: StorePhoneDependencies): Action<'changePhone'> =>
  async (input, context) => {
    const caller = await requireCallerWithPhone(deps, context);
    if (!caller.ok) return caller;
    return storePhone(deps, { ...input, accountId: caller.data.accountId, purpose: 'changePhone' }, context);
  };
