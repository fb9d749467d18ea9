import { addMinutes } from '../../../../miniprogram/shared/china-time';
import type { SmsPurpose } from '../../../../miniprogram/shared/contract/account';
import type { SmsCode } from '../documents/account';

export const CODE_DIGITS = 6;
/** Minutes that a code lives. */
export const CODE_MINUTES = 5;
/** So many wrong tries void a code. */
export const MOST_WRONG_CODES = 5;

/** A code as it goes out; it takes the place of the one before, which is void by that. */
export const newSmsCode = (purpose: SmsPurpose, codeHash: string, now: Date): SmsCode => ({
  purpose,
  codeHash,
  wrongTries: 0,
  expiresAt: addMinutes(now, CODE_MINUTES),
});

/** Whether a code may still be spent, by somebody whose try was counted. */
export const isInTime = (code: SmsCode, now: Date): boolean => now < code.expiresAt;

/** Whether another try may be counted on the code. */
export const takesTries = (code: SmsCode, now: Date): boolean =>
  isInTime(code, now) && code.wrongTries < MOST_WRONG_CODES;

/**
 * Counts a try as wrong before it is compared, so that of any number at once at most five are compared.
 * @rule A3
 */
export const countTry = (code: SmsCode): SmsCode => ({ ...code, wrongTries: code.wrongTries + 1 });

/** Takes back a try that was right, where the code was not spent. */
export const uncountTry = (code: SmsCode): SmsCode => ({ ...code, wrongTries: Math.max(0, code.wrongTries - 1) });

/** 0 to 4 after a try. */
export const codeTriesLeft = (code: SmsCode): number => MOST_WRONG_CODES - code.wrongTries;
