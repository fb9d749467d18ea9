import type { FaceAction, FaceReason, Way } from '../../../../miniprogram/shared/contract/identity';
import type { Method } from '../../../../miniprogram/shared/contract/certification';
import type { ReferencePortrait } from './face';

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
  readonly accountId: string;
  /** Keyed hash of the openid. */
  readonly wechatUserKey: string;
  /** Keyed hash of the ID number. */
  readonly recipientId: string;
  readonly personKey: string;
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

/** `reviews`, by the challenge's id: pictures that a person must decide on within 7 days (rule D6). */
export interface Review {
  /** Sealed. */
  readonly challenge: Omit<FaceChallenge, 'startedAt' | 'expiresAt' | 'takenAt' | 'outcome'>;
  readonly personKey: string;
  readonly submittedByAccountId: string;
  readonly stills: readonly { readonly fileId: string; readonly shows: string }[];
  /** Sealed. */
  readonly portrait: ReferencePortrait;
  /** Sealed, base64. */
  readonly template?: string;
  readonly judgement: Judgement;
  readonly unitId?: string;
  readonly createdAt: Date;
  readonly state: 'open' | 'accepted' | 'rejected';
  readonly decided?: { readonly by: string; readonly at: Date; readonly reason: string };
}
