import { plainNumber, plainText } from '../shared/typed-text';

/** A code has this many digits (rule A3). */
export const SMS_CODE_LENGTH = 6;

/** Six digits that stand by themselves: a text message holds other numbers too, such as "5 minutes". */
const standingAlone = (text: string): string | undefined =>
  text.split(/\D+/).find((digits) => digits.length === SMS_CODE_LENGTH);

/**
 * The code in what was typed or pasted, which may be the whole text message: its six digits, or as many of them as are
 * there yet. Full-width digits are digits; spaces and words go.
 */
export const readSmsCode = (typed: string): string => {
  const withoutSpaces = plainNumber(typed);
  const alone = standingAlone(plainText(typed)) ?? standingAlone(withoutSpaces);
  return alone ?? withoutSpaces.replace(/\D/g, '').slice(0, SMS_CODE_LENGTH);
};
