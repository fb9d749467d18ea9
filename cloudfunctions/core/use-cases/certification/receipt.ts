import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../../domain/documents/account';
import type { Certification } from '../../domain/documents/certification';
import type { ReceiptLink } from '../../domain/certification/receipt';
import { receiptOf } from '../../domain/certification/receipt';
import type { Collections } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Queries } from '../../ports/queries';
import type { Action } from '../steps/action';
import { personOf } from '../steps/person-of';
import type { Caller, SessionDependencies } from '../steps/sessions';
import { requireVerifiedCaller } from '../steps/sessions';

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
  { accountId: madeBy, personKey }: Certification,
): Promise<boolean> {
  const recipients = shownTo(hash, account);
  if (madeBy === accountId || recipients.includes(personKey)) return true;
  const persons = await Promise.all(recipients.map((recipient) => personOf(database, recipient)));
  return persons.includes(personKey);
}

/**
 * A receipt again: for whoever made it, and for whoever may see the person's records.
 * @rule D8
 */
export const receipt =
  (deps: ReceiptDependencies): Action<'receipt'> =>
  async ({ number }, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    if (!caller.ok) return caller;
    const certification = (await deps.queries.certificationByNumber(number))?.value;
    if (!certification || !(await maySee(deps, caller.data, certification))) return refuse('RECEIPT_NOT_FOUND');
    return accept(receiptOf(certification, deps.receiptLink));
  };
