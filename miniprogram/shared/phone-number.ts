import type { Result } from './result';
import { accept, refuse } from './result';
import { DASHES, DOTS, MOST_TYPED, plainNumber } from './typed-text';

const BRACKETS = /[()[\]{}<>\u2329\u232A\u3008-\u3011\u3014-\u301B\uFE59-\uFE5E]/g;
const COMMAS = /[,/|\uFE50\uFE51]/g;
const PLUS = /[\uFB29\uFE62\u207A\u2795]/g;
/** A trunk zero, as foreign numbers show it: it is not dialled after a country code. */
const SHOWN_ZERO = /\(0\)/g;

/** Dialled before a number to have it carried cheaply: the networks' codes for calls over the internet. */
const CARRIERS = '(?:17951|17950|17911|17910|17909|17908|17901|17900|12593|11808|10193)?';
const CHINA = '(?:\\+?0{0,2}86)?';

const MAINLAND_MOBILE = new RegExp(`^${CARRIERS}${CHINA}${CARRIERS}0?(1[3-9]\\d{9})$`);

/** Digits with what may stand around them in a phone number taken away. */
const digitsOf = (text: string): string =>
  plainNumber(text)
    .replace(PLUS, '+')
    .replace(SHOWN_ZERO, '')
    .replace(BRACKETS, '')
    .replace(DASHES, '')
    .replace(DOTS, '')
    .replace(COMMAS, '');

/**
 * A mainland mobile number as 11 digits. Full-width digits, spaces, dashes, dots, brackets and a leading 0, +86, 0086 or
 * 17951 are accepted: old people write numbers in all these ways.
 * @rule A1
 */
export function readPhoneNumber(text: string): Result<string, 'BAD_PHONE'> {
  const phone = text.length > MOST_TYPED.phone ? undefined : MAINLAND_MOBILE.exec(digitsOf(text))?.[1];
  return phone === undefined ? refuse('BAD_PHONE') : accept(phone);
}

/** Area codes: 010 and 02x before eight digits, the others before seven or eight. */
const LANDLINE = new RegExp(
  `^${CARRIERS}${CHINA}${CARRIERS}(?:0?(10|2[0-57-9])([2-8]\\d{7})|0?([3-9]\\d{2})([2-8]\\d{6,7}))$`,
);
/** An area code is written with its 0, or after China's country code. */
const LANDLINE_BEGINS = new RegExp(`^${CARRIERS}(?:0|\\+?86)`);
/** Numbers of companies and offices, dialled as they are. */
const SERVICE = new RegExp(`^${CHINA}([48]00\\d{7})$`);
/** The country codes that have been given out (ITU-T E.164), but for China's own. */
const COUNTRY =
  '(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[124]|9[0-58]|(?:2[1-69]|3[578]|42|5[09]|6[7-9]|8[0578])\\d|9(?:6[0-8]|7[0-79]|9[2-68]))';
const FOREIGN = new RegExp(`^(?:\\+|00)(?=\\d{8,15}$)(${COUNTRY}\\d+)$`);
/** How long the numbers of the neighbours and of North America are: here a digit too few is found. */
const LENGTHS: readonly (readonly [country: RegExp, length: RegExp])[] = [
  [/^1/, /^\d{11}$/],
  [/^85[23]/, /^\d{11}$/],
  [/^886/, /^\d{11,12}$/],
];
const EXTENSION = /(?:\u8F6C\u63A5?|\u8F49\u63A5?|\u5206\u673A\u53F7?|EXT\.?|X|#|\*|,|;|:|-)+\.?:?(\d{1,6})$/;

function readLandline(digits: string): string | undefined {
  const found = LANDLINE_BEGINS.test(digits) ? LANDLINE.exec(digits) : undefined;
  if (!found) return undefined;
  const [, metropolis, long, area, short] = found;
  return metropolis === undefined ? `0${area}${short}` : `0${metropolis}${long}`;
}

function readForeign(digits: string): string | undefined {
  const number = FOREIGN.exec(digits)?.[1];
  if (number === undefined) return undefined;
  const isWhole = LENGTHS.every(([country, length]) => !country.test(number) || length.test(number));
  return isWhole ? `+${number}` : undefined;
}

/** With an extension: what an exchange lies behind, dialled after a pause. */
function readExchange(text: string): string | undefined {
  const found = EXTENSION.exec(plainNumber(text).toUpperCase().replace(DASHES, '-'));
  if (!found) return undefined;
  const digits = digitsOf(found.input.slice(0, found.index));
  const number = readLandline(digits) ?? SERVICE.exec(digits)?.[1];
  return number === undefined ? undefined : `${number},${found[1]}`;
}

/**
 * A number to call back, as it is dialled: a mainland mobile number in 11 digits, a landline with its area code
 * (`09137212345`, an extension after a comma, which dials as a pause), a 400 or 800 number, or a foreign one with `+`.
 * @rule F1
 */
export function readCallBackNumber(text: string): Result<string, 'BAD_PHONE'> {
  if (text.length > MOST_TYPED.phone) return refuse('BAD_PHONE');
  const digits = digitsOf(text);
  const number =
    MAINLAND_MOBILE.exec(digits)?.[1] ??
    readLandline(digits) ??
    SERVICE.exec(digits)?.[1] ??
    readForeign(digits) ??
    readExchange(text);
  return number === undefined ? refuse('BAD_PHONE') : accept(number);
}
