import type { Relation } from '../../../../miniprogram/shared/contract/family';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { isConsentingContact, withConsentOf } from '../../domain/family/contacts';
import type { Account } from '../../domain/documents/account';
import type { Invitation } from '../../domain/documents/family';
import { isOpen, verifiedHolder } from '../../domain/family/invitation';
import type { Collections, Database, Stored } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Random } from '../../ports/random';
import type { Action } from '../steps/action';
import { requireVerifiedCaller } from '../steps/sessions';

export interface AcceptInvitationDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
  readonly random: Random;
}

type Holder = NonNullable<ReturnType<typeof verifiedHolder>>;

/** Both sides of an invitation, as they stand while it is accepted. */
interface Parties {
  readonly invitation: Invitation;
  readonly inviter: Stored<Account>;
  readonly from: Holder;
  readonly accepter: Stored<Account>;
  readonly by: Holder;
}

type PartiesRefusal = 'INVITATION_NOT_FOUND' | 'INVITATION_OWN' | 'NOT_SIGNED_IN' | 'REAL_NAME_REQUIRED';

async function findParties(
  { accounts, invitations }: Collections,
  code: string,
  accepterId: string,
): Promise<Result<Parties, PartiesRefusal>> {
  const invitation = (await invitations.get(code))?.value;
  if (!invitation) return refuse('INVITATION_NOT_FOUND');
  if (invitation.accountId === accepterId) return refuse('INVITATION_OWN');
  const accepter = await accounts.get(accepterId);
  if (!accepter) return refuse('NOT_SIGNED_IN');
  const by = verifiedHolder(accepter.value);
  if (!by) return refuse('REAL_NAME_REQUIRED');
  const inviter = await accounts.get(invitation.accountId);
  const from = inviter && verifiedHolder(inviter.value);
  if (!from) return refuse('INVITATION_NOT_FOUND');
  if (from.idNumber === by.idNumber) return refuse('INVITATION_OWN');
  return accept({ invitation, inviter, from, accepter, by });
}

/** Whose contacts change, who becomes one of them, and what they are to each other. */
function meaningOf(
  { invitation, inviter, from, accepter, by }: Parties,
  relation: Relation | undefined,
): Result<{ readonly owner: Stored<Account>; readonly person: Holder; readonly relation: Relation }, 'BAD_INPUT'> {
  if (invitation.kind === 'help-you') return accept({ owner: inviter, person: by, relation: invitation.relation });
  return relation === undefined
    ? refuse('BAD_INPUT', { field: 'relation' })
    : accept({ owner: accepter, person: from, relation });
}

/**
 * Accepts an invitation: who is to be helped becomes a contact of who helps, and has agreed to it. Of two who accept at
 * once one does; the same one asking again, because an answer was lost, hears the same. Where the list is full the
 * invitation stays good.
 * @rule D10
 * @rule D9
 */
export const acceptInvitation =
  (deps: AcceptInvitationDependencies): Action<'acceptInvitation'> =>
  async ({ code, relation }, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    if (!caller.ok) return caller;
    const { accountId } = caller.data;
    const id = deps.random.id();
    const consent = { by: 'invitation', at: context.now.toISOString() } as const;
    return deps.database.transact(async (inside) => {
      const parties = await findParties(inside, code, accountId);
      if (!parties.ok) return parties;
      const { invitation, from } = parties.data;
      const meaning = meaningOf(parties.data, relation);
      if (!meaning.ok) return meaning;
      const { owner, person } = meaning.data;
      const answer = accept({ kind: invitation.kind, from: from.name });
      if (invitation.acceptedByAccountId === accountId && isConsentingContact(owner.value, person.idNumber))
        return answer;
      if (!isOpen(invitation, context.now)) return refuse('INVITATION_NOT_FOUND');
      const changed = withConsentOf(owner.value, person, { id, relation: meaning.data.relation, consent });
      if (!changed.ok) return changed;
      await inside.accounts.put(owner.id, changed.data);
      await inside.invitations.put(code, { ...invitation, acceptedByAccountId: accountId });
      return answer;
    });
  };
