import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import type { PersonEligibility } from '../../domain/certification/eligibility';
import type { Account } from '../../domain/documents/account';
import { follow } from '../../domain/roster/follow';
import type { Collections } from '../../ports/database';
import type { Subject } from './resolve-person';
import type { Caller } from './sessions';

function followed(account: Account, { contactId }: Subject, rosterName: string, today: ChinaDay): Account {
  if (contactId === undefined) {
    const { name, idNumber, agreedOn } = account;
    if (name === undefined || idNumber === undefined) return account;
    const kept = { name, idNumber, ...(agreedOn !== undefined && { agreedOn }) };
    const now = follow(kept, rosterName, today);
    return now === kept ? account : { ...account, ...now };
  }
  const contacts = account.contacts ?? [];
  const changed = contacts.map((contact) => (contact.id === contactId ? follow(contact, rosterName, today) : contact));
  return changed.some((contact, at) => contact !== contacts[at]) ? { ...account, contacts: changed } : account;
}

/**
 * Notes on the account that the holder or a contact is on the roster, and by which name, so that they are found by their
 * number from now on. One database call where that is new; where somebody changes the account at this moment, the next
 * look-up notes it.
 * @rule C3
 */
export async function noteAgreement(
  { accounts }: Pick<Collections, 'accounts'>,
  { accountId, account, revision }: Caller,
  subject: Subject,
  found: PersonEligibility,
  today: ChinaDay,
): Promise<void> {
  if (found.state === 'not-found' || subject.method === 'assisted' || subject.isTyped) return;
  const changed = followed(account, subject, found.name, today);
  if (changed !== account) await accounts.replace({ id: accountId, revision, value: account }, changed);
}
