import { commonPasswords } from './common-passwords';
import type { PasswordFault } from './error-codes';
import type { Result } from './result';
import { accept, refuse } from './result';

const SHORTEST = 8;
const LONGEST = 20;
/** So many characters in a row from the identity number are a part of it: a birthday without its century, for one. */
const PART_OF_ID_NUMBER = 6;

/** What a password must not be made of. */
export interface PasswordOwner {
  /** 11 digits */
  readonly phone: string;
  /** 18 characters; missing where it is not known (yet). */
  readonly idNumber?: string;
}

/** A password in one form, whichever keyboard it comes from: full-width letters and digits count as the usual ones. */
export const normalisePassword = (text: string): string => text.normalize('NFKC');

function holdsPartOf(idNumber: string, password: string): boolean {
  for (let start = 0; start + PART_OF_ID_NUMBER <= idNumber.length; start++) {
    if (password.includes(idNumber.slice(start, start + PART_OF_ID_NUMBER))) return true;
  }
  return false;
}

/**
 * Why a password (normalised) is refused, or undefined where it is good: 8 to 20 characters with a letter (a to z) and a
 * digit, without the phone, without six characters in a row of the identity number, none of the commonest.
 * @rule A7
 */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | undefined {
  const length = Array.from(password).length;
  if (length < SHORTEST || length > LONGEST) return 'length';
  if (!/[A-Za-z]/.test(password) || !/[0-9]/.test(password)) return 'letter-and-digit';
  if (password.includes(owner.phone)) return 'contains-phone';
  if (owner.idNumber !== undefined && holdsPartOf(owner.idNumber, password.toUpperCase())) return 'part-of-id-number';
  return commonPasswords.has(password.toLowerCase()) ? 'common' : undefined;
}

/**
 * A new password, typed twice, in the form in which it is hashed.
 * @rule A7
 */
export function readNewPassword(
  typed: { readonly password: string; readonly passwordAgain: string },
  owner: PasswordOwner,
): Result<string, 'PASSWORDS_DIFFER' | 'WEAK_PASSWORD'> {
  const password = normalisePassword(typed.password);
  if (password !== normalisePassword(typed.passwordAgain)) return refuse('PASSWORDS_DIFFER');
  const fault = passwordFault(password, owner);
  return fault === undefined ? accept(password) : refuse('WEAK_PASSWORD', { fault });
}
