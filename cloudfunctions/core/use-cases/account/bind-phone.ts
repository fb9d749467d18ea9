import type { Action } from '../steps/action';
import { requireCaller } from '../steps/sessions';
import type { StorePhoneDependencies } from './store-phone';
import { storePhone } from './store-phone';

/**
 * Gives an account its first phone: after a sign-in by card (any mainland number, a relative's too), or after its number
 * went to somebody else.
 * @rule A13
 * @rule A12
 */
export const bindPhone =
  (deps: StorePhoneDependencies): Action<'bindPhone'> =>
  async (input, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    return storePhone(deps, { ...input, accountId: caller.data.accountId, purpose: 'bindCard' }, context);
  };
