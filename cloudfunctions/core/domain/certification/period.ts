import { chinaDay, chinaYear, type ChinaDay } from '../../../../miniprogram/shared/china-time';
import { addCalendarDays, aYearAfter, sameDayIn, yearOf } from '../calendar';
import type { Cycle, Policy } from '../documents/cycle';
import type { Recipient } from '../documents/roster';
import { entryOf } from '../table';

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
const firstDayOf = ({ year, opensOn }: Cycle): ChinaDay => {
  const newYear = `${year}-01-01`;
  // A certification of the year before would be good for that year alone.
  return opensOn !== undefined && opensOn > newYear ? opensOn : newYear;
};
const lastDayOf = ({ year, deadline }: Cycle): ChinaDay => deadline ?? `${year}-12-31`;

/** Whether a certification still holds on a day. */
export const isHolding = ({ until }: Pick<Last, 'until'>, today: ChinaDay): boolean => until >= today;

/** The calendar year in which a certification of today is made. */
export const yearPeriodOf = (today: ChinaDay): string => String(yearOf(today));

/** One success in a calendar year, by whatever method; in a year without a cycle of its own that of the year before counts. */
function isCertifiedInYear(cycle: Cycle, last: Last, today: ChinaDay): boolean {
  const madeIn = chinaYear(last.at);
  return madeIn === yearOf(today) || (madeIn >= cycle.year && isHolding(last, today));
}

/**
 * The year in which a certification is made is its period: whoever certifies in February, late for the year before, is
 * certified for the new one as well. A cycle that no other has followed for a year is over.
 */
function inYear(cycle: Cycle, last: Last | undefined, today: ChinaDay): CyclePosition {
  const period = yearPeriodOf(today);
  if (last && isCertifiedInYear(cycle, last, today)) return { state: 'certified', last };
  if (today > aYearAfter(lastDayOf(cycle)))
    return last && isHolding(last, today) ? { state: 'certified', last } : { state: 'no-cycle' };
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

const positionUnder = {
  'natural-year': inYear,
  'rolling-12-months': rolling,
} satisfies Record<Policy, (cycle: Cycle, last: Last | undefined, today: ChinaDay) => CyclePosition>;

/** A cycle whose policy is newer than this code counts as none. */
export const isKnownPolicy = ({ policy }: Cycle): boolean => entryOf(positionUnder, policy) !== undefined;

/**
 * Whether somebody is certified, may certify, or may not yet, as the agency's policy has it.
 * @param cycle one whose policy is known
 * @param last the latest certification, by whatever method
 * @rule C2
 */
export const cyclePositionOf = (cycle: Cycle, last: Last | undefined, today: ChinaDay): CyclePosition =>
  positionUnder[cycle.policy](cycle, last, today);

/** The last day of the cycle that follows the year of today's certification, as far as the present one tells. */
function untilNextDeadline(cycle: Cycle, today: ChinaDay): ChinaDay {
  const yearsOn = yearOf(today) + 1 - cycle.year;
  const lastDay = lastDayOf(cycle);
  return sameDayIn(yearOf(lastDay) + yearsOn, lastDay);
}

const untilUnder = {
  'natural-year': untilNextDeadline,
  'rolling-12-months': (_cycle, today) => aYearAfter(today),
} satisfies Record<Policy, (cycle: Cycle, today: ChinaDay) => ChinaDay>;

/**
 * The last day on which a certification of today holds: the deadline of the year after it is made, or a year after today.
 * @rule C2
 */
export const validUntil = (cycle: Cycle, today: ChinaDay): ChinaDay => untilUnder[cycle.policy](cycle, today);
