import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../../domain/documents/account';
import type { SessionOf } from '../../domain/account/session';
import { isAlive, isUseToBeNoted, newSession } from '../../domain/account/session';
import type { Collections } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';

/** The signed-in account behind a call. */
export interface Caller {
  readonly accountId: string;
  readonly account: Account;
  /** Of the account as it was read, for a `replace`. */
  readonly revision: number;
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
export const wechatUserKey = (hash: KeyedHash, openid: string): string => hash.of('openid', openid);

/**
 * Signs the WeChat user in; a session they had before is over.
 * @rule A14
 */
export const openSession = (
  sessions: Collections['sessions'],
  hash: KeyedHash,
  of: SessionOf,
  { openid, now }: Context,
): Promise<void> => sessions.put(wechatUserKey(hash, openid), newSession(of, now));

/**
 * Signs in within the transaction of a way in, and sees to it that the account and the WeChat user have something to
 * count look-ups on: to create it at the first look-up would cost calls that `eligibility` has not got.
 * @rule A14
 * @rule C4
 */
export async function openSessionInside(
  inside: Pick<Collections, 'dailyCounters' | 'sessions'>,
  hash: KeyedHash,
  of: SessionOf,
  context: Context,
): Promise<void> {
  await openSession(inside.sessions, hash, of, context);
  for (const id of [of.accountId, wechatUserKey(hash, context.openid)])
    if (!(await inside.dailyCounters.get(id))) await inside.dailyCounters.put(id, { days: {} });
}

/**
 * Who is calling, or undefined where nobody is signed in (any more).
 * @param notes whether the use may be noted, which is one call more at most once an hour; not for actions that have no
 * call to spare: the phone asks `me` whenever it is opened, which notes it
 * @rule A14
 */
export async function findCaller(
  deps: SessionDependencies,
  { openid, now }: Context,
  notes = true,
): Promise<Caller | undefined> {
  const { accounts, sessions } = deps.database;
  const session = await sessions.get(wechatUserKey(deps.hash, openid));
  if (!session) return undefined;
  const account = await accounts.get(session.value.accountId);
  if (!account || !isAlive(session.value, account.value, now)) return undefined;
  // Where this comes too late the session was used, renewed or ended at this very moment: nothing is lost.
  if (notes && isUseToBeNoted(session.value, now)) await sessions.replace(session, { ...session.value, usedAt: now });
  return { accountId: account.id, account: account.value, revision: account.revision };
}

/** The caller of an action that needs an account. */
export async function requireCaller(
  deps: SessionDependencies,
  context: Context,
  notes = true,
): Promise<Result<Caller, 'NOT_SIGNED_IN'>> {
  const caller = await findCaller(deps, context, notes);
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

/**
 * The caller of what works for verified holders only.
 * @param notes as in `findCaller`
 * @rule B1
 */
export async function requireVerifiedCaller(
  deps: SessionDependencies,
  context: Context,
  notes = true,
): Promise<Result<Caller, 'NOT_SIGNED_IN' | 'REAL_NAME_REQUIRED'>> {
  const caller = await requireCaller(deps, context, notes);
  return !caller.ok || caller.data.account.verified ? caller : refuse('REAL_NAME_REQUIRED');
}
