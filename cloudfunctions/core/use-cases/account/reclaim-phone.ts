import type { Action } from '../steps/action';
import type { OpenAccountDependencies } from './open-account';
import { openAccount } from './open-account';

/**
 * Opens a new account on a recycled number. The account before loses the number, keeps its sessions, and nothing of it
 * is shown. Where it is gone by now, this is an ordinary registration.
 * @rule A12
 */
export const reclaimPhone = (deps: OpenAccountDependencies): Action<'reclaimPhone'> => openAccount(deps, 'reclaim');
