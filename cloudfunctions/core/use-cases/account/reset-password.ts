import { passwordFault, readNewPassword } from '../../../../miniprogram/shared/password';
import { readPhoneNumber } from '../../../../miniprogram/shared/phone-number';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { meOf, newLogin } from '../../domain/account/account';
import { withSessionsEnded } from '../../domain/account/session';
import type { Database } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Passwords } from '../../ports/passwords';
import type { Action } from '../steps/action';
import { keepProof, provePhone, spendProof } from './prove-phone';
import { openSessionInside } from '../steps/sessions';

export interface ResetPasswordDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
  readonly passwords: Passwords;
}

/**
 * Sets a new password for whoever holds the phone: opens the lock at once, ends every session of the account and begins
 * one here. That no account stands on the phone is told only to its holder; the code then stays good.
 * @rule A11
 */
export const resetPassword =
  ({ database, hash, passwords }: ResetPasswordDependencies): Action<'resetPassword'> =>
  async (input, context) => {
    const { now } = context;
    const phone = readPhoneNumber(input.phone);
    if (!phone.ok) return phone;
    const password = readNewPassword(input, { phone: phone.data });
    if (!password.ok) return password;
    const claim = { phone: phone.data, purpose: 'reset', smsCode: input.smsCode } as const;
    const proof = await provePhone({ database, hash }, claim, now);
    if (!proof.ok) return proof;
    const hashed = await passwords.hash(password.data);
    const phoneId = hash.of('phone', phone.data);
    return database.transact(async (inside) => {
      const login = (await inside.phones.get(phoneId))?.value;
      const account = login?.accountId === undefined ? undefined : await inside.accounts.get(login.accountId);
      if (!account) {
        await keepProof(inside, proof.data);
        return refuse('PHONE_NOT_REGISTERED');
      }
      const fault = passwordFault(password.data, { ...account.value, phone: phone.data });
      if (fault) {
        await keepProof(inside, proof.data);
        return refuse('WEAK_PASSWORD', { fault });
      }
      if (!(await spendProof(inside, proof.data, now))) return refuse('SMS_CODE_EXPIRED');
      const ended = withSessionsEnded(account.value);
      const sessions = { accountId: account.id, sessionEpoch: ended.sessionEpoch };
      await inside.accounts.put(account.id, ended);
      await inside.phones.put(phoneId, newLogin(sessions, hashed, login));
      await openSessionInside(inside, hash, sessions, context);
      return accept({ me: meOf(account.value, true) });
    });
  };
