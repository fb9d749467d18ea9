/**
 * China Standard Time, UTC+8 all year round: days and years in the rules are its calendar days and years. Made from UTC
 * and never from the phone's own zone, which abroad is another one.
 */

/** `2026-08-01` */
export type ChinaDay = string;

/** An instant as ISO 8601 in UTC, to the millisecond: `2026-08-01T01:12:00.000Z`. */
export type Instant = string;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** The times of day that Chinese puts before the hour: 凌晨, 上午, 中午, 下午, 晚上. */
export type PartOfDay = 'before-dawn' | 'morning' | 'noon' | 'afternoon' | 'evening';

/** What a sentence about an instant is made of; the words are in `copy/`. */
export interface SpokenTime {
  /** 0 today, 1 tomorrow, -1 yesterday. */
  readonly dayDistance: number;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  readonly partOfDay: PartOfDay;
  /** As spoken after the part of the day: 0 to 12, so 下午 3 and 凌晨 0. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

/** A date whose UTC fields are the fields of CST. */
const shifted = (instant: Date): Date => new Date(instant.getTime() + OFFSET);

/** Days since 1970-01-01 in CST. */
const dayNumber = (instant: Date): number => Math.floor((instant.getTime() + OFFSET) / DAY);

/** The CST calendar day of an instant. */
export const chinaDay = (instant: Date): ChinaDay => shifted(instant).toISOString().slice(0, 10);

/** The CST calendar year of an instant. */
export const chinaYear = (instant: Date): number => shifted(instant).getUTCFullYear();

export const addMilliseconds = (instant: Date, milliseconds: number): Date =>
  new Date(instant.getTime() + milliseconds);

export const addMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * MINUTE);

export const addHours = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * HOUR);

/** Whole spans of 24 hours, not calendar days. */
export const addDays = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY);

function partOfDay(hour: number): PartOfDay {
  if (hour < 5) return 'before-dawn';
  if (hour < 12) return 'morning';
  if (hour === 12) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}

/**
 * An instant as it is said at another: "明天上午 9:12".
 * @param now the server's clock where there is an answer from it: a phone's may be wrong
 */
export function spokenTime(instant: Date, now: Date): SpokenTime {
  const local = shifted(instant);
  const hour = local.getUTCHours();
  return {
    dayDistance: dayNumber(instant) - dayNumber(now),
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    partOfDay: partOfDay(hour),
    hour: hour > 12 ? hour - 12 : hour,
    minute: local.getUTCMinutes(),
  };
}
