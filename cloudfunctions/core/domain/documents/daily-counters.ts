import type { ChinaDay } from '../../../../miniprogram/shared/china-time';

/**
 * `lookUps`, by account or by the keyed hash of an openid: typed look-ups, counted by CST calendar day (rule C4). With
 * `invitations-` before it: invitations made.
 */
export interface LookUps {
  readonly days: Readonly<Record<ChinaDay, number>>;
}
