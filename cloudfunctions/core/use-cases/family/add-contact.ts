import { accept, refuse } from '../../../../miniprogram/shared/result';
import { contactView, withContact } from '../../domain/family/contacts';
import type { Collections } from '../../ports/database';
import type { Random } from '../../ports/random';
import type { Action } from '../steps/action';
import { changeVerifiedAccount } from './change-verified-account';
import type { CountDependencies } from '../steps/daily-limits';
import { countDaily } from '../steps/daily-limits';
import type { NameCheckDependencies } from '../steps/check-name-script';
import { checkScript } from '../steps/check-name-script';
import { requireVerifiedCaller } from '../steps/sessions';
import { readTyped } from '../steps/resolve-person';

export interface AddContactDependencies extends CountDependencies, NameCheckDependencies {
  readonly database: Pick<Collections, 'accounts' | 'sessions'>;
  readonly random: Random;
}

/**
 * Saves a relative, whoever that is: whether they are on the roster is not told. It counts as a typed look-up, because
 * a contact is looked up without counting afterwards.
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
    const contact = { id: deps.random.id(), ...person.data, relation: input.relation };
    const foreseen = withContact(account, contact);
    if (!foreseen.ok) return foreseen;
    if (!(await countDaily(deps, 'typed', accountId, context))) return refuse('TOO_MANY_NEW_CONTACTS');
    const script = await checkScript(deps, person.data);
    if (!script.ok) return script;
    const changed = await changeVerifiedAccount(deps.database.accounts, accountId, (now) => withContact(now, contact));
    return changed.ok ? accept({ contact: contactView(contact) }) : changed;
  };
