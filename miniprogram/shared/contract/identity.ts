/** Who somebody is: consent to face processing, the identity card, the live face (rules B1 to B4). */
import type { Instant } from '../china-time';
import type { NamedPerson, PersonRef, Self } from './person-ref';
import type { Nothing } from './shapes';

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

/** A face challenge, as the phone gets it (`face.md`). */
export interface Challenge {
  /** Works once. */
  challengeId: string;
  actions: FaceAction[];
  expiresAt: Instant;
}

export interface Finish {
  challengeId: string;
  stills: Still[];
}

/** What a try at real-name verification comes to (rule D4). */
export const realNameResults = ['verified', 'review', 'refused'] as const;
export type RealNameResult = (typeof realNameResults)[number];

export interface IdentityApi {
  /** Agreeing to face processing, or taking that back: then what was made from the face is deleted (rule B2). */
  consent: { input: { given: boolean; version: string }; output: { given: boolean }; refuses: 'NOT_SIGNED_IN' };
  /** Hands out where the phone is to put the photograph of one card, for a few minutes; the one before is void. */
  startCardPhoto: {
    input: Nothing;
    output: { path: string; expiresAt: Instant };
    refuses: 'CONSENT_REQUIRED' | 'NOT_SIGNED_IN';
  };
  /**
   * Looks, once, at a card that was photographed and put where `startCardPhoto` said; the number read must equal the known
   * one (rule B2).
   */
  readIdCard: {
    input: { fileId: string; whom: PersonRef };
    output: { idNumber: string };
    refuses:
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'CARD_NUMBER_DIFFERS'
      | 'CARD_PHOTO_FAULTY'
      | 'CARD_PHOTO_MISSING'
      | 'CONSENT_REQUIRED'
      | 'CONTACT_NOT_FOUND'
      | 'NOT_SIGNED_IN'
      | 'REAL_NAME_REQUIRED'
      | 'TOO_MANY_CARD_PHOTOS';
  };
  /** Real-name verification of the holder; name and number where the account has none yet, or to correct them. */
  startRealName: {
    input: { whom: Self | NamedPerson; way: Way };
    output: Challenge;
    refuses:
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'CONSENT_REQUIRED'
      | 'ID_CARD_REQUIRED'
      | 'NOT_SIGNED_IN'
      | 'TRADITIONAL_NAME'
      | 'TRY_TOMORROW';
  };
  finishRealName: {
    input: Finish;
    output: { result: RealNameResult; reasons: FaceReason[] };
    refuses:
      | 'CHALLENGE_EXPIRED'
      | 'CHALLENGE_NOT_FOUND'
      | 'CHALLENGE_USED'
      | 'CONSENT_REQUIRED'
      | 'ID_CARD_REQUIRED'
      | 'NOT_SIGNED_IN'
      | 'STILLS_MISSING'
      | 'TRY_TOMORROW';
  };
}
