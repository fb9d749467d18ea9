import { accept, refuse } from '../../../miniprogram/shared/result';
import type { Account, Certification } from '../domain/documents';
import type { ReceiptLink } from '../domain/receipt';
import { receiptOf } from '../domain/receipt';
import type { Collections, KeyedHash, Queries } from '../ports';
import type { Action } from './action';
import { personOf } from './person-of';
import type { Caller, SessionDependencies } from './sessions';
import { requireVerifiedCaller } from './sessions';

export interface ReceiptDependencies extends SessionDependencies {
  readonly database: Pick<Collections, 'accounts' | 'recipients' | 'sessions'>;
  readonly queries: Pick<Queries, 'certificationByNumber'>;
  readonly receiptLink: ReceiptLink;
}

/** Whose receipts the holder may see: their own, and those of contacts who have agreed. Documents of the roster. */
const shownTo = (hash: KeyedHash, { idNumber, contacts = [] }: Account): string[] =>
  [idNumber, ...contacts.filter(({ consent }) => consent).map((contact) => contact.idNumber)]
    .filter((number) => number !== undefined)
    .map((number) => hash.of('id-number', number));

async function maySee(
  { database, hash }: ReceiptDependencies,
  { accountId, account }: Caller,
  { account: madeBy, person }: Certification,
): Promise<boolean> {
  const recipients = shownTo(hash, account);
  if (madeBy === accountId || recipients.includes(person)) return true;
  const persons = await Promise.all(recipients.map((recipient) => personOf(database, recipient)));
  return persons.includes(person);
}

/**
 * A receipt again: for whoever made it, and for whoever may see the person's records.
 * @rule D8
 */
export const receipt =
  (
    deps: ReceiptDependencies,
  ): Action<'receipt'> =>
  async ({ number }, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    if (!caller.ok) return caller;
    const certification = (await deps.queries.certificationByNumber(number))?.value;
    if (!certification || !(await maySee(deps, caller.data, certification))) return refuse('RECEIPT_NOT_FOUND');
    return accept(receiptOf(certification, deps.receiptLink));
  };
