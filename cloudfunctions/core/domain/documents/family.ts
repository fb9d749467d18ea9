import type { Instant } from '../../../../miniprogram/shared/china-time';
import type { KeptPerson } from '../roster/follow';
import type { InvitationKind, Relation } from '../../../../miniprogram/shared/contract/family';

/** A relative on an account (rule D9). Within a sealed field, so an instant is a text. */
export interface SavedContact extends KeptPerson {
  readonly id: string;
  readonly relation: Relation;
  /** How and when the person agreed; absent until then. */
  readonly consent?: { readonly by: 'face' | 'invitation'; readonly at: Instant };
}

/** `invitations`, by random id, which is the code of the link (rule D10). One use. */
export interface Invitation {
  readonly kind: InvitationKind;
  /** The inviter's account. */
  readonly accountId: string;
  /** What the other one is to the inviter. */
  readonly relation: Relation;
  readonly expiresAt: Date;
  /** The account that has used it, so that it hears the same when it asks again. */
  readonly acceptedByAccountId?: string;
}
