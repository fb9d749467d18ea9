import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import type { Method } from '../../../../miniprogram/shared/contract/certification';
import type { Office } from '../../../../miniprogram/shared/contract/person-ref';
import type { ReferencePortrait } from './face';
import type { SeenStill } from './face';

/** What the ledger says of a recipient's payment (rules E3, E4, E6). */
export const payments = ['paid', 'suspended-not-certified', 'suspended-special', 'ended'] as const;
export type Payment = (typeof payments)[number];

/** `recipients`, by the keyed hash of the ID number: the roster, and what is known of a recipient besides. */
export interface Recipient {
  /** Sealed. */
  readonly name: string;
  /** Sealed. */
  readonly idNumber: string;
  /** Stays when a number is corrected: the keyed hash of the first one. */
  readonly personKey: string;
  readonly unit: Office & { readonly id: string };
  readonly payment: Payment;
  /** In fen (0.01 yuan). */
  readonly monthlyAmount: number;
  /** First day on which this entry is good, and first day on which it is not any more (rule C3). */
  readonly validFrom?: ChinaDay;
  readonly validUntil?: ChinaDay;
  /** A corrected name and the day from which it is the name. Sealed (rule C3). */
  readonly correctedName?: { readonly name: string; readonly from: ChinaDay };
  /** Sealed. */
  readonly portrait?: ReferencePortrait;
  /** The latest certification. */
  readonly last?: {
    readonly number: string;
    readonly period: string;
    readonly method: Method;
    readonly at: Date;
    readonly until: ChinaDay;
  };
  /** Faces that failed on a CST calendar day (rule D5). */
  readonly failedFaces?: { readonly day: ChinaDay; readonly count: number };
  /** Those of the latest tries, the newest last. */
  readonly seenStills?: readonly SeenStill[];
  /**
   * The review that an earlier try waits for, and since when (rule D6). `after` is the number of the certification that
   * was the latest by then, absent where there was none: another one makes the review pointless.
   */
  readonly review?: { readonly id: string; readonly since: Date; readonly after?: string };
  /** `2026-08`: the first month that was not paid; good while the payment is suspended (rule E3). */
  readonly unpaidFrom?: string;
}
