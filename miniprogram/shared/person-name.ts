import { isPermanentResident } from './id-number';
import type { Result } from './result';
import { accept, refuse } from './result';
import { plainWords } from './typed-text';

/** All the dots that keyboards, fonts and old registers put between the parts of a name. */
const DOTS =
  /[.\u00B7\u02D9\u0387\u1427\u16EB\u2022\u2024\u2027\u2219\u22C5\u25CF\u25E6\u2E31\u2E33\u3002\u30FB\u318D\uA78F\uFE52\uFF61\uFF65]/g;
/** Hyphens and apostrophes, as Latin names have them. */
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const APOSTROPHES = /[\u2018\u2019\u02BC\u0060\u00B4]/g;

/**
 * Han by code points, not by `\p{Script=Han}`: that follows the age of the phone's engine, and phone and server shall
 * judge alike. Planes 2 and 3 hold nothing else. 〇 (U+3007) is a character of names; the radicals below U+3000 are not.
 */
const HAN = '\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFD}';
const HAN_NAME = new RegExp(`^[${HAN}]+(?:·[${HAN}]+)*$`, 'u');
const HAS_HAN = new RegExp(`[${HAN}]`, 'u');
const LATIN = 'A-Z\\u00C0-\\u00D6\\u00D8-\\u00DE\\u0100-\\u024F\\u1E00-\\u1EFF';
const LATIN_NAME = new RegExp(`^[${LATIN}]+(?:(?:, |·|[ ,'-]|· )[${LATIN}]+)*·?$`, 'u');

const SHORTEST = 2;
const LONGEST = 50;

/**
 * A name in the one form in which names are compared: every middle dot is `·`, no spaces around or between Han, Latin
 * letters in capitals as cards print them. The ideographs that GBK has twice (礼 as U+FA18) become the usual ones.
 * @rule A5
 */
export function normalisePersonName(text: string): string {
  const name = plainWords(text)
    .normalize('NFC')
    .replace(DOTS, '·')
    .replace(HYPHENS, '-')
    .replace(APOSTROPHES, "'")
    .toUpperCase();
  return HAS_HAN.test(name) ? name.replace(/ /g, '') : name;
}

/**
 * A name as an identity card writes it, 2 to 50 characters, a rare one beyond the BMP counted as one. Latin letters are
 * accepted for permanent residents only.
 * @param idNumber the same person's number, 18 characters
 * @rule A5
 */
export function readPersonName(text: string, idNumber: string): Result<string, 'BAD_NAME'> {
  const name = normalisePersonName(text);
  const length = Array.from(name).length;
  if (length < SHORTEST || length > LONGEST) return refuse('BAD_NAME');
  const isName = HAN_NAME.test(name) || (isPermanentResident(idNumber) && LATIN_NAME.test(name));
  return isName ? accept(name) : refuse('BAD_NAME');
}
