import { normalisePassword } from '../../../../miniprogram/shared/password';
import { readPhoneNumber } from '../../../../miniprogram/shared/phone-number';
import { accept } from '../../../../miniprogram/shared/result';
import type { PhoneLogin } from '../../domain/documents/account';
import { noTries } from '../../domain/account/lockout';
import type { Collections } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Passwords } from '../../ports/passwords';
import type { Pause } from '../../ports/pause';
import type { Action } from '../steps/action';
import { openSession } from '../steps/sessions';
import type { PasswordGuard } from './with-password-try';
import { withPasswordTry } from './with-password-try';

export interface SignInDependencies {
  readonly database: Pick<Collections, 'phones' | 'sessions'>;
  readonly hash: KeyedHash;
  readonly passwords: Passwords;
  readonly pause: Pause;
}

/** The password of a phone. A success no longer counts where the password has changed or the phone changed hands. */
export const phoneGuard = (
  {
    database: { phones },
    hash,
    pause,
  }: Pick<SignInDependencies, 'hash' | 'pause'> & {
    readonly database: Pick<Collections, 'phones'>;
  },
  phone: string,
): PasswordGuard<PhoneLogin> => ({
  pause,
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
  (deps: SignInDependencies): Action<'signIn'> =>
  async (input, context) => {
    const phone = readPhoneNumber(input.phone);
    if (!phone.ok) return phone;
    const password = normalisePassword(input.password);
    const tried = await withPasswordTry(phoneGuard(deps, phone.data), context.now, async (login) => {
      const isRight = await deps.passwords.matches(password, login.password);
      const { accountId, sessionEpoch } = login;
      return isRight && accountId !== undefined && sessionEpoch !== undefined
        ? accept({ accountId, sessionEpoch })
        : 'wrong';
    });
    if (!tried.ok) return tried;
    await openSession(deps.database.sessions, deps.hash, tried.data, context);
    return accept({ signedIn: true });
  };
