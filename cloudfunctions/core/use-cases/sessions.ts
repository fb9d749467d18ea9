import type { Result } from '../../../miniprogram/shared/result';
import { accept, refuse } from '../../../miniprogram/shared/result';
import type { Account } from '../domain/documents';
import { isAlive, isUseToBeNoted, newSession } from '../domain/session';
import type { Collections, Context, KeyedHash } from '../ports';

/** The signed-in account behind a call. */
export interface Caller {
  readonly accountId: string;
  readonly account: Account;
}

/** A caller whose account has a phone. */
export interface CallerWithPhone extends Caller {
  readonly account: Account & { readonly phone: string };
}

export interface SessionDependencies {
  readonly database: Pick<Collections, 'accounts' | 'sessions'>;
  readonly hash: KeyedHash;
}

/** Where the one session of a WeChat user is kept. */
export const sessionId = (hash: KeyedHash, openid: string): string => hash.of('openid', openid);

/**
 * Signs the WeChat user in; a session they had before is over.
 * @rule A14
 */
export const openSession = (
  sessions: Collections['sessions'],
  hash: KeyedHash,
  accountId: string,
  { openid, now }: Context,
): Promise<void> => sessions.put(sessionId(hash, openid), newSession(accountId, now));

/**
 * Who is calling, or undefined where nobody is signed in (any more).
 * @rule A14
 */
export async function findCaller(deps: SessionDependencies, { openid, now }: Context): Promise<Caller | undefined> {
  const { accounts, sessions } = deps.database;
  const session = await sessions.get(sessionId(deps.hash, openid));
  if (!session) return undefined;
  const account = await accounts.get(session.value.accountId);
  if (!account || !isAlive(session.value, account.value, now)) return undefined;
  // Where this comes too late the session was used, renewed or ended at this very moment: nothing is lost.
  if (isUseToBeNoted(session.value, now)) await sessions.replace(session, { ...session.value, usedAt: now });
  return { accountId: account.id, account: account.value };
}

/** The caller of an action that needs an account. */
export async function requireCaller(
  deps: SessionDependencies,
  context: Context,
): Promise<Result<Caller, 'NOT_SIGNED_IN'>> {
  const caller = await findCaller(deps, context);
  return caller ? accept(caller) : refuse('NOT_SIGNED_IN');
}

const hasPhone = (caller: Caller): caller is CallerWithPhone => caller.account.phone !== undefined;

/** The caller of an action that needs an account with a phone (rules A12, A13). */
export async function requireCallerWithPhone(
  deps: SessionDependencies,
  context: Context,
): Promise<Result<CallerWithPhone, 'NOT_SIGNED_IN' | 'PHONE_REQUIRED'>> {
  const caller = await findCaller(deps, context);
  if (!caller) return refuse('NOT_SIGNED_IN');
  return hasPhone(caller) ? accept(caller) : refuse('PHONE_REQUIRED');
}
