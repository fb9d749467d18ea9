/** Relatives saved on an account, and invitations between them (rules D9, D10). */
import type { Instant } from '../china-time';
import type { NamedPerson } from './person-ref';
import type { Nothing, Together } from './shapes';

export const relations = ['father', 'mother', 'spouse', 'grandparent', 'other-relative', 'friend'] as const;

/** What the contact is to the account's holder. */
export type Relation = (typeof relations)[number];

/** A relative saved on an account (rule D9). */
export interface Contact {
  id: string;
  name: string;
  /** Masked. */
  idNumber: string;
  relation: Relation;
  /** The person has agreed: by their own face, or by an invitation. */
  consented: boolean;
}

export const MOST_CONTACTS = 8;

/** `help-me`: a retiree asks a relative to certify them; `help-you`: a relative offers it (rule D10). */
export const invitationKinds = ['help-me', 'help-you'] as const;

export type InvitationKind = (typeof invitationKinds)[number];

export interface FamilyApi {
  listContacts: { input: Nothing; output: { contacts: Contact[] }; refuses: 'NOT_SIGNED_IN' | 'REAL_NAME_REQUIRED' };
  addContact: {
    input: Together<NamedPerson & { relation: Relation }>;
    output: { contact: Contact };
    refuses:
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'CONTACT_EXISTS'
      | 'CONTACT_IS_SELF'
      | 'NOT_SIGNED_IN'
      | 'REAL_NAME_REQUIRED'
      | 'TOO_MANY_CONTACTS'
      | 'TOO_MANY_NEW_CONTACTS'
      | 'TRADITIONAL_NAME';
  };
  removeContact: {
    input: { contactId: string };
    output: Nothing;
    refuses: 'CONTACT_NOT_FOUND' | 'NOT_SIGNED_IN' | 'REAL_NAME_REQUIRED';
  };
  /** A card to share in WeChat; `relation` is what the other one is to the inviter, or for `help-you` will be (rule D10). */
  invite: {
    input: { kind: InvitationKind; relation: Relation };
    output: { code: string; expiresAt: Instant };
    refuses: 'NOT_SIGNED_IN' | 'REAL_NAME_REQUIRED' | 'TOO_MANY_INVITATIONS';
  };
  /** What an invitation says, before it is accepted. `from` is masked. */
  readInvitation: {
    input: { code: string };
    output: { kind: InvitationKind; from: string; expiresAt: Instant };
    refuses: 'INVITATION_NOT_FOUND';
  };
  /** `relation`, for `help-me`: what the inviter is to the one who accepts. */
  acceptInvitation: {
    input: { code: string; relation?: Relation };
    output: { kind: InvitationKind; from: string };
    refuses:
      | 'CONTACT_IS_SELF'
      | 'INVITATION_NOT_FOUND'
      | 'INVITATION_OWN'
      | 'NOT_SIGNED_IN'
      | 'REAL_NAME_REQUIRED'
      | 'TOO_MANY_CONTACTS';
  };
}
