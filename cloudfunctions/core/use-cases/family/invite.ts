import { accept, refuse } from '../../../../miniprogram/shared/result';
import { newInvitation, verifiedHolder } from '../../domain/family/invitation';
import type { Collections } from '../../ports/database';
import type { Random } from '../../ports/random';
import type { Action } from '../steps/action';
import type { CountDependencies } from '../steps/daily-limits';
import { countDaily } from '../steps/daily-limits';
import { requireVerifiedCaller } from '../steps/sessions';

export interface InviteDependencies extends CountDependencies {
  readonly database: Pick<Collections, 'accounts' | 'invitations' | 'sessions'>;
  readonly random: Random;
}

/**
 * Makes an invitation to share in WeChat. Its code is random: nothing about a person goes into the link.
 * @rule D10
 */
export const invite =
  (deps: InviteDependencies): Action<'invite'> =>
  async ({ kind, relation }, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    if (!caller.ok) return caller;
    const { accountId, account } = caller.data;
    if (!verifiedHolder(account)) return refuse('REAL_NAME_REQUIRED');
    if (!(await countDaily(deps, 'invitation', accountId, context))) return refuse('TOO_MANY_INVITATIONS');
    const code = deps.random.id();
    const invitation = newInvitation({ kind, accountId, relation }, context.now);
    await deps.database.invitations.put(code, invitation);
    return accept({ code, expiresAt: invitation.expiresAt.toISOString() });
  };
