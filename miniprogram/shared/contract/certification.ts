/** The yearly certification: who may, the try, its record and its receipt (rules C1 to D12). */
import type { ChinaDay, Instant } from '../china-time';
import type { Challenge, FaceReason, Finish, Way } from './identity';
import type { Office, PersonRef } from './person-ref';
import type { Together } from './shapes';

/** How somebody was certified (rule D2). */
export const methods = [
  'self',
  'relative',
  'assisted',
  'home-visit',
  'manual-review',
  'overseas',
  'data-match',
  'counter',
] as const;

export type Method = (typeof methods)[number];

/** Why somebody who is on the roster and not certified may not certify now (rule C1). */
export const notEligibleStates = ['not-open', 'suspended-special', 'ended', 'unclear', 'no-cycle'] as const;
export type NotEligibleState = (typeof notEligibleStates)[number];

/** Whether somebody may certify now (rule C1). */
export const eligibilityStates = ['eligible', 'not-found', 'already-certified', ...notEligibleStates] as const;

export type EligibilityState = (typeof eligibilityStates)[number];

export interface Eligibility {
  state: EligibilityState;
  /** As the roster writes it, masked unless it is the account's own or a contact's. */
  name?: string;
  /** `eligible`: the last day of the period; `already-certified`: the day until which it holds; `not-open`: the first day. */
  until?: ChinaDay;
  /** The latest certification, by whatever method. */
  last?: { at: Instant; method: Method };
  /** The last day has passed: the pension may be suspended, certifying resumes it. */
  overdue?: boolean;
  /** An identity card must be photographed first: no reference portrait is on record (rule B4). */
  needsIdCard?: boolean;
  /** Pictures of an earlier try wait for a reviewer (rule D6). */
  inReview?: boolean;
  unit?: Office;
  agency?: Office;
}

/** What proves a certification to others (rule D8). */
export interface Receipt {
  /** 16 digits, unguessable. */
  number: string;
  /** Masked: the receipt is made for sharing. */
  name: string;
  method: Method;
  at: Instant;
  until: ChinaDay;
  /** True where the engine that judged the face is not one for production. */
  demonstration: boolean;
  /** What its QR code says; scanning it opens the page that says genuine or not. */
  link: string;
}

/** One line of the history (rule D12). */
export interface CertificationRecord {
  number: string;
  method: Method;
  at: Instant;
  until: ChinaDay;
  /** `2026` */
  year: string;
}

/** What a try comes to (rule D4). */
export const certificationResults = ['certified', 'review', 'refused'] as const;
export type CertificationResult = (typeof certificationResults)[number];

export interface CertificationApi {
  eligibility: {
    input: PersonRef;
    output: Eligibility;
    refuses:
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'CONTACT_NOT_FOUND'
      | 'NOT_SIGNED_IN'
      | 'REAL_NAME_REQUIRED'
      | 'TOO_MANY_TRIES'
      | 'TRADITIONAL_NAME';
  };
  startCertification: {
    input: Together<PersonRef & { way: Way }>;
    output: Together<Challenge & { name: string }>;
    refuses:
      | 'ALREADY_CERTIFIED'
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'CONSENT_REQUIRED'
      | 'CONTACT_NOT_FOUND'
      | 'ID_CARD_REQUIRED'
      | 'NOT_ELIGIBLE'
      | 'NOT_SIGNED_IN'
      | 'PERSON_NOT_FOUND'
      | 'REAL_NAME_REQUIRED'
      | 'TOO_MANY_PEOPLE'
      | 'TOO_MANY_TRIES'
      | 'TRADITIONAL_NAME'
      | 'TRY_TOMORROW';
  };
  /** A repeat of the same request answers with the first result (rule D3). */
  finishCertification: {
    input: Finish;
    output: {
      result: CertificationResult;
      reasons: FaceReason[];
      receipt?: Receipt;
      /** After `refused`: faces that may still fail today (rule D5). */
      triesLeft?: number;
    };
    refuses:
      | 'ALREADY_CERTIFIED'
      | 'CHALLENGE_EXPIRED'
      | 'CHALLENGE_NOT_FOUND'
      | 'CHALLENGE_USED'
      | 'CONSENT_REQUIRED'
      | 'FACE_KNOWN_AS_ANOTHER'
      | 'ID_CARD_REQUIRED'
      | 'NOT_ELIGIBLE'
      | 'NOT_SIGNED_IN'
      | 'PERSON_NOT_FOUND'
      | 'REAL_NAME_REQUIRED'
      | 'STILLS_MISSING'
      | 'TOO_MANY_PEOPLE'
      | 'TRY_TOMORROW';
  };
  /** Newest first, the holder's own or a contact's, a page at a time (rule D12). */
  records: {
    input: { contactId?: string; next?: string };
    output: { items: CertificationRecord[]; next?: string };
    refuses:
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'CONTACT_NOT_CONSENTED'
      | 'CONTACT_NOT_FOUND'
      | 'NOT_SIGNED_IN'
      | 'REAL_NAME_REQUIRED';
  };
  receipt: {
    input: { number: string };
    output: Receipt;
    refuses: 'NOT_SIGNED_IN' | 'REAL_NAME_REQUIRED' | 'RECEIPT_NOT_FOUND';
  };
  /** For whoever scans a receipt: no sign-in, no personal data (rule D8). */
  verifyReceipt: {
    input: { number: string };
    output:
      { genuine: false } | { genuine: true; method: Method; at: Instant; until: ChinaDay; demonstration: boolean };
    refuses: never;
  };
}
