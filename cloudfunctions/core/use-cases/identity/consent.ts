import { CONSENT_VERSION } from '../../../../miniprogram/shared/contract/identity';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Collections } from '../../ports/database';
import type { Action } from '../steps/action';
import type { ForgetFaceDependencies } from './forget-face';
import { forgetFace } from './forget-face';
import { requireCaller } from '../steps/sessions';

export interface ConsentDependencies extends ForgetFaceDependencies {
  readonly database: ForgetFaceDependencies['database'] & Pick<Collections, 'sessions'>;
}

/**
 * Records that the holder agrees to face processing, or takes that back. Only the present wording can be agreed to;
 * taking it back works from every version of the phone's pages.
 * @rule B2
 */
export const consent =
  (deps: ConsentDependencies): Action<'consent'> =>
  async ({ given, version }, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const { accountId } = caller.data;
    if (!given) {
      await forgetFace(deps, accountId);
      return accept({ given });
    }
    if (version !== CONSENT_VERSION) return refuse('BAD_INPUT', { field: 'version' });
    const isNoted = await deps.database.accounts.merge(accountId, { consent: { version, at: context.now } });
    return isNoted ? accept({ given }) : refuse('NOT_SIGNED_IN');
  };
