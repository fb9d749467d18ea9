import { addDays, chinaDay, type ChinaDay } from '../../../miniprogram/shared/china-time';

/** `2026-08` */
export type Month = string;

/** The first instant of a CST day. */
export const startOf = (day: ChinaDay): Date => new Date(`${day}T00:00:00+08:00`);

export const addCalendarDays = (day: ChinaDay, days: number): ChinaDay => chinaDay(addDays(startOf(day), days));

/** The same day a year later; after 29 February comes 28 February, which is the last of its month as well. */
export function aYearAfter(day: ChinaDay): ChinaDay {
  const monthAndDay = day.slice(4);
  return `${Number(day.slice(0, 4)) + 1}${monthAndDay === '-02-29' ? '-02-28' : monthAndDay}`;
}

export const monthOf = (day: ChinaDay): Month => day.slice(0, 7);

export function monthAfter(month: Month): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
