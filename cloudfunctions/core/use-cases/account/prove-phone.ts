import type { SmsPurpose } from '../../../../miniprogram/shared/contract/account';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { plainNumber } from '../../../../miniprogram/shared/typed-text';
import { codeTriesLeft, countTry, isInTime, takesTries, uncountTry } from '../../domain/account/sms-code';
import type { Collections } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import { retryOnConflict } from '../steps/retry-on-conflict';

export interface ProofDependencies {
  readonly database: Pick<Collections, 'smsCodes'>;
  readonly hash: KeyedHash;
}

/** What somebody claims to have received. */
export interface Claim {
  /** 11 digits */
  readonly phone: string;
  readonly purpose: SmsPurpose;
  readonly smsCode: string;
}

/** The claim was right. It allows one thing, once: `spendProof` in the transaction that does it. */
export interface PhoneProof {
  readonly id: string;
  readonly codeHash: string;
}

/** Where the last code to a phone for a purpose is kept. */
export const smsCodeId = (hash: KeyedHash, purpose: SmsPurpose, phone: string): string =>
  `${purpose}-${hash.of('phone', phone)}`;

/** The hash binds the digits to phone and purpose: moved to another document it proves nothing. */
export const smsCodeHash = (hash: KeyedHash, { phone, purpose, smsCode }: Claim): string =>
  hash.of('sms-code', `${purpose} ${phone} ${smsCode}`);

/**
 * Compares a code from a text message without using it up. The try is counted before it is compared, so that of any
 * number at once at most five are compared.
 * @rule A3
 */
export async function provePhone(
  { database: { smsCodes }, hash }: ProofDependencies,
  claim: Claim,
  now: Date,
): Promise<Result<PhoneProof, 'SMS_CODE_EXPIRED' | 'SMS_CODE_WRONG'>> {
  const id = smsCodeId(hash, claim.purpose, claim.phone);
  const counted = await retryOnConflict(async () => {
    const seen = await smsCodes.get(id);
    if (!seen || !takesTries(seen.value, now)) return refuse('SMS_CODE_EXPIRED');
    const stored = await smsCodes.replace(seen, countTry(seen.value));
    return stored && accept(stored.value);
  });
  if (!counted.ok) return counted;
  const { codeHash } = counted.data;
  const isRight = codeHash === smsCodeHash(hash, { ...claim, smsCode: plainNumber(claim.smsCode) });
  return isRight ? accept({ id, codeHash }) : refuse('SMS_CODE_WRONG', { triesLeft: codeTriesLeft(counted.data) });
}

/**
 * Uses the code up, inside the transaction of what it allows. False, and nothing written, where somebody else used it,
 * a newer one took its place, or its time is over.
 * @rule A3
 */
export async function spendProof(
  inside: Pick<Collections, 'smsCodes'>,
  { id, codeHash }: PhoneProof,
  now: Date,
): Promise<boolean> {
  const code = await inside.smsCodes.get(id);
  if (code?.value.codeHash !== codeHash || !isInTime(code.value, now)) return false;
  return inside.smsCodes.remove(id);
}

/** Leaves the code to be used for something else, and doesn't count the try that was right. */
export async function keepProof(
  { smsCodes }: Pick<Collections, 'smsCodes'>,
  { id, codeHash }: PhoneProof,
): Promise<void> {
  await retryOnConflict<object>(async () => {
    const code = await smsCodes.get(id);
    return code?.value.codeHash === codeHash ? smsCodes.replace(code, uncountTry(code.value)) : {};
  });
}
