import * as v from 'valibot';

/** Control characters, half a surrogate pair, code points that are no characters: nobody types these. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
/** Turn the direction of writing, so that what is shown is not what is kept (Unicode TR36). */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * A text of bounded length without odd characters. The bound is the first check: what comes later may be slow.
 * @param most UTF-16 code units
 */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.check((value) => !NOT_TEXT.test(value) && !DIRECTION.test(value)),
  );

/**
 * A number as people type and paste it. Direction marks pass: the iPhone wraps copied phone numbers in them, and the
 * rules take them away before they look (`shared/typed-text.ts`).
 * @param most UTF-16 code units
 */
export const numberText = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.check((value) => !NOT_TEXT.test(value)),
  );

/** Room for 11 digits with +86, spaces, dashes and marks (rule A1). */
export const phone = numberText(40);
/** Room for 18 characters with spaces (rule A5). */
export const idNumber = numberText(60);
/** 50 characters beyond the BMP, and spaces (rule A5). */
export const name = text(160);
/** As `Random.id` makes it. */
export const hexId = v.pipe(v.string(), v.maxLength(32), v.regex(/^[0-9a-f]{32}$/));

/** The input of an action that takes none. */
export const nothing = v.record(v.string(), v.never());
/** The answer of an action that has nothing to say. */
export const empty = v.pipe(
  v.unknown(),
  v.transform((): Record<string, never> => ({})),
);
