import type { FaceAction, FaceReason, Way } from '../../../miniprogram/shared/contract/identity';
import type { HelpReason, HelpState } from '../../../miniprogram/shared/contract/help';
import type { InvitationKind, Relation } from '../../../miniprogram/shared/contract/family';
import type { Method } from '../../../miniprogram/shared/contract/certification';
import type { Office } from '../../../miniprogram/shared/contract/person-ref';
import type { ChinaDay, Instant } from '../../../miniprogram/shared/china-time';
import type { SmsPurpose } from '../../../miniprogram/shared/contract/account';

/** Wrong passwords in a row (rule A10). */
export interface Lockout {
  /** How often the count has begun anew; a try of an earlier round neither opens nor closes anything any more. */
  readonly round: number;
  /** 0 to 3. */
  readonly tries: number;
  /** When the lock opens; absent while unlocked. */
  readonly opensAt?: Date;
}

/** `accounts`, by random id. */
export interface Account {
  readonly name?: string;
  readonly idNumber?: string;
  /** 11 digits. */
  readonly phone?: string;
  /** How the holder was verified; absent until then (rules B1, B2). */
  readonly verified?: { readonly by: 'card' | 'face'; readonly at: Date };
  /** Agreement to face processing: absent until it is given, and again when it is taken back (rule B2). */
  readonly consent?: { readonly version: string; readonly at: Date };
  /** When the holder was verified on another account, so that this one is not verified any more (rule B3). */
  readonly movedAway?: Date;
  /** Sealed; at most `MOST_CONTACTS` (rule D9). */
  readonly contacts?: readonly SavedContact[];
  /** Whom this account has certified in a calendar year, by person (rule D11). */
  readonly people?: { readonly year: number; readonly persons: readonly string[] };
  /** Sessions that began before this instant are over (rules A11, A14). */
  readonly sessionsSince: Date;
  readonly createdAt: Date;
}

/**
 * `phones`, by the keyed hash of the number: who signs in by it. It exists without an account where somebody tried
 * passwords on an unknown number, so that this looks the same from outside (rule A9).
 */
export interface PhoneLogin {
  readonly accountId?: string;
  /** As `Passwords.hash` made it; absent after the phone button until one is set. */
  readonly password?: string;
  readonly lockout: Lockout;
}

/** `cards`, by the keyed hash of the ID number: sign-in by social-security card (rule A13). */
export interface Card {
  readonly accountId?: string;
  readonly lockout: Lockout;
}

/** `holders`, by the keyed hash of the ID number: on which account somebody is verified (rule B3), and their tries. */
export interface Holder extends Pick<Recipient, 'failedFaces' | 'seenStills'> {
  /** Absent until somebody is verified, and again when that account is closed. */
  readonly accountId?: string;
}

/** `sessions`, by the keyed hash of the openid (rule A14). */
export interface Session {
  readonly accountId: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
}

/** `captchas`, by random id (rule A2). */
export interface Captcha {
  readonly answer: string;
  readonly expiresAt: Date;
}

/** `smsCodes`, by purpose and the keyed hash of the phone (rule A3). */
export interface SmsCode {
  readonly purpose: SmsPurpose;
  /** Keyed hash of phone, purpose and code. */
  readonly codeHash: string;
  readonly wrongTries: number;
  readonly expiresAt: Date;
}

/** `smsQuotas`, by the keyed hash of a phone or an openid (rule A3). */
export interface SmsQuota {
  /** CST calendar day, `2026-08-01`. */
  readonly day: string;
  readonly sentToday: number;
  readonly lastSentAt: Date;
}

/** A relative on an account (rule D9). Within a sealed field, so an instant is a text. */
export interface SavedContact {
  readonly id: string;
  readonly name: string;
  /** 18 characters */
  readonly idNumber: string;
  readonly relation: Relation;
  /** How and when the person agreed; absent until then. */
  readonly consent?: { readonly by: 'face' | 'invitation'; readonly at: Instant };
}

/** `invitations`, by random id, which is the code of the link (rule D10). One use. */
export interface Invitation {
  readonly kind: InvitationKind;
  /** The inviter's account. */
  readonly account: string;
  /** What the other one is to the inviter. */
  readonly relation: Relation;
  readonly expiresAt: Date;
  /** The account that has used it, so that it hears the same when it asks again. */
  readonly acceptedBy?: string;
}

/**
 * `lookUps`, by account or by the keyed hash of an openid: typed look-ups, counted by CST calendar day (rule C4). With
 * `invitations-` before it: invitations made.
 */
export interface LookUps {
  readonly days: Readonly<Record<ChinaDay, number>>;
}

/** What the ledger says of a recipient's payment (rules E3, E4, E6). */
export type Payment = 'paid' | 'suspended-not-certified' | 'suspended-special' | 'ended';

/** A photograph that live faces are compared with. Within a sealed field. */
export interface ReferencePortrait {
  /** In cloud storage, encrypted. */
  readonly fileId: string;
  readonly from: 'roster' | 'card' | 'id-card';
  readonly at: Instant;
}

/** What is remembered of a still, so that it is not accepted again. */
export interface SeenStill {
  /** SHA-256 of its bytes, base64. */
  readonly bytes: string;
  /** Perceptual hash, base64. */
  readonly look: string;
}

/** `recipients`, by the keyed hash of the ID number: the roster, and what is known of a recipient besides. */
export interface Recipient {
  /** Sealed. */
  readonly name: string;
  /** Sealed. */
  readonly idNumber: string;
  /** Stays when a number is corrected: the keyed hash of the first one. */
  readonly person: string;
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
  /** The review that an earlier try waits for, and since when (rule D6). */
  readonly review?: { readonly id: string; readonly since: Date };
  /** `2026-08`: the first month that was not paid; good while the payment is suspended (rule E3). */
  readonly unpaidFrom?: string;
}

/** Beside the recipients, whose ids are hashes: nobody's. */
export const CYCLE_ID = 'cycle';

/** How often people certify (rule C2). */
export type Policy = 'natural-year' | 'rolling-12-months';

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

/** `certifications`, by person and period: there is one, whatever happens at the same moment (rule D3). */
export interface Certification {
  readonly person: string;
  /** Receipt number, 16 digits. */
  readonly number: string;
  readonly period: string;
  readonly method: Method;
  readonly at: Date;
  readonly until: ChinaDay;
  /** Sealed. */
  readonly name: string;
  readonly unit: string;
  /** Who did it: the account, and the keyed hash of the openid; absent for methods without a phone. */
  readonly account?: string;
  readonly phone?: string;
  /** The face challenge, for a repeat of the same request. */
  readonly challenge?: string;
  /** What judged the face: kept when the pictures go (rule D7). */
  readonly judgement?: Judgement;
  /** The text on face processing that was agreed to. */
  readonly consentVersion?: string;
  /** Numbers that stand for the face, for rule D11, base64. Sealed. */
  readonly template?: string;
  readonly demonstration: boolean;
}

/** Why a face was decided on as it was (rule D7). */
export interface Judgement {
  readonly engine: string;
  readonly version: string;
  /** Similarity to the reference portrait, 0 to 1; absent where no face was compared. */
  readonly score?: number;
  readonly passAt: number;
  readonly reviewFrom: number;
  readonly reasons: readonly FaceReason[];
}

/** `challenges`, by random id: one try before the camera. */
export interface FaceChallenge {
  readonly purpose: 'certification' | 'real-name';
  readonly account: string;
  /** Keyed hash of the openid. */
  readonly phone: string;
  /** Keyed hash of the ID number. */
  readonly recipient: string;
  readonly person: string;
  /** Sealed. */
  readonly name: string;
  /** Sealed. */
  readonly idNumber: string;
  /** `self`, `relative` or `assisted`. */
  readonly method: Method;
  readonly contactId?: string;
  readonly way: Way;
  readonly actions: readonly FaceAction[];
  readonly consentVersion: string;
  /** The portrait of a card just photographed, where none was on record when the try began. Sealed (rule B4). */
  readonly enrolled?: ReferencePortrait;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  /** Set once, by whoever may finish it. */
  readonly takenAt?: Date;
  /** What came of it, where that is not a certification. */
  readonly outcome?: {
    readonly result: 'verified' | 'review' | 'refused';
    /** Refused because the face is known under another name (rule D11). */
    readonly knownAsAnother?: true;
    readonly reasons: readonly FaceReason[];
    readonly triesLeft?: number;
  };
}

/** `enrolments`, by account and the keyed hash of the ID number: a card that was read, until its face has been seen. */
export interface Enrolment {
  readonly account: string;
  /** Sealed. */
  readonly portrait: ReferencePortrait;
  readonly expiresAt: Date;
}

/** `reviews`, by the challenge's id: pictures that a person must decide on within 7 days (rule D6). */
export interface Review {
  /** Sealed. */
  readonly challenge: Omit<FaceChallenge, 'startedAt' | 'expiresAt' | 'takenAt' | 'outcome'>;
  readonly person: string;
  readonly submittedBy: string;
  readonly stills: readonly { readonly fileId: string; readonly shows: string }[];
  /** Sealed. */
  readonly portrait: ReferencePortrait;
  /** Sealed, base64. */
  readonly template?: string;
  readonly judgement: Judgement;
  readonly unit?: string;
  readonly createdAt: Date;
  readonly state: 'open' | 'accepted' | 'rejected';
  readonly decided?: { readonly by: string; readonly at: Date; readonly reason: string };
}

/** `ledger`, by person, kind and period: append-only (rule E6). */
export interface LedgerEntry {
  readonly person: string;
  readonly kind: 'resume';
  readonly cause: 'certification';
  readonly actor: string;
  readonly at: Date;
  /** `2026-09`: paid from this month on. */
  readonly paidFrom: string;
  /** Months paid afterwards, first and last, inclusive; absent where none was missed. */
  readonly backPay?: { readonly from: string; readonly to: string };
  /** In fen. */
  readonly monthlyAmount: number;
}

/** `alerts`, for staff; the id says what it is about, so that trying again raises no further one (rule D11). */
export interface Alert {
  readonly kind: 'too-many-people' | 'face-known-as-another';
  readonly account: string;
  readonly phone: string;
  readonly persons: readonly string[];
  readonly at: Date;
}

/**
 * `helpRequests`, by person, or by the keyed hash of number and name where they agree with nobody on the roster: the
 * latest request; earlier ones are over (rules F1, F2).
 */
export interface StoredHelp {
  readonly person: string;
  /** Sealed. */
  readonly name: string;
  /** 18 characters. Sealed. */
  readonly idNumber: string;
  /** Where to call back. Sealed. */
  readonly phone?: string;
  /** The account that asked first. */
  readonly openedBy: string;
  /** The accounts that ask, and in the same order why. */
  readonly askers: readonly string[];
  readonly reasons: readonly HelpReason[];
  readonly state: HelpState;
  readonly askedAt: Date;
  readonly changedAt: Date;
  /** The unit's id; absent where the person is on no roster: then it is the agency's. */
  readonly unit?: string;
  readonly office?: Office;
  readonly visit?: { readonly day: ChinaDay; readonly visitor: string };
}
