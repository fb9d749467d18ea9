import { addMinutes } from '../../../../miniprogram/shared/china-time';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
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
 * Whether an answer comes in time, and is right. What comes too late is neither right nor wrong.
 * @rule A2
 */
export function checkAnswer(
  captcha: Captcha,
  answer: string,
  now: Date,
): Result<object, 'CAPTCHA_EXPIRED' | 'CAPTCHA_WRONG'> {
  if (now >= captcha.expiresAt) return refuse('CAPTCHA_EXPIRED');
  return plainNumber(answer) === captcha.answer ? accept({}) : refuse('CAPTCHA_WRONG');
}
