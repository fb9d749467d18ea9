import type { ReferencePortrait } from './face';
import type { Recipient } from './roster';

/** `holders`, by the keyed hash of the ID number: on which account somebody is verified (rule B3), and their tries. */
export interface Holder extends Pick<Recipient, 'failedFaces' | 'seenStills'> {
  /** Absent until somebody is verified, and again when that account is closed. */
  readonly accountId?: string;
}

/** The place in cloud storage that was handed out for one photograph of a card. Within a session. */
export interface CardPhoto {
  readonly id: string;
  readonly expiresAt: Date;
  /** Set once, by the call that reads it. */
  readonly takenAt?: Date;
}

/** `enrolments`, by account and the keyed hash of the ID number: a card that was read, until its face has been seen. */
export interface Enrolment {
  readonly accountId: string;
  /** Sealed. */
  readonly portrait: ReferencePortrait;
  readonly expiresAt: Date;
}
