import type { Certification } from '../domain/documents/certification';
import type { ChinaDay } from '../../../miniprogram/shared/china-time';
import type { Cycle } from '../domain/documents/cycle';
import type { Enrolment } from '../domain/documents/identity';
import type { Recipient } from '../domain/documents/roster';
import type { Stored } from './database';
import type { StoredHelp } from '../domain/documents/help';

/** So many tries of one kind on a CST calendar day. */
export interface DailyMost {
  readonly account: number;
  readonly wechatUser: number;
}

/** Questions that are more than one id, each one database call on a declared index. */
export interface Queries {
  /** A recipient and the current cycle, in one call (`eligibility` has four to spend). */
  recipientAndCycle(id: string): Promise<{ recipient?: Stored<Recipient>; cycle?: Cycle }>;
  /** Those of these ids that are there, in no order. @param ids few: the contacts of an account */
  recipientsOf(ids: readonly string[]): Promise<Stored<Recipient>[]>;
  /**
   * Counts one try of a day against an account and a WeChat user, or against neither where one of them has had its share
   * or the database fails half way. One call; a look and one more the first time ever for either of them.
   * @rule C4
   */
  countDaily(accountId: string, wechatUserKey: string, day: ChinaDay, most: DailyMost): Promise<boolean>;
  /** Newest first. @param before the `at` of the last one seen */
  certificationsOf(personKey: string, most: number, before?: Date): Promise<Stored<Certification>[]>;
  /** What an account or a phone has certified since then, newest first (rule D11). */
  certificationsBy(
    accountId: string,
    wechatUserKey: string,
    since: Date,
    most: number,
  ): Promise<Stored<Certification>[]>;
  certificationByNumber(number: string): Promise<Stored<Certification> | undefined>;
  /** Cards that an account has photographed and whose faces have not been seen (rule B2). */
  enrolmentsOf(accountId: string, most: number): Promise<Stored<Enrolment>[]>;
  /** Newest first. */
  helpAskedBy(accountId: string, most: number): Promise<Stored<StoredHelp>[]>;
}
