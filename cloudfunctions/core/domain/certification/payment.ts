import type { NotEligibleState } from '../../../../miniprogram/shared/contract/certification';
import type { Payment } from '../documents/roster';
import { entryOf } from '../table';

/** What a state of payment means for certifying. */
interface PaymentMeaning {
  /** Why the recipient may not certify; absent where they may. */
  readonly bars?: Exclude<NotEligibleState, 'not-open'>;
  /** Certifying resumes the payment (rule E3). */
  readonly isResumed: boolean;
}

const meanings = {
  paid: { isResumed: false },
  'suspended-not-certified': { isResumed: true },
  'suspended-special': { bars: 'suspended-special', isResumed: false },
  ended: { bars: 'ended', isResumed: false },
} satisfies Record<Payment, PaymentMeaning> as Record<Payment, PaymentMeaning>;

/** The database may hold a state that is newer than this code: then nobody certifies, and the agency is asked. */
const notKnown: PaymentMeaning = { bars: 'unclear', isResumed: false };

/**
 * @rule C1
 * @rule E3
 */
export const meaningOf = (payment: string): PaymentMeaning => entryOf(meanings, payment) ?? notKnown;
