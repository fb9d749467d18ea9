import { chinaDay, type ChinaDay } from '../../../../miniprogram/shared/china-time';
import { addCalendarDays, aYearAfter } from '../calendar';
import type { Cycle } from '../documents/cycle';
import type { Recipient } from '../documents/roster';

type Last = NonNullable<Recipient['last']>;

/** Days before the last one on which a certification holds, from which on the next may be made (`rolling-12-months`). */
export const RENEWAL_DAYS = 90;

/** Where somebody stands with the yearly certification. */
export type CyclePosition =
  | { readonly state: 'certified'; readonly last: Last }
  | { readonly state: 'no-cycle' }
  | { readonly state: 'not-open'; readonly opensOn: ChinaDay; readonly period: string }
  | {
      readonly state: 'open';
      /** What a certification would be for: the same for all who try at the same moment (rule D3). */
      readonly period: string;
      /** Inclusive; absent where none is set. */
      readonly lastDay?: ChinaDay;
      readonly isOverdue: boolean;
    };

const openUntil = (period: string, lastDay: ChinaDay | undefined, today: ChinaDay): CyclePosition => ({
  state: 'open',
  period,
  ...(lastDay === undefined ? {} : { lastDay }),
  isOverdue: lastDay !== undefined && today > lastDay,
});

/** Where the agency has named no days, the whole calendar year. */
const firstDayOf = ({ year, opensOn }: Cycle): ChinaDay => opensOn ?? `${year}-01-01`;
const lastDayOf = ({ year, deadline }: Cycle): ChinaDay => deadline ?? `${year}-12-31`;

/** A cycle that no other has followed for a year is over: a certification in it would hold no longer when it is made. */
function inYear(cycle: Cycle, last: Last | undefined, today: ChinaDay): CyclePosition {
  const period = String(cycle.year);
  const until = aYearAfter(lastDayOf(cycle));
  if (last?.period === period && last.until >= today) return { state: 'certified', last };
  if (last?.period === period || today > until) return { state: 'no-cycle' };
  if (today < firstDayOf(cycle)) return { state: 'not-open', opensOn: firstDayOf(cycle), period };
  return openUntil(period, lastDayOf(cycle), today);
}

/** Whoever was never certified goes by the dates of the agency, everybody else by their own. */
function rolling(cycle: Cycle, last: Last | undefined, today: ChinaDay): CyclePosition {
  if (last && today < addCalendarDays(last.until, -RENEWAL_DAYS)) return { state: 'certified', last };
  if (last) return openUntil(`after-${chinaDay(last.at)}`, last.until, today);
  const period = 'first';
  if (cycle.opensOn !== undefined && today < cycle.opensOn)
    return { state: 'not-open', opensOn: cycle.opensOn, period };
  return openUntil(period, cycle.deadline, today);
}

/**
 * Whether somebody is certified, may certify, or may not yet, as the agency's policy has it.
 * @param last the latest certification, by whatever method
 * @rule C2
 */
export function cyclePositionOf(cycle: Cycle | undefined, last: Last | undefined, today: ChinaDay): CyclePosition {
  if (!cycle) return last && last.until >= today ? { state: 'certified', last } : { state: 'no-cycle' };
  return cycle.policy === 'natural-year' ? inYear(cycle, last, today) : rolling(cycle, last, today);
}

/**
 * The last day on which a certification of today holds: a year after the deadline of its cycle, or after today.
 * @rule C2
 */
export const validUntil = (cycle: Cycle, today: ChinaDay): ChinaDay =>
  aYearAfter(cycle.policy === 'natural-year' ? lastDayOf(cycle) : today);
