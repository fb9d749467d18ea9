import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import { chinaDay } from '../../../../miniprogram/shared/china-time';
import { accept } from '../../../../miniprogram/shared/result';
import type { SavedContact } from '../../domain/documents/family';
import { contactView } from '../../domain/family/contacts';
import { follow } from '../../domain/roster/follow';
import { nameOn } from '../../domain/roster/name';
import type { Queries } from '../../ports/queries';
import type { Action } from '../steps/action';
import type { SessionDependencies } from '../steps/sessions';
import { requireVerifiedCaller } from '../steps/sessions';

export interface ListContactsDependencies extends SessionDependencies {
  readonly queries: Pick<Queries, 'recipientsOf'>;
}

/** Each under the name that the roster has today. One database call. */
async function followAll(
  { hash, queries }: ListContactsDependencies,
  contacts: readonly SavedContact[],
  today: ChinaDay,
): Promise<readonly SavedContact[]> {
  if (contacts.length === 0) return contacts;
  const ids = contacts.map(({ idNumber }) => hash.of('id-number', idNumber));
  const recipients = await queries.recipientsOf(ids);
  return contacts.map((contact, at) => {
    const recipient = recipients.find(({ id }) => id === ids[at]);
    return follow(contact, nameOn(recipient?.value, today), today);
  });
}

/**
 * The relatives saved on the account, in the order in which they were saved.
 * @rule D9
 * @rule C3
 */
export const listContacts =
  (deps: ListContactsDependencies): Action<'listContacts'> =>
  async (_input, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    if (!caller.ok) return caller;
    const contacts = await followAll(deps, caller.data.account.contacts ?? [], chinaDay(context.now));
    return accept({ contacts: contacts.map(contactView) });
  };
