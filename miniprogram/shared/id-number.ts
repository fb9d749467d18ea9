import type { ChinaDay } from './china-time';
import type { IdNumberFault } from './error-codes';
import type { Result } from './result';
import { accept, refuse } from './result';
import { MOST_TYPED, plainNumber } from './typed-text';

/** GB/T 2260, the first two digits: provinces, 71 Taiwan, 81 Hong Kong, 82 Macao. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);
/** Permits for residents of Taiwan; those for Hong Kong and Macao begin as these do in GB/T 2260. */
const PERMIT_FOR_TAIWAN = '83';
/**
 * The first digit of a permanent resident's number (card of 2023: MOD 11-2 and the date as in a citizen's number); the
 * province where it was issued comes after it.
 */
const PERMANENT_RESIDENT = '9';
const PERMIT_FOR_NEIGHBOURS = '8';

/** GB 11643-1999: the weight of each of the 17 digits, and the check digit for each remainder by 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** The sequence numbers that 15-digit numbers kept for people born in the century before. */
const CENTENARIANS = ['996', '997', '998', '999'];

/** What keyboards offer for X: the Roman ten, the sign of multiplication, letters of Greek and Cyrillic. */
const LOOKS_LIKE_X = /[\u2169\u00D7\u2715\u2716\u03A7\u0425]/g;

const bad = (fault: IdNumberFault): Result<never, 'BAD_ID_NUMBER'> => refuse('BAD_ID_NUMBER', { fault });

/**
 * The check digit after 17 digits, `0` to `9` or `X`.
 * @rule A5
 */
export function checkDigitOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

const isRegion = (idNumber: string): boolean =>
  isPermanentResident(idNumber)
    ? PROVINCES.has(idNumber.slice(1, 3))
    : PROVINCES.has(idNumber.slice(0, 2)) || idNumber.startsWith(PERMIT_FOR_TAIWAN);

/** From 15 digits to 18: the century goes in, and the check digit at the end. */
function upgrade(old: string): string {
  const century = CENTENARIANS.includes(old.slice(12)) ? '18' : '19';
  const first17 = old.slice(0, 6) + century + old.slice(6);
  return first17 + checkDigitOf(first17);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `YYYYMMDD` as it stands in a number. There is no earliest date: the numbers of the demonstration lie far back. */
function isDayUpTo(today: ChinaDay, date: string): boolean {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists && date <= today.replace(/-/g, '');
}

/**
 * An identity number in its one form: 18 characters, the last a digit or `X`. Spaces and full-width forms are accepted,
 * 15 digits are upgraded.
 * @param today the CST day, on which somebody may have been born at the latest
 * @rule A5
 */
export function readIdNumber(text: string, today: ChinaDay): Result<string, 'BAD_ID_NUMBER'> {
  const typed = text.length > MOST_TYPED.idNumber ? '' : plainNumber(text).toUpperCase().replace(LOOKS_LIKE_X, 'X');
  if (typed.length !== 15 && typed.length !== 18) return bad('length');
  if (!/^(?:\d{15}|\d{17}[\dX])$/.test(typed)) return bad('characters');
  // Permits and residents' cards came after 1999 and never had 15 digits.
  const isOfLater = isPermanentResident(typed) || typed.startsWith(PERMIT_FOR_NEIGHBOURS);
  if (typed.length === 15 && isOfLater) return bad('length');
  if (!isRegion(typed)) return bad('region');
  const idNumber = typed.length === 15 ? upgrade(typed) : typed;
  if (!isDayUpTo(today, idNumber.slice(6, 14))) return bad('date');
  return checkDigitOf(idNumber) === idNumber.charAt(17) ? accept(idNumber) : bad('check-digit');
}

/** Whether a number (18 characters) is a foreign permanent resident's. */
export const isPermanentResident = (idNumber: string): boolean => idNumber.charAt(0) === PERMANENT_RESIDENT;
