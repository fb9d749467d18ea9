import type { Account, Captcha, Card, PhoneLogin, Session, SmsCode, SmsQuota } from '../domain/documents/account';
import type { Alert, Certification, LedgerEntry } from '../domain/documents/certification';
import type { Enrolment, Holder } from '../domain/documents/identity';
import type { FaceChallenge, Review } from '../domain/documents/face-check';
import type { Invitation } from '../domain/documents/family';
import type { DailyCounter } from '../domain/documents/daily-counters';
import type { Recipient } from '../domain/documents/roster';
import type { StoredHelp } from '../domain/documents/help';

/** A document as it was read. */
export interface Stored<D> {
  readonly id: string;
  /** What a later `replace` compares: another one after each write, also after `put`, and after `remove` and `create`. */
  readonly revision: number;
  readonly value: D;
}

/**
 * Documents of one kind, found by their id alone. Every method is one database call (`transact` apart), whatever the
 * size of the collection. Uniqueness comes from ids, and a change that depends on what was read goes through `replace`.
 */
export interface Collection<D> {
  get(id: string): Promise<Stored<D> | undefined>;
  /**
   * The document as it now stands; undefined, and nothing written, where the id exists. Inside a transaction that is the
   * end of it: nothing may be asked of it afterwards, and nothing of it is kept.
   */
  create(id: string, value: D): Promise<Stored<D> | undefined>;
  /** Writes whatever was there before. */
  put(id: string, value: D): Promise<void>;
  /**
   * The document as it now stands, so that a further `replace` needs no `get` (a sign-in has four calls to spend);
   * undefined, and nothing written, where it has changed or gone since it was read.
   */
  replace(seen: Stored<D>, value: D): Promise<Stored<D> | undefined>;
  /** Writes some fields and leaves the others, whatever they are by now. False where there is no such document. */
  merge(id: string, fields: Partial<D>): Promise<boolean>;
  /** False where there was nothing (any more): of two who remove at once, one gets true. */
  remove(id: string): Promise<boolean>;
}

/** The collections, by their names in `cloudfunctions/database/collections.json`. */
export interface Collections {
  accounts: Collection<Account>;
  captchas: Collection<Captcha>;
  alerts: Collection<Alert>;
  cards: Collection<Card>;
  certifications: Collection<Certification>;
  challenges: Collection<FaceChallenge>;
  enrolments: Collection<Enrolment>;
  helpRequests: Collection<StoredHelp>;
  holders: Collection<Holder>;
  invitations: Collection<Invitation>;
  ledger: Collection<LedgerEntry>;
  dailyCounters: Collection<DailyCounter>;
  phones: Collection<PhoneLogin>;
  recipients: Collection<Recipient>;
  reviews: Collection<Review>;
  sessions: Collection<Session>;
  smsCodes: Collection<SmsCode>;
  smsQuotas: Collection<SmsQuota>;
}

export interface Database extends Collections {
  /**
   * All or nothing. `work` may run several times (conflicts are retried), so it does nothing but database calls on the
   * collections it is given. What it returns comes back. To give up, return before the first write. What it has read
   * and then writes is at the commit as it was read, so `put` needs no `replace` here; what it only reads may change.
   * @throws DatabaseBusy when conflicts don't end.
   */
  transact<T>(work: (inside: Collections) => Promise<T>): Promise<T>;
}

/** Thrown when a transaction or a compare-and-set met a conflict every time it was tried; answered as `BUSY`. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
}
