import type { ChinaDay } from '../../../../miniprogram/shared/china-time';

/**
 * `dailyCounters`, by account or by the keyed hash of an openid, with the kind of try before it (`steps/daily-limits.ts`):
 * one number for each try of a CST calendar day, drawn anew. So a try that is counted again by mistake counts once.
 */
export interface DailyCounter {
  readonly days: Readonly<Record<ChinaDay, readonly number[]>>;
}
