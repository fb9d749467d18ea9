/**
 * What the use-cases need from outside. Adapters (`cloudfunctions/adapters`) implement these for the cloud,
 * `test/support` implements them in memory. A port answers expected outcomes as values and throws faults.
 */
import type { Account, Captcha, Card, PhoneLogin, Session, SmsCode, SmsQuota } from './domain/documents';
import type { SmsPurpose } from '../../miniprogram/shared/contract';

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
  /** The document as it now stands; undefined, and nothing written, where the id exists. */
  create(id: string, value: D): Promise<Stored<D> | undefined>;
  /** Writes whatever was there before. */
  put(id: string, value: D): Promise<void>;
  /**
   * The document as it now stands, so that a further `replace` needs no `get` (a sign-in has four calls to spend);
   * undefined, and nothing written, where it has changed or gone since it was read.
   */
  replace(seen: Stored<D>, value: D): Promise<Stored<D> | undefined>;
  /** False where there was nothing (any more): of two who remove at once, one gets true. */
  remove(id: string): Promise<boolean>;
}

/** The collections, by their names in `cloudfunctions/database/collections.json`. */
export interface Collections {
  accounts: Collection<Account>;
  captchas: Collection<Captcha>;
  cards: Collection<Card>;
  phones: Collection<PhoneLogin>;
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

/** Unpredictable values from a cryptographic source. */
export interface Random {
  /** 32 hexadecimal characters. */
  id(): string;
  /** `length` decimal digits. */
  digits(length: number): string;
  /** An integer from 0 up to, not including, `below`. */
  integer(below: number): number;
}

/** What a keyed hash stands for: the same value under another purpose hashes differently. */
export type HashPurpose = 'phone' | 'id-number' | 'openid' | 'sms-code';

/** Keyed hashes for look-up (HMAC-SM3, rule H2): 64 hexadecimal characters. */
export interface KeyedHash {
  of(purpose: HashPurpose, value: string): string;
}

/** Passwords as they are stored (scrypt, rule A7). */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time where `stored` is missing, so that an unknown phone can't be told from a wrong password. */
  matches(password: string, stored: string | undefined): Promise<boolean>;
}

/** Text messages. */
export interface Sms {
  /**
   * @param to 11 digits
   * @returns false where the service did not take the message
   */
  sendCode(to: string, purpose: SmsPurpose, code: string): Promise<boolean>;
}

export type CardCheck =
  { outcome: 'unknown' | 'not-activated' | 'wrong-password' | 'unavailable' } | { outcome: 'right'; name: string };

/** The social-security card service of the region (rule A13). */
export interface SocialSecurityCards {
  check(idNumber: string, cardPassword: string): Promise<CardCheck>;
}

/** The names on the roster, as far as sign-in needs them (rule A13). */
export interface Roster {
  /** Undefined where the number is not on the roster. */
  nameOf(idNumber: string): Promise<string | undefined>;
}

/** WeChat's phone-number button (rule A8). */
export interface PhoneButton {
  /** The 11-digit mainland number, or undefined where WeChat knows no such code or the number is foreign. */
  phoneOf(code: string): Promise<string | undefined>;
}

/** Simplified and traditional characters (rule A6). */
export interface NameScript {
  /** The name in simplified characters; the same string where it already is. */
  simplified(name: string): Promise<string>;
}

/** Shows a sum in two forms (rule A2). */
export interface CaptchaPainter {
  /**
   * @param terms two integers from 1 to 9
   * @returns `image`: a `data:image/svg+xml;base64,…` URL, distorted; `question`: the same sum in Chinese words
   */
  paint(terms: readonly [number, number]): { image: string; question: string };
}

/** What one call knows of its caller. The clock is read once, here. */
export interface Context {
  /** The WeChat user's openid; from the platform, never from the input. */
  readonly openid: string;
  readonly now: Date;
  readonly requestId: string;
}
