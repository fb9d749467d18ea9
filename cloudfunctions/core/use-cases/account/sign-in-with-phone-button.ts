import { accept, refuse } from '../../../../miniprogram/shared/result';
import { meOf, newAccount } from '../../domain/account/account';
import { noTries } from '../../domain/account/lockout';
import type { Database } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { PhoneButton } from '../../ports/phone-button';
import type { Random } from '../../ports/random';
import type { Action } from '../steps/action';
import { openSessionInside } from '../steps/sessions';

export interface SignInWithPhoneButtonDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
  readonly phoneButton: PhoneButton;
  readonly random: Random;
}

/**
 * Signs in whoever WeChat says holds the phone, and opens an account where there is none. It works while the password is
 * locked, since the lock guards the password and the phone is proven; the lock itself stays as it is.
 * @rule A8
 */
export const signInWithPhoneButton =
  ({ database, hash, phoneButton, random }: SignInWithPhoneButtonDependencies): Action<'signInWithPhoneButton'> =>
  async ({ code }, context) => {
    const phone = await phoneButton.phoneOf(code);
    if (phone === undefined) return refuse('PHONE_BUTTON_FAILED');
    const phoneId = hash.of('phone', phone);
    const newId = random.id();
    return database.transact(async (inside) => {
      const { accounts, phones } = inside;
      const login = (await phones.get(phoneId))?.value;
      const known = login?.accountId === undefined ? undefined : await accounts.get(login.accountId);
      const accountId = known?.id ?? newId;
      const account = known?.value ?? newAccount({ phone }, context.now);
      const { sessionEpoch } = account;
      if (!known) {
        await accounts.put(accountId, account);
        await phones.put(phoneId, { accountId, sessionEpoch, lockout: login?.lockout ?? noTries });
      }
      await openSessionInside(inside, hash, { accountId, sessionEpoch }, context);
      return accept({ me: meOf(account, known !== undefined && login?.password !== undefined) });
    });
  };
