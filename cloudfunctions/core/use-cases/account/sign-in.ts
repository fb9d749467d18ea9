import { normalisePassword } from '../../../../miniprogram/shared/password';
import { readPhoneNumber } from '../../../../miniprogram/shared/phone-number';
import { accept } from '../../../../miniprogram/shared/result';
import type { PhoneLogin } from '../../domain/documents/account';
import { noTries } from '../../domain/account/lockout';
import type { Collections } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Passwords } from '../../ports/passwords';
import type { Action } from '../steps/action';
import { openSession } from '../steps/sessions';
import type { PasswordGuard } from './with-password-try';
import { withPasswordTry } from './with-password-try';

export interface SignInDependencies {
  readonly database: Pick<Collections, 'phones' | 'sessions'>;
  readonly hash: KeyedHash;
  readonly passwords: Passwords;
}

/** The password of a phone. A success no longer counts where the password has changed or the phone changed hands. */
export const phoneGuard = (
  phones: Collections['phones'],
  hash: KeyedHash,
  phone: string,
): PasswordGuard<PhoneLogin> => ({
  documents: phones,
  id: hash.of('phone', phone),
  unknown: { lockout: noTries },
  stillRight: (tried, current) => tried.password === current.password && tried.accountId === current.accountId,
});

/**
 * Signs in by phone and password. An unknown phone takes as long, counts and locks like a known one. Four database
 * calls when nobody interferes.
 * @rule A9
 * @rule A10
 */
export const signIn =
  ({ database, hash, passwords }: SignInDependencies): Action<'signIn'> =>
  async (input, context) => {
    const phone = readPhoneNumber(input.phone);
    if (!phone.ok) return phone;
    const password = normalisePassword(input.password);
    const guard = phoneGuard(database.phones, hash, phone.data);
    const tried = await withPasswordTry(guard, context.now, async ({ accountId, password: stored }) => {
      const isRight = await passwords.matches(password, stored);
      return isRight && accountId !== undefined ? accept(accountId) : 'wrong';
    });
    if (!tried.ok) return tried;
    await openSession(database.sessions, hash, tried.data, context);
    return accept({ signedIn: true });
  };
