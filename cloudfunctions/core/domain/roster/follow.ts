import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import { sameName } from './same-name';

/** Name and number as an account or one of its contacts keeps them. */
export interface KeptPerson {
  readonly name: string;
  /** 18 characters */
  readonly idNumber: string;
  /**
   * The first day on which name and number agreed with the roster. From then on the number alone says who it is, and a
   * corrected name changes nothing. It is kept, and not looked for among former names of the roster, because whoever
   * types a name must know the one of that day: a wrong name stays not found, however often the roster changes (C1).
   */
  readonly agreedOn?: ChinaDay;
}

/**
 * Whether a kept person is the one on the roster.
 * @param rosterName today's, of the same number; undefined where it is on no roster
 */
export const isOnRoster = (kept: KeptPerson, rosterName: string | undefined): rosterName is string =>
  rosterName !== undefined && (kept.agreedOn !== undefined || sameName(kept.name, rosterName));

/**
 * The kept person under the name of today; the same object where nothing changes.
 * @rule C3
 */
export function follow<P extends KeptPerson>(kept: P, rosterName: string | undefined, today: ChinaDay): P {
  if (!isOnRoster(kept, rosterName)) return kept;
  if (kept.agreedOn !== undefined && kept.name === rosterName) return kept;
  return { ...kept, name: rosterName, agreedOn: kept.agreedOn ?? today };
}
