import { accept } from '../../../../miniprogram/shared/result';
import { newCaptcha } from '../../domain/account/captcha';
import type { CaptchaPainter } from '../../ports/captcha-painter';
import type { Collections } from '../../ports/database';
import type { Random } from '../../ports/random';
import type { Action } from '../steps/action';

export interface CaptchaDependencies {
  readonly database: Pick<Collections, 'captchas'>;
  readonly random: Random;
  readonly painter: CaptchaPainter;
}

/**
 * A small sum, as a picture and in words.
 * @rule A2
 */
export const captcha =
  ({ database, random, painter }: CaptchaDependencies): Action<'captcha'> =>
  async (_input, { now }) => {
    const terms = [random.integer(9) + 1, random.integer(9) + 1] as const;
    const captchaId = random.id();
    await database.captchas.put(captchaId, newCaptcha(terms, now));
    return accept({ captchaId, ...painter.paint(terms) });
  };
