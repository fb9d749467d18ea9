import * as v from 'valibot';
import { MOST_TYPED } from '../../../../miniprogram/shared/typed-text';

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
 * A number or a name as people type and paste it. Tabs and direction marks pass: the iPhone wraps copied phone numbers in
 * them, and the rules take them away before they look (`shared/typed-text.ts`). What the rules let pass on the phone
 * passes here; only what no keyboard makes is refused for its form.
 * @param most UTF-16 code units
 */
export const typedText = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.check((value) => !NOT_TEXT.test(value.replace(/\t/g, ' '))),
  );

/** Rules A1 and F1. */
export const phone = typedText(MOST_TYPED.phone);
/** Rule A5. */
export const idNumber = typedText(MOST_TYPED.idNumber);
/** Rule A5. */
export const name = typedText(MOST_TYPED.name);
/** `NamedPerson` of the contract. */
export const namedPerson = { name, idNumber, asOnCard: v.exactOptional(v.boolean()) };
/** As `Random.id` makes it. */
export const hexId = v.pipe(v.string(), v.maxLength(32), v.regex(/^[0-9a-f]{32}$/));

/** The input of an action that takes none. */
export const nothing = v.record(v.string(), v.never());
/** The answer of an action that has nothing to say. */
export const empty = v.pipe(
  v.unknown(),
  v.transform((): Record<string, never> => ({})),
);
