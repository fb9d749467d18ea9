/**
 * What the use-cases need from outside. Adapters (`cloudfunctions/adapters`) implement these for the cloud,
 * `test/support` implements them in memory. A port answers expected outcomes as values and throws faults.
 */
import type {
  Account,
  Alert,
  Captcha,
  Card,
  Certification,
  Cycle,
  Enrolment,
  FaceChallenge,
  Holder,
  Invitation,
  LedgerEntry,
  LookUps,
  PhoneLogin,
  Recipient,
  Review,
  Session,
  SmsCode,
  SmsQuota,
  StoredHelp,
} from './domain/documents';
import type { CardFault, FaceAction, Still } from '../../miniprogram/shared/contract/identity';
import type { ChinaDay } from '../../miniprogram/shared/china-time';
import type { SmsPurpose } from '../../miniprogram/shared/contract/account';

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
  lookUps: Collection<LookUps>;
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

/** Questions that are more than one id, each one database call on a declared index. */
export interface Queries {
  /** A recipient and the current cycle, in one call (`eligibility` has four to spend). */
  recipientAndCycle(id: string): Promise<{ recipient?: Stored<Recipient>; cycle?: Cycle }>;
  /**
   * Counts one typed look-up against an account and a WeChat user, or neither where one of them has had its share.
   * One call; two more the first time ever for either of them.
   * @param phone keyed hash of the openid
   * @rule C4
   */
  countLookUp(
    account: string,
    phone: string,
    day: ChinaDay,
    most: { account: number; phone: number },
  ): Promise<boolean>;
  /** Newest first. @param before the `at` of the last one seen */
  certificationsOf(person: string, most: number, before?: Date): Promise<Stored<Certification>[]>;
  /** What an account or a phone has certified since then, newest first (rule D11). */
  certificationsBy(account: string, phone: string, since: Date, most: number): Promise<Stored<Certification>[]>;
  certificationByNumber(number: string): Promise<Stored<Certification> | undefined>;
  /** Cards that an account has photographed and whose faces have not been seen (rule B2). */
  enrolmentsOf(account: string, most: number): Promise<Stored<Enrolment>[]>;
  /** Newest first. */
  helpAskedBy(account: string, most: number): Promise<Stored<StoredHelp>[]>;
}

/** Cloud storage. Paths and names say nothing about a person (rule H2). */
export interface Files {
  /** What a phone has uploaded; undefined where nothing has arrived, or where `fileId` is not at that path. */
  uploaded(fileId: string, path: string | RegExp): Promise<Uint8Array | undefined>;
  /** Keeps bytes encrypted. @returns the file's id */
  keep(folder: 'portraits' | 'reviews', bytes: Uint8Array): Promise<string>;
  /** @throws where it is gone or was changed */
  open(fileId: string): Promise<Uint8Array>;
  /** Deletes, also what is not there any more. */
  remove(fileIds: readonly string[]): Promise<void>;
}

/** What one still shows, as the server's own detector sees it (`face.md`). */
export interface StillFindings {
  /** False where the bytes are no picture in the agreed size. */
  readonly isPicture: boolean;
  readonly faces: number;
  /** Of the face nearest the centre: its larger side, as a part of the picture's shorter side; 0 without a face. */
  readonly size: number;
  /** Mean brightness of the face, 0 to 255; without a face, of the picture. */
  readonly brightness: number;
  /** Variance of the face's Laplacian at a fixed size: low is blurred. */
  readonly sharpness: number;
  /** How far both eyes are open, in heights of the nose; mouth aspect ratio; turn (positive to the person's own left). */
  readonly eyes: readonly [right: number, left: number];
  readonly mouth: number;
  readonly turn: number;
  /** Perceptual hashes of the whole still and of its middle, 1024 bits each, base64. */
  readonly look: string;
  /** SHA-256 of the bytes, base64. */
  readonly bytes: string;
}

export interface FaceFindings {
  /** In the order given. */
  readonly stills: readonly StillFindings[];
  /** The lowest similarity, 0 to 1, of a compared still (at rest, or of an action) to the best one at rest; undefined where fewer than two compare. */
  readonly continuity?: number;
  /** Similarity of the best stills at rest to the reference, 0 to 1; undefined where none compares. */
  readonly similarity?: number;
  /** Whether the head moved as a solid one does and not as a picture that is turned; undefined where nothing tells. */
  readonly solid?: boolean;
  /** Numbers that stand for the live face, base64. */
  readonly template?: string;
}

export interface FaceExamination {
  readonly stills: readonly (Pick<Still, 'shows' | 'at'> & { readonly bytes: Uint8Array })[];
  readonly actions: readonly FaceAction[];
  readonly reference: Uint8Array;
}

/** What looks at faces. It measures; the rules decide (`domain/face`). */
export interface FaceVerifier {
  readonly engine: string;
  readonly version: string;
  /** Similarities at and above `passAt` are the same person, below `reviewFrom` another. */
  readonly passAt: number;
  readonly reviewFrom: number;
  /** Whether its verdicts are good enough for pensions; otherwise receipts say "demonstration". */
  readonly isForProduction: boolean;
  examine(examination: FaceExamination): Promise<FaceFindings>;
  /** Similarity of two templates of its own, 0 to 1 (rule D11). */
  compare(template: string, other: string): number;
}

/** Reads the front of an identity card from a photograph (rule B2). */
export interface IdCardReader {
  /** @returns the 18 characters and the portrait as a JPEG, or what is wrong with the photograph */
  read(
    photo: Uint8Array,
  ): Promise<{ ok: true; idNumber: string; portrait: Uint8Array } | { ok: false; fault: CardFault }>;
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
