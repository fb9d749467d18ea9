import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import type { Office } from '../../../../miniprogram/shared/contract/person-ref';

/** Beside the recipients, whose ids are hashes: nobody's. */
export const CYCLE_ID = 'cycle';

/** How often people certify (rule C2). */
export const policies = ['natural-year', 'rolling-12-months'] as const;
export type Policy = (typeof policies)[number];

/** The period in which everyone must certify, `recipients` by the id `CYCLE_ID`: read together with a recipient (rule E1). */
export interface Cycle {
  readonly year: number;
  readonly policy: Policy;
  /** First and last day, inclusive. Under `rolling-12-months` both may be missing. */
  readonly opensOn?: ChinaDay;
  readonly deadline?: ChinaDay;
  /** `2020-08`: the first month that is not paid to whoever has not certified. */
  readonly firstUnpaidMonth?: string;
  readonly agency: Office;
}
