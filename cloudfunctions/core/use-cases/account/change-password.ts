import type { Me } from '../../../../miniprogram/shared/contract/account';
import { normalisePassword, readNewPassword } from '../../../../miniprogram/shared/password';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { isLoginOf, meOf } from '../../domain/account/account';
import { noTries } from '../../domain/account/lockout';
import { withSessionsEnded } from '../../domain/account/session';
import type { Context } from '../../ports/context';
import type { Database } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Passwords } from '../../ports/passwords';
import type { Pause } from '../../ports/pause';
import type { Action } from '../steps/action';
import type { CallerWithPhone } from '../steps/sessions';
import { openSession, requireCallerWithPhone } from '../steps/sessions';
import { phoneGuard } from './sign-in';
import { withPasswordTry } from './with-password-try';

export interface ChangePasswordDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
  readonly passwords: Passwords;
  readonly pause: Pause;
}

interface Change {
  readonly caller: CallerWithPhone;
  /** The stored password that was confirmed by the old one; undefined where there was none. */
  readonly confirmed: string | undefined;
  /** As `Passwords.hash` made it. */
  readonly password: string;
}

/** The stored password of the caller once they have shown that they know it, undefined where there is none yet. */
async function confirm(
  deps: ChangePasswordDependencies,
  { accountId, account }: CallerWithPhone,
  oldPassword: string | undefined,
  now: Date,
): Promise<Result<string | undefined, 'ACCOUNT_LOCKED' | 'BAD_CREDENTIALS' | 'BAD_INPUT' | 'BUSY' | 'PHONE_TAKEN'>> {
  const login = (await deps.database.phones.get(deps.hash.of('phone', account.phone)))?.value;
  if (login?.accountId !== undefined && login.accountId !== accountId) return refuse('PHONE_TAKEN');
  if (login?.password === undefined) return accept(undefined);
  if (oldPassword === undefined) return refuse('BAD_INPUT', { field: 'oldPassword' });
  const typed = normalisePassword(oldPassword);
  return withPasswordTry(phoneGuard(deps, account.phone), now, async ({ password: stored }) => {
    // Changed while this one waited for its turn: what was typed is no guess at the new one.
    if (stored !== login.password) return refuse('BUSY');
    return (await deps.passwords.matches(typed, stored)) ? accept(stored) : 'wrong';
  });
}

const write = (
  { database, hash }: ChangePasswordDependencies,
  { caller: { accountId, account }, confirmed, password }: Change,
  context: Context,
): Promise<Result<{ me: Me }, 'BUSY' | 'NOT_SIGNED_IN'>> =>
  database.transact(async ({ accounts, phones, sessions }) => {
    const phoneId = hash.of('phone', account.phone);
    const current = (await accounts.get(accountId))?.value;
    if (!current) return refuse('NOT_SIGNED_IN');
    const login = (await phones.get(phoneId))?.value;
    const isFree = login?.accountId === undefined;
    const isAsSeen = (isFree || isLoginOf(login, accountId)) && login?.password === confirmed;
    if (!isAsSeen || current.phone !== account.phone) return refuse('BUSY');
    const ended = withSessionsEnded(current);
    const { sessionEpoch } = ended;
    await phones.put(phoneId, { accountId, sessionEpoch, password, lockout: login?.lockout ?? noTries });
    await accounts.put(accountId, ended);
    await openSession(sessions, hash, { accountId, sessionEpoch }, context);
    return accept({ me: meOf(current, true) });
  });

/**
 * Sets a new password, or the first one (rule A8). Tries at the old one count together with those of sign-in, and
 * sessions elsewhere end as after a reset: whoever knew the old password may be the reason for the new one. An account
 * reached by card gets sign-in by phone in this way, unless somebody else signs in by that number.
 * @rule A14
 * @rule A10
 */
export const changePassword =
  (deps: ChangePasswordDependencies): Action<'changePassword'> =>
  async (input, context) => {
    const caller = await requireCallerWithPhone(deps, context);
    if (!caller.ok) return caller;
    const password = readNewPassword(input, caller.data.account);
    if (!password.ok) return password;
    const confirmed = await confirm(deps, caller.data, input.oldPassword, context.now);
    if (!confirmed.ok) return confirmed;
    const hashed = await deps.passwords.hash(password.data);
    return write(deps, { caller: caller.data, confirmed: confirmed.data, password: hashed }, context);
  };
