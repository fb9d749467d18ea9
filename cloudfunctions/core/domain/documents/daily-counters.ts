import type { ChinaDay } from '../../../../miniprogram/shared/china-time';

/**
 * `dailyCounters`, by account or by the keyed hash of an openid: typed look-ups, counted by CST calendar day (rule C4). With
 * `invitations-` before it: invitations made.
 */
export interface DailyCounter {
  readonly days: Readonly<Record<ChinaDay, number>>;
}
