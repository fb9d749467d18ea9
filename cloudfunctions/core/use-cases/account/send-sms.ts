import type { AccountApi } from '../../../../miniprogram/shared/contract/account';
import { readPhoneNumber } from '../../../../miniprogram/shared/phone-number';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { checkAnswer } from '../../domain/account/captcha';
import { CODE_DIGITS, newSmsCode } from '../../domain/account/sms-code';
import type { SmsCode } from '../../domain/documents/account';
import { countSms, RESEND_SECONDS } from '../../domain/account/sms-quota';
import type { Collections, Database } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Random } from '../../ports/random';
import type { Sms } from '../../ports/sms';
import type { Action } from '../steps/action';
import { smsCodeHash, smsCodeId } from './prove-phone';

export interface SendSmsDependencies {
  readonly database: Pick<Database, 'captchas' | 'transact'>;
  readonly hash: KeyedHash;
  readonly random: Random;
  readonly sms: Sms;
}

type Answer = Pick<AccountApi['sendSms']['input'], 'captchaId' | 'answer'>;

/**
 * Of many answers at once, only the one that removes the captcha counts (rule A2). One that is there no more was used up,
 * or was swept away because of its age.
 */
async function answerCaptcha(captchas: Collections['captchas'], { captchaId, answer }: Answer, now: Date) {
  const asked = await captchas.get(captchaId);
  const isFirst = asked !== undefined && (await captchas.remove(captchaId));
  return isFirst ? checkAnswer(asked.value, answer, now) : refuse('CAPTCHA_EXPIRED');
}

/** Counts the message and puts the new code in the place of the old one, or does neither (rule A3). */
const countAndStore = (
  { database, hash }: SendSmsDependencies,
  phone: string,
  code: SmsCode,
  { openid, now }: Context,
) =>
  database.transact(async ({ smsCodes, smsQuotas }) => {
    const [phoneId, userId] = [hash.of('phone', phone), hash.of('openid', openid)];
    const [toPhone, fromUser] = [await smsQuotas.get(phoneId), await smsQuotas.get(userId)];
    const counted = countSms({ phone: toPhone?.value, user: fromUser?.value }, now);
    if (!counted.ok) return counted;
    await smsQuotas.put(phoneId, counted.data.phone);
    await smsQuotas.put(userId, counted.data.user);
    await smsCodes.put(smsCodeId(hash, code.purpose, phone), code);
    return counted;
  });

/**
 * Sends a code to a phone, registered or not: which of them it is, only its holder may learn. The message is counted
 * before it goes out, and stays counted where the service does not take it: the answer alone may have been lost, and a
 * service in trouble must not be called without limit.
 * @rule A2
 * @rule A3
 */
export const sendSms =
  (deps: SendSmsDependencies): Action<'sendSms'> =>
  async (input, context) => {
    const phone = readPhoneNumber(input.phone);
    if (!phone.ok) return phone;
    const answered = await answerCaptcha(deps.database.captchas, input, context.now);
    if (!answered.ok) return answered;
    const { purpose } = input;
    const smsCode = deps.random.digits(CODE_DIGITS);
    const codeHash = smsCodeHash(deps.hash, { phone: phone.data, purpose, smsCode });
    const code = newSmsCode(purpose, codeHash, context.now);
    const counted = await countAndStore(deps, phone.data, code, context);
    if (!counted.ok) return counted;
    if (!(await deps.sms.sendCode(phone.data, purpose, smsCode))) return refuse('SMS_NOT_SENT');
    return accept({ expiresAt: code.expiresAt.toISOString(), resendAfterSeconds: RESEND_SECONDS });
  };
