/** The words of certifying that both halves use; their Chinese stands in `miniprogram/copy/`. */
import type { ChinaDay, Instant } from './china-time';

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

/** What the face is asked to do. Left and right are the person's own. */
export const faceActions = ['blink', 'open-mouth', 'turn-left', 'turn-right'] as const;
export type FaceAction = (typeof faceActions)[number];

/**
 * `actions`: two of them in a drawn order. `gentle`: one turn of the head, or none where even that is too much; for the
 * very old, deaf or bed-ridden, and decided by a reviewer.
 */
export const ways = ['actions', 'gentle'] as const;
export type Way = (typeof ways)[number];

export const shown = ['neutral', ...faceActions] as const;

/** One picture of the live face, uploaded under `stillPath`. */
export interface Still {
  fileId: string;
  /** What the phone believes it shows; the server looks for itself. */
  shows: (typeof shown)[number];
  /** Milliseconds on a clock of the phone's own: only order and distances count, so a wrong clock does no harm. */
  at: number;
}

/** Stills of one challenge, at least and at most. */
export const FEWEST_STILLS = 3;
export const MOST_STILLS = 8;
/** Bytes of one still (60 KB), and pixels on its longer side. */
export const STILL_BYTES = 60 * 1024;
export const STILL_SIDE = 640;
/** Bytes of one photograph of an identity card. */
export const CARD_PHOTO_BYTES = 2 * 1024 * 1024;

/** Where the phone puts the stills of a challenge; whoever uploads anywhere else is not believed. */
export const stillPath = (challengeId: string, name: string): string => `stills/${challengeId}/${name}.jpg`;
/** Where the phone puts a photographed card. */
export const cardPhotoPath = (name: string): string => `cards/${name}.jpg`;

/** Why a live face was not accepted, where that is the picture's fault alone. */
export const pictureReasons = [
  'no-face',
  'several-faces',
  'too-far',
  'too-dark',
  'too-bright',
  'blurred',
  'not-a-picture',
  'too-few-stills',
] as const;

/** Why a live face was not accepted: for the picture, for what was done in it, or for who it is. */
export const faceReasons = [
  ...pictureReasons,
  'action-not-seen',
  'wrong-order',
  'not-neutral',
  'flat-picture',
  'stills-reused',
  'face-changed',
  'another-person',
  'unsure',
  'gentle-way',
] as const;
export type FaceReason = (typeof faceReasons)[number];

/** Whether somebody may certify now (rule C1). */
export const eligibilityStates = [
  'eligible',
  'not-found',
  'already-certified',
  'not-open',
  'suspended-special',
  'ended',
  'no-cycle',
] as const;
export type EligibilityState = (typeof eligibilityStates)[number];

/** Whom to ask: the unit, or the agency. */
export interface Office {
  name: string;
  /** As it is dialled. */
  phone?: string;
}

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

export const relations = ['father', 'mother', 'spouse', 'grandparent', 'other-relative', 'friend'] as const;
/** What the contact is to the account's holder. */
export type Relation = (typeof relations)[number];

/** A relative saved on an account (rule D9). */
export interface Contact {
  id: string;
  name: string;
  /** Masked. */
  idNumber: string;
  relation: Relation;
  /** The person has agreed: by their own face, or by an invitation. */
  consented: boolean;
}

export const MOST_CONTACTS = 8;

/** `help-me`: a retiree asks a relative to certify them; `help-you`: a relative offers it (rule D10). */
export const invitationKinds = ['help-me', 'help-you'] as const;
export type InvitationKind = (typeof invitationKinds)[number];

/** Why somebody asks for help (rule F1). */
export const helpReasons = [
  'old-or-ill',
  'bed-ridden',
  'deaf',
  'dementia',
  'face-changed',
  'no-id-card',
  'abroad',
  'no-face-processing',
  'data-wrong',
  'other',
] as const;
export type HelpReason = (typeof helpReasons)[number];

export const helpStates = ['requested', 'accepted', 'scheduled', 'done', 'not-possible', 'withdrawn'] as const;
export type HelpState = (typeof helpStates)[number];

/** A request for help, as who asked sees it (rule F2). */
export interface HelpRequest {
  id: string;
  /** Whom it is for, masked unless it is the account's own or a contact's name. */
  name: string;
  /** As this account gave it: what others said is not told. */
  reason: HelpReason;
  state: HelpState;
  askedAt: Instant;
  changedAt: Instant;
  /** Who takes care of it: the unit, or the agency where the person is on no roster. */
  office?: Office;
  /** For who asked first, the person and those whom the person has agreed to. */
  visit?: { day: ChinaDay; visitor: string };
}

/** What is wrong with a photograph of an identity card. */
export const cardFaults = [
  'not-a-card',
  'blurred',
  'cut',
  'glare',
  'too-dark',
  'no-portrait',
  'number-unread',
] as const;
export type CardFault = (typeof cardFaults)[number];

/** The text on face processing that people agree to. Another one whenever its meaning changes: everybody is asked anew. */
export const CONSENT_VERSION = '2026-11';
