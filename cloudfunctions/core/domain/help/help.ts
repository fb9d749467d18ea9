import type { HelpReason, HelpRequest, HelpState } from '../../../../miniprogram/shared/contract/help';
import { maskName } from '../../../../miniprogram/shared/masking';
import { isConsentingContact } from '../family/contacts';
import type { Account } from '../documents/account';
import type { StoredHelp } from '../documents/help';

/** The most accounts that ask for one person: a family, and the neighbours. */
export const MOST_ASKERS = 20;
/** The most requests that somebody is shown. */
export const MOST_SHOWN = 50;

/** Who moves a request on. */
export type HelpActor = 'asker' | 'staff';

/** Where a request may go from where it stands. What is done, not possible or withdrawn is over (rule F2). */
const moves: Readonly<Record<HelpActor, Readonly<Partial<Record<HelpState, readonly HelpState[]>>>>> = {
  asker: { requested: ['withdrawn'], accepted: ['withdrawn'], scheduled: ['withdrawn'] },
  staff: {
    requested: ['accepted', 'not-possible'],
    // Without a visit: by a paper, a corrected name, a word on the telephone.
    accepted: ['scheduled', 'done', 'not-possible'],
    // Again: another day or visitor.
    scheduled: ['scheduled', 'done', 'not-possible'],
  },
};

/** @rule F2 */
export const mayMove = (from: HelpState, to: HelpState, actor: HelpActor): boolean =>
  moves[actor][from]?.includes(to) ?? false;

/** Whether somebody still takes care of it, so that asking again is the same request (rule F2). */
export const isOpenHelp = ({ state }: Pick<StoredHelp, 'state'>): boolean => mayMove(state, 'withdrawn', 'asker');

/** A new state; a visit has its day and its visitor. */
export type HelpMove =
  | { readonly to: 'scheduled'; readonly visit: NonNullable<StoredHelp['visit']> }
  | { readonly to: Exclude<HelpState, 'scheduled' | 'requested'> };

/**
 * The request in its new state. A visit stays on record, unless the request is withdrawn: then nobody comes.
 * @returns undefined where the actor may not do that
 * @rule F2
 */
export function moved(help: StoredHelp, move: HelpMove, actor: HelpActor, now: Date): StoredHelp | undefined {
  if (!mayMove(help.state, move.to, actor)) return undefined;
  const { visit: former, ...rest } = help;
  const visit = move.to === 'scheduled' ? move.visit : former;
  return { ...rest, state: move.to, changedAt: now, ...(visit && move.to !== 'withdrawn' ? { visit } : {}) };
}

/** What is known when somebody asks. */
type Asked = Pick<StoredHelp, 'personKey' | 'name' | 'idNumber' | 'phone' | 'unitId' | 'office'>;

/** A request that begins now (rule F1). */
export const newHelp = (asked: Asked, asker: string, reason: HelpReason, now: Date): StoredHelp => ({
  ...asked,
  openedByAccountId: asker,
  askerAccountIds: [asker],
  reasons: [reason],
  state: 'requested',
  askedAt: now,
  changedAt: now,
});

export const isAsker = ({ askerAccountIds }: StoredHelp, accountId: string): boolean =>
  askerAccountIds.includes(accountId);

/**
 * The open request with one more who asks. What was asked before stays: neither reason nor telephone of the first one
 * is another's to change.
 * @returns undefined where there are as many as may ask
 */
export const withAsker = (help: StoredHelp, asker: string, reason: HelpReason): StoredHelp | undefined =>
  help.askerAccountIds.length >= MOST_ASKERS
    ? undefined
    : { ...help, askerAccountIds: [...help.askerAccountIds, asker], reasons: [...help.reasons, reason] };

/** Whose eyes a request is shown to. */
export interface Viewer {
  readonly accountId: string;
  readonly account: Account;
}

const isProvenSelf = ({ idNumber }: StoredHelp, { account }: Viewer): boolean =>
  account.verified !== undefined && account.idNumber === idNumber;

const withoutAsker = (help: StoredHelp, asker: string): StoredHelp => ({
  ...help,
  askerAccountIds: help.askerAccountIds.filter((account) => account !== asker),
  reasons: help.reasons.filter((_, place) => help.askerAccountIds[place] !== asker),
});

/**
 * The request after somebody who asked has withdrawn. It ends when the person themselves withdraws or nobody asks any
 * more; until then the others are still to be helped.
 * @returns undefined where this account has not asked, or it is over
 * @rule F2
 */
export function withdrawnBy(help: StoredHelp, viewer: Viewer, now: Date): StoredHelp | undefined {
  if (!isAsker(help, viewer.accountId)) return undefined;
  const withdrawn = moved(help, { to: 'withdrawn' }, 'asker', now);
  const endsIt = isProvenSelf(help, viewer) || help.askerAccountIds.length === 1;
  return endsIt || !withdrawn ? withdrawn : withoutAsker(help, viewer.accountId);
}

/** The holder, proven or not, or somebody they have saved: the name is theirs to see. */
const isKnown = ({ idNumber }: StoredHelp, { account }: Viewer): boolean =>
  idNumber === account.idNumber || (account.contacts ?? []).some((contact) => contact.idNumber === idNumber);

/** Whoever merely knows name and number is not told when who will stand at the door. */
const mayKnowVisit = (help: StoredHelp, viewer: Viewer): boolean =>
  help.openedByAccountId === viewer.accountId ||
  isProvenSelf(help, viewer) ||
  isConsentingContact(viewer.account, help.idNumber);

/**
 * A request as one who asked sees it.
 * @throws Error for an account that has not asked
 * @rule F2
 */
export function helpView(id: string, help: StoredHelp, viewer: Viewer): HelpRequest {
  const reason = help.reasons[help.askerAccountIds.indexOf(viewer.accountId)];
  if (reason === undefined) throw new Error('A request for help is told to its askers only.');
  const { name, state, office, visit } = help;
  return {
    id,
    name: isKnown(help, viewer) ? name : maskName(name),
    reason,
    state,
    askedAt: help.askedAt.toISOString(),
    changedAt: help.changedAt.toISOString(),
    ...(office && { office }),
    ...(visit && mayKnowVisit(help, viewer) ? { visit } : {}),
  };
}
