import type { ChinaDay } from '../../../miniprogram/shared/china-time';

/** The names on the roster, for whoever needs nothing else of it. */
export interface Roster {
  /**
   * What the person of a number is called today; undefined where the number is on no roster today. One database call.
   * @rule C3
   */
  nameOf(idNumber: string, today: ChinaDay): Promise<string | undefined>;
}
