import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import type { HelpReason, HelpState } from '../../../../miniprogram/shared/contract/help';
import type { Office } from '../../../../miniprogram/shared/contract/person-ref';

/**
 * `helpRequests`, by person, or by the keyed hash of number and name where they agree with nobody on the roster: the
 * latest request; earlier ones are over (rules F1, F2).
 */
export interface StoredHelp {
  readonly personKey: string;
  /** Sealed. */
  readonly name: string;
  /** 18 characters. Sealed. */
  readonly idNumber: string;
  /** Where to call back. Sealed. */
  readonly phone?: string;
  /** The account that asked first. */
  readonly openedByAccountId: string;
  /** The accounts that ask, and in the same order why. */
  readonly askerAccountIds: readonly string[];
  readonly reasons: readonly HelpReason[];
  readonly state: HelpState;
  readonly askedAt: Date;
  readonly changedAt: Date;
  /** The unit's id; absent where the person is on no roster: then it is the agency's. */
  readonly unitId?: string;
  readonly office?: Office;
  readonly visit?: { readonly day: ChinaDay; readonly visitor: string };
}
