import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { SmsQuota } from '../documents/account';

/** Between two codes to one phone. */
export const RESEND_SECONDS = 60;
/** A CST calendar day, to one phone and from one WeChat user. */
export const MOST_PER_DAY = { phone: 10, user: 20 } as const;

/** Without a sign: a clock that was set back must not keep anybody waiting for days. */
const secondsBetween = (one: Date, other: Date): number => Math.abs(one.getTime() - other.getTime()) / 1000;

const sentOn = (day: string, quota: SmsQuota | undefined): number => (quota?.day === day ? quota.sentToday : 0);

const count = (quota: SmsQuota | undefined, now: Date): SmsQuota => {
  const day = chinaDay(now);
  return { day, sentToday: sentOn(day, quota) + 1, lastSentAt: now };
};

/** What was sent to one phone and from one WeChat user; missing where nothing ever was. */
export interface SmsQuotas {
  readonly phone: SmsQuota | undefined;
  readonly user: SmsQuota | undefined;
}

/**
 * Counts one more message, or says why there is none.
 * @rule A3
 */
export function countSms(
  quotas: SmsQuotas,
  now: Date,
): Result<{ readonly phone: SmsQuota; readonly user: SmsQuota }, 'SMS_LIMIT_REACHED' | 'SMS_TOO_SOON'> {
  const day = chinaDay(now);
  if (sentOn(day, quotas.phone) >= MOST_PER_DAY.phone) return refuse('SMS_LIMIT_REACHED', { per: 'phone' });
  if (sentOn(day, quotas.user) >= MOST_PER_DAY.user) return refuse('SMS_LIMIT_REACHED', { per: 'user' });
  const passed = quotas.phone ? secondsBetween(quotas.phone.lastSentAt, now) : RESEND_SECONDS;
  if (passed < RESEND_SECONDS) return refuse('SMS_TOO_SOON', { waitSeconds: Math.ceil(RESEND_SECONDS - passed) });
  return accept({ phone: count(quotas.phone, now), user: count(quotas.user, now) });
}
