import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import type { SavedContact } from './family';
import type { CardPhoto } from './identity';
import type { SmsPurpose } from '../../../../miniprogram/shared/contract/account';

/** Wrong passwords in a row (rule A10). */
export interface Lockout {
  /** How often the count has begun anew; a try of an earlier round neither opens nor closes anything any more. */
  readonly round: number;
  /** Wrong ones, 0 to 3. */
  readonly tries: number;
  /** When each of the tries began whose passwords are being compared; none of them is wrong yet. Absent without any. */
  readonly underWay?: readonly Date[];
  /** When the lock opens; absent while unlocked. */
  readonly opensAt?: Date;
}

/** `accounts`, by random id. */
export interface Account {
  readonly name?: string;
  readonly idNumber?: string;
  /** The first day on which both agreed with the roster (`KeptPerson`). */
  readonly agreedOn?: ChinaDay;
  /** 11 digits. */
  readonly phone?: string;
  /** How the holder was verified; absent until then (rules B1, B2). */
  readonly verified?: { readonly by: 'card' | 'face'; readonly at: Date };
  /** Agreement to face processing: absent until it is given, and again when it is taken back (rule B2). */
  readonly consent?: { readonly version: string; readonly at: Date };
  /** When the holder was verified on another account, so that this one is not verified any more (rule B3). */
  readonly verifiedElsewhereAt?: Date;
  /** Sealed; at most `MOST_CONTACTS` (rule D9). */
  readonly contacts?: readonly SavedContact[];
  /** Whom this account has certified in a calendar year, by person (rule D11). */
  readonly people?: { readonly year: number; readonly personKeys: readonly string[] };
  /** Raised to end all sessions: one of another number is over, whatever the clocks say (rules A11, A14). */
  readonly sessionEpoch: number;
  readonly createdAt: Date;
}

/**
 * `phones`, by the keyed hash of the number: who signs in by it. It exists without an account where somebody tried
 * passwords on an unknown number, so that this looks the same from outside (rule A9).
 */
export interface PhoneLogin {
  readonly accountId?: string;
  /** The account's, raised together with it, so that a sign-in need not read the account. Goes with `accountId`. */
  readonly sessionEpoch?: number;
  /** As `Passwords.hash` made it; absent after the phone button until one is set. */
  readonly password?: string;
  readonly lockout: Lockout;
}

/** `cards`, by the keyed hash of the ID number: sign-in by social-security card (rule A13). */
export interface Card {
  readonly accountId?: string;
  readonly lockout: Lockout;
}

/** `sessions`, by the keyed hash of the openid (rule A14). */
export interface Session {
  readonly accountId: string;
  /** The account's when this began. */
  readonly sessionEpoch: number;
  readonly usedAt: Date;
  /** Where this WeChat user puts the photograph of a card; absent until one was asked for. */
  readonly cardPhoto?: CardPhoto;
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
