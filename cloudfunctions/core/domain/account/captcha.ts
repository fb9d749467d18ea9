import { addMinutes } from '../../../../miniprogram/shared/china-time';
import { plainNumber } from '../../../../miniprogram/shared/typed-text';
import type { Captcha } from '../documents/account';

/** Minutes that a captcha lives. */
export const CAPTCHA_MINUTES = 5;

/** The sum of two numbers from 1 to 9: little enough for an old head, and said in words as easily as painted. */
export const newCaptcha = ([first, second]: readonly [number, number], now: Date): Captcha => ({
  answer: String(first + second),
  expiresAt: addMinutes(now, CAPTCHA_MINUTES),
});

/**
 * Whether an answer is right and in time.
 * @rule A2
 */
export const isAnsweredBy = (captcha: Captcha, answer: string, now: Date): boolean =>
  now < captcha.expiresAt && plainNumber(answer) === captcha.answer;
