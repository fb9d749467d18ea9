import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import type { Judgement } from './face-check';
import type { Method } from '../../../../miniprogram/shared/contract/certification';

/** `certifications`, by person and period: there is one, whatever happens at the same moment (rule D3). */
export interface Certification {
  readonly personKey: string;
  /** Receipt number, 16 digits. */
  readonly number: string;
  readonly period: string;
  readonly method: Method;
  readonly at: Date;
  readonly until: ChinaDay;
  /** Sealed. */
  readonly name: string;
  readonly unitId: string;
  /** Who did it: the account, and the keyed hash of the openid; absent for methods without a phone. */
  readonly accountId?: string;
  readonly wechatUserKey?: string;
  /** The face challenge, for a repeat of the same request. */
  readonly challengeId?: string;
  /** What judged the face: kept when the pictures go (rule D7). */
  readonly judgement?: Judgement;
  /** The text on face processing that was agreed to. */
  readonly consentVersion?: string;
  /** Numbers that stand for the face, for rule D11, base64. Sealed. */
  readonly template?: string;
  readonly demonstration: boolean;
}

/** `ledger`, by person, kind and period: append-only (rule E6). */
export interface LedgerEntry {
  readonly personKey: string;
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
  readonly accountId: string;
  readonly wechatUserKey: string;
  readonly personKeys: readonly string[];
  readonly at: Date;
}
