import type { Action } from '../steps/action';
import type { OpenAccountDependencies } from './open-account';
import { openAccount } from './open-account';

/**
 * Opens an account with phone, name, ID number and password, once for each phone.
 * @rule A4
 */
export const register = (deps: OpenAccountDependencies): Action<'register'> => openAccount(deps, 'refuse');
