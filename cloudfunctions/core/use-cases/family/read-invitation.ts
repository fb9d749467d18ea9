import { maskName } from '../../../../miniprogram/shared/masking';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { isOpen, verifiedHolder } from '../../domain/family/invitation';
import type { Collections } from '../../ports/database';
import type { Action } from '../steps/action';

export interface ReadInvitationDependencies {
  readonly database: Pick<Collections, 'accounts' | 'invitations'>;
}

/**
 * What an invitation says to whoever has the card, signed in or not: a relative may have no account yet. The name is
 * masked, since a card can be passed on to anybody.
 * @rule D10
 */
export const readInvitation =
  ({ database }: ReadInvitationDependencies): Action<'readInvitation'> =>
  async ({ code }, { now }) => {
    const invitation = (await database.invitations.get(code))?.value;
    if (!invitation || !isOpen(invitation, now)) return refuse('INVITATION_NOT_FOUND');
    const inviter = (await database.accounts.get(invitation.accountId))?.value;
    const from = inviter && verifiedHolder(inviter);
    if (!from) return refuse('INVITATION_NOT_FOUND');
    const { kind, expiresAt } = invitation;
    return accept({ kind, from: maskName(from.name), expiresAt: expiresAt.toISOString() });
  };
