import { chinaDay } from '../../../../miniprogram/shared/china-time';
import { monthAfter, monthOf } from '../calendar';
import type { Cycle } from '../documents/cycle';
import type { LedgerEntry } from '../documents/certification';
import type { Recipient } from '../documents/roster';
import { meaningOf } from './payment';

/** One resumption for each certification that resumes. */
export const resumptionId = (personKey: string, period: string): string => `${personKey}.resume.${period}`;

/** The first month that was not paid: the recipient's own, which may lie in a former cycle, else the cycle's. */
const firstUnpaid = ({ unpaidFrom }: Recipient, { firstUnpaidMonth }: Cycle) => unpaidFrom ?? firstUnpaidMonth;

/**
 * What the ledger says after the certification of somebody who was suspended for want of one: paid from the next month
 * on, and every month from the first unpaid one through this one is paid afterwards. Undefined where nobody was.
 * @param actor the account, or the reviewer
 * @rule E3
 */
export function resumptionOf(recipient: Recipient, cycle: Cycle, actor: string, now: Date): LedgerEntry | undefined {
  if (!meaningOf(recipient.payment).isResumed) return undefined;
  const thisMonth = monthOf(chinaDay(now));
  const from = firstUnpaid(recipient, cycle);
  return {
    personKey: recipient.personKey,
    kind: 'resume',
    cause: 'certification',
    actor,
    at: now,
    paidFrom: monthAfter(thisMonth),
    ...(from === undefined || from > thisMonth ? {} : { backPay: { from, to: thisMonth } }),
    monthlyAmount: recipient.monthlyAmount,
  };
}
