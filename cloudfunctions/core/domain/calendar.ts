import { addDays, chinaDay, type ChinaDay } from '../../../miniprogram/shared/china-time';

/** `2026-08` */
export type Month = string;

/** The first instant of a CST day. */
export const startOf = (day: ChinaDay): Date => new Date(`${day}T00:00:00+08:00`);

export const addCalendarDays = (day: ChinaDay, days: number): ChinaDay => chinaDay(addDays(startOf(day), days));

export const yearOf = (day: ChinaDay): number => Number(day.slice(0, 4));

/** 29 February exists in years that 4 divides, hundreds by 400 only. */
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The same day of another year; for 29 February where it has none 28 February, which is the last of its month as well. */
export function sameDayIn(year: number, day: ChinaDay): ChinaDay {
  const monthAndDay = day.slice(4);
  return `${year}${monthAndDay === '-02-29' && !isLeapYear(year) ? '-02-28' : monthAndDay}`;
}

/** The same day a year later. */
export const aYearAfter = (day: ChinaDay): ChinaDay => sameDayIn(yearOf(day) + 1, day);

export const monthOf = (day: ChinaDay): Month => day.slice(0, 7);

export function monthAfter(month: Month): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
