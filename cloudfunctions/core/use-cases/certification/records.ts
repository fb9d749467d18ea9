import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Result } from '../../../../miniprogram/shared/result';
import type { CertificationApi } from '../../../../miniprogram/shared/contract/certification';
import type { Account } from '../../domain/documents/account';
import { recordOf } from '../../domain/certification/receipt';
import type { Collections } from '../../ports/database';
import type { Queries } from '../../ports/queries';
import type { Action } from '../steps/action';
import { personOf } from '../steps/person-of';
import type { SessionDependencies } from '../steps/sessions';
import { requireVerifiedCaller } from '../steps/sessions';
import type { Subject } from '../steps/resolve-person';
import { resolvePerson } from '../steps/resolve-person';

export interface RecordsDependencies extends SessionDependencies {
  readonly database: Pick<Collections, 'accounts' | 'recipients' | 'sessions'>;
  readonly queries: Pick<Queries, 'certificationsOf'>;
}

const PAGE = 10;

/** The instant of the last record of a page: milliseconds, so short that nobody takes them for anything. */
const nextAfter = (at: Date): string => at.getTime().toString(36);

function readNext(next: string | undefined): Result<Date | undefined, 'BAD_INPUT'> {
  if (next === undefined) return accept(undefined);
  const at = new Date(/^[0-9a-z]{1,9}$/.test(next) ? parseInt(next, 36) : NaN);
  return Number.isNaN(at.getTime()) ? refuse('BAD_INPUT', { field: 'next' }) : accept(at);
}

const hasConsented = ({ contacts }: Account, { contactId }: Subject): boolean =>
  contacts?.some(({ id, consent }) => id === contactId && consent !== undefined) ?? false;

/**
 * One's own history, or that of a contact who has agreed: newest first, ten at a time, every year and every method.
 * @rule D12
 */
export const records =
  (deps: RecordsDependencies): Action<'records'> =>
  async ({ contactId, next }, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    if (!caller.ok) return caller;
    const { account } = caller.data;
    const before = readNext(next);
    if (!before.ok) return before;
    const subject = resolvePerson(
      deps.hash,
      account,
      contactId === undefined ? { self: true } : { contactId },
      context.now,
    );
    if (!subject.ok) return subject;
    if (contactId !== undefined && !hasConsented(account, subject.data)) return refuse('CONTACT_NOT_CONSENTED');
    const person = await personOf(deps.database, subject.data.recipientId);
    const found = await deps.queries.certificationsOf(person, PAGE + 1, before.data);
    const items = found.slice(0, PAGE).map(({ value }) => value);
    const last = found.length > PAGE ? items.at(-1) : undefined;
    const answer: CertificationApi['records']['output'] = { items: items.map(recordOf) };
    return accept(last ? { ...answer, next: nextAfter(last.at) } : answer);
  };
