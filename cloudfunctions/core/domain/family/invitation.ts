import { addDays } from '../../../../miniprogram/shared/china-time';
import type { Account } from '../documents/account';
import type { Invitation } from '../documents/family';
import type { KeptPerson } from '../roster/follow';

/** How long an invitation is good (rule D10). */
export const INVITATION_DAYS = 7;
/** A CST calendar day: whoever has a large family needs a few, and nobody needs hundreds. */
export const MOST_INVITATIONS = { account: 20, wechatUser: 60 } as const;

/** An invitation that is made now. */
export const newInvitation = (made: Pick<Invitation, 'kind' | 'accountId' | 'relation'>, now: Date): Invitation => ({
  ...made,
  expiresAt: addDays(now, INVITATION_DAYS),
});

/** Whether it may still be read and accepted: it works once, for 7 days (rule D10). */
export const isOpen = ({ acceptedByAccountId, expiresAt }: Invitation, now: Date): boolean =>
  acceptedByAccountId === undefined && now < expiresAt;

/** Who holds an account, where that is proven (rule B1). */
export const verifiedHolder = ({ name, idNumber, agreedOn, verified }: Account): KeptPerson | undefined =>
  verified && name !== undefined && idNumber !== undefined
    ? { name, idNumber, ...(agreedOn !== undefined && { agreedOn }) }
    : undefined;
