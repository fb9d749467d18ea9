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

interface InvitationText {
  readonly kind: InvitationKind;
  /** Masked. */
  readonly from: string;
}

/** Undefined until the server has answered. */
export const invitationView = ({
  opened,
  accepted,
}: {
  readonly opened: InvitationText | undefined;
  readonly accepted: InvitationText | undefined;
}): InvitationView | undefined => {
  const shown = accepted ?? opened;
  if (!shown) return undefined;
  const { heading, text, accept, done } = invitationCopy[shown.kind];
  return { heading, text, from: shown.from, accept, done, relationLead: invitationCopy.relation.lead(shown.from) };
};

/** Whoever is verified on the way comes back by the card: a refusal has not used it up. */
export const acceptingRefusal = (trouble: Trouble | undefined): Refusal | undefined => {
  const refusal = refusalOf(trouble);
  return refusal?.way === 'real-name' ? { ...refusal, ...invitationCopy.unverified } : refusal;
};
