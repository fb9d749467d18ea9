import { chinaDay } from '../../../../miniprogram/shared/china-time';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { contactView, withContact } from '../../domain/family/contacts';
import { follow } from '../../domain/roster/follow';
import type { Collections } from '../../ports/database';
import type { Random } from '../../ports/random';
import type { Action } from '../steps/action';
import { changeVerifiedAccount } from './change-verified-account';
import type { CountDependencies } from '../steps/daily-limits';
import { countDaily } from '../steps/daily-limits';
import type { NameCheckDependencies } from '../steps/check-name-script';
import { offerSimplified } from '../steps/check-name-script';
import { requireVerifiedCaller } from '../steps/sessions';
import { readTyped } from '../steps/resolve-person';

export interface AddContactDependencies extends CountDependencies, NameCheckDependencies {
  readonly database: Pick<Collections, 'accounts' | 'sessions'>;
  readonly random: Random;
}

/**
 * Saves a relative, whoever that is: whether they are on the roster is not told. It counts as a typed look-up, because
 * a contact is looked up without counting afterwards. That name and number agree with the roster is kept with the
 * contact, so that they are the same person under a corrected name.
 * @rule D9
 * @rule A6
 * @rule C4
 */
export const addContact =
  (deps: AddContactDependencies): Action<'addContact'> =>
  async (input, context) => {
    const caller = await requireVerifiedCaller(deps, context);
    if (!caller.ok) return caller;
    const { accountId, account } = caller.data;
    const person = readTyped(input, context.now);
    if (!person.ok) return person;
    const { name, idNumber } = person.data;
    const typed = { id: deps.random.id(), name, idNumber, relation: input.relation };
    const foreseen = withContact(account, typed);
    if (!foreseen.ok) return foreseen;
    if (!(await countDaily(deps, 'typed', accountId, context))) return refuse('TOO_MANY_NEW_CONTACTS');
    const today = chinaDay(context.now);
    const contact = follow(typed, await deps.roster.nameOf(idNumber, today), today);
    const script = contact === typed ? offerSimplified(person.data) : accept({});
    if (!script.ok) return script;
    const changed = await changeVerifiedAccount(deps.database.accounts, accountId, (now) => withContact(now, contact));
    return changed.ok ? accept({ contact: contactView(contact) }) : changed;
  };
