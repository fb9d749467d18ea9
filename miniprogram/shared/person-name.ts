import { isPermanentResident } from './id-number';
import type { Result } from './result';
import { accept, refuse } from './result';
import { standardCharacters } from './gb-characters';
import { DOTS, MOST_TYPED, plainWords } from './typed-text';

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
/** The stroke 丶 between two parts was meant as a dot; without a part on either side it is a character. */
const STROKE_AS_DOT = new RegExp(`([${HAN}])\\u4E36+(?=[${HAN}])`, 'gu');
const LATIN = 'A-Z\\u00C0-\\u00D6\\u00D8-\\u00DE\\u0100-\\u024F\\u1E00-\\u1EFF';
const LATIN_NAME = new RegExp(`^[${LATIN}]+(?:(?:, |·|[ ,'-]|· )[${LATIN}]+)*·?$`, 'u');

const SHORTEST = 2;
const LONGEST = 50;

/**
 * A name in the one form in which names are kept: every dot is one `·`, no spaces around or between Han, each character
 * under its standard number (礼 and not U+FA18), Latin letters in capitals as cards print them.
 * @rule A5
 */
export function normalisePersonName(text: string): string {
  const name = standardCharacters(plainWords(text))
    .replace(DOTS, '·')
    .replace(/·(?: *·)+/g, '·')
    .replace(HYPHENS, '-')
    .replace(APOSTROPHES, "'")
    .toUpperCase();
  return HAS_HAN.test(name) ? name.replace(/ /g, '').replace(STROKE_AS_DOT, '$1·') : name.replace(/ ?, ?/g, ', ');
}

/**
 * A name as an identity card writes it, 2 to 50 characters, a rare one beyond the BMP counted as one. Latin letters are
 * accepted for permanent residents only.
 * @param idNumber the same person's number, 18 characters
 * @rule A5
 */
export function readPersonName(text: string, idNumber: string): Result<string, 'BAD_NAME'> {
  if (text.length > MOST_TYPED.name) return refuse('BAD_NAME');
  const name = normalisePersonName(text);
  const length = Array.from(name).length;
  if (length < SHORTEST || length > LONGEST) return refuse('BAD_NAME');
  const isName = HAN_NAME.test(name) || (isPermanentResident(idNumber) && LATIN_NAME.test(name));
  return isName ? accept(name) : refuse('BAD_NAME');
}
