/**
 * What people type and paste, made plain before anything is compared (rule A5). Chinese input methods write full-width
 * digits and letters, and contacts copied on an iPhone come wrapped in invisible direction marks (U+202D … U+202C).
 */

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** Full-width forms lie this far above ASCII, in the same order. */
const FULL_WIDTH_OFFSET = 0xfee0;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const SPACES = /[\s\u3000]+/g;

/** Full-width letters, digits and signs as their ASCII forms, the ideographic space as a space, invisible marks gone. */
export const plainText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\u3000/g, ' ');

/** Plain text without any space, for what is a number: phones, identity numbers, codes. */
export const plainNumber = (text: string): string => plainText(text).replace(SPACES, '');

/** Plain text with single spaces inside and none around. */
export const plainWords = (text: string): string => plainText(text).replace(SPACES, ' ').trim();
