import { refusalOf } from '../refusal';
import type { Refusal } from '../refusal';
import { invitationCopy } from '../../copy/invite';
import type { InvitationKind } from '../../shared/contract/family';
import type { Trouble } from '../../shared/phone-fault';

/** What the page says about an invitation, before it is accepted and after. */
export interface InvitationView {
  readonly heading: string;
  readonly text: string;
  readonly from: string;
  readonly accept: string;
  readonly relationLead: string;
  readonly done: { readonly heading: string; readonly text: string; readonly action: string };
}

interface Told {
  readonly kind: InvitationKind;
  /** Masked. */
  readonly from: string;
}

/** Undefined until the server has told what the invitation says. */
export const invitationView = ({
  opened,
  accepted,
}: {
  readonly opened: Told | undefined;
  readonly accepted: Told | undefined;
}): InvitationView | undefined => {
  const told = accepted ?? opened;
  if (!told) return undefined;
  const { heading, text, accept, done } = invitationCopy[told.kind];
  return { heading, text, from: told.from, accept, done, relationLead: invitationCopy.relation.lead(told.from) };
};

/** Whoever is verified on the way comes back by the card: a refusal has not used it up. */
export const acceptingRefusal = (trouble: Trouble | undefined): Refusal | undefined => {
  const refusal = refusalOf(trouble);
  return refusal?.way === 'real-name' ? { ...refusal, ...invitationCopy.unverified } : refusal;
};
