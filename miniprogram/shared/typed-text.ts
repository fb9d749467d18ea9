/**
 * What people type and paste, made plain before anything is compared (rule A5). Chinese input methods write full-width
 * digits and letters, and contacts copied on an iPhone come wrapped in invisible direction marks (U+202D … U+202C).
 * Phone and server run the same code: what passes here is never refused by the server for its form.
 */

/** UTF-16 code units of a typed text, marks and spaces and all; whoever sends more has not typed it. */
export const MOST_TYPED = { phone: 60, idNumber: 80, name: 200 } as const;

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** Full-width forms lie this far above ASCII, in the same order. */
const FULL_WIDTH_OFFSET = 0xfee0;
/**
 * What fonts show as nothing: Unicode's Default_Ignorable_Code_Point, among them direction marks, joiners, variation
 * selectors and tags, and the marks of annotations. Written out: `\p{…}` follows the age of the phone's engine.
 */
const INVISIBLE =
  // eslint-disable-next-line no-misleading-character-class -- each of these is a mark by itself
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;
/** Other control characters than the tab are no text, on either side. U+E5E5 is the ideographic space of old GBK fonts. */
const SPACES = /[\t \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000\uE5E5]+/g;

/** Full-width letters, digits and signs as their ASCII forms, every space as a space, invisible marks gone. */
export const plainText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(SPACES, ' ');

/** Plain text without any space, for what is a number: phones, identity numbers, codes. */
export const plainNumber = (text: string): string => plainText(text).replace(/ /g, '');

/** Plain text with single spaces inside and none around. */
export const plainWords = (text: string): string => plainText(text).trim();

/** Dashes of all lengths, and what keyboards offer in their place. */
export const DASHES = /[-_~\u00AF\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF70]/g;
/**
 * All the dots that keyboards, fonts and old registers put between the parts of a name or of a number: small and large,
 * round and square, filled and not, those of emoji too.
 */
export const DOTS =
  /[.\u00B0\u00B7\u00BA\u02D9\u02DA\u0387\u1427\u16EB\u2022-\u2024\u2027\u204C\u204D\u2218\u2219\u2299-\u229B\u22C4-\u22C6\u2802\u25A0\u25AA\u25AB\u25B4\u25B8\u25CB\u25C6-\u25C9\u25CE\u25CF\u25D8\u25D9\u25E6\u25EF\u25FB-\u25FE\u26AA-\u26AC\u2981\u29BF\u2A00\u2B1B\u2B1D\u2B1E\u2B24\u2B25\u2B29\u2B2A\u2B58\u2E30-\u2E33\u23FA\u3001\u3002\u30FB\u318D\uA4F8\uA78F\uFE12\uFE45\uFE46\uFE52\uFF61\uFF64\uFF65\u{10101}\u{1F518}\u{1F534}\u{1F535}\u{1F538}\u{1F539}\u{1F784}\u{1F7E0}-\u{1F7EB}]/gu;
