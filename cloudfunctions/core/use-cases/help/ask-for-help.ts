import type { HelpReason } from '../../../../miniprogram/shared/contract/help';
import type { Office } from '../../../../miniprogram/shared/contract/person-ref';
import { readCallBackNumber } from '../../../../miniprogram/shared/phone-number';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { StoredHelp } from '../../domain/documents/help';
import { isAsker, isOpenHelp, newHelp, helpView, withAsker } from '../../domain/help/help';
import type { Collections, Stored } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Action } from '../steps/action';
import type { Found, LookUpDependencies } from '../steps/look-up';
import { countLookUp, lookUp } from '../steps/look-up';
import type { Caller } from '../steps/sessions';
import { requireCaller } from '../steps/sessions';
import { retryOnConflict } from '../steps/retry-on-conflict';
import type { Subject } from '../steps/resolve-person';
import { resolvePerson } from '../steps/resolve-person';

export interface AskForHelpDependencies extends LookUpDependencies {
  readonly database: Pick<Collections, 'accounts' | 'helpRequests' | 'sessions'>;
}

/** Where to call back: as typed, else the account's own. */
function readPhone(typed: string | undefined, { account }: Caller): Result<Pick<StoredHelp, 'phone'>, 'BAD_PHONE'> {
  if (typed === undefined) return accept(account.phone === undefined ? {} : { phone: account.phone });
  const phone = readCallBackNumber(typed);
  return phone.ok ? accept({ phone: phone.data }) : phone;
}

const officeOf = ({ name, phone }: Office): Office => ({ name, ...(phone === undefined ? {} : { phone }) });

/**
 * Whom the request is for and who takes care of it: the unit, or the agency where name and number agree with nobody on
 * the roster. A wrong name never reaches the request of who has the number.
 */
function askedOf(hash: KeyedHash, { name, idNumber }: Subject, { eligibility, cycle }: Found) {
  if (eligibility.state === 'not-found') {
    const personKey = hash.of('id-number', `${idNumber} ${name}`);
    return { personKey, name, idNumber, ...(cycle && { office: officeOf(cycle.agency) }) };
  }
  const { personKey, unit } = eligibility.recipient;
  return { personKey, name: eligibility.name, idNumber, unitId: unit.id, office: officeOf(unit) };
}

/** The open request with this asker, or a new one in the place of one that is over. */
const store = (
  helpRequests: Collections['helpRequests'],
  fresh: StoredHelp,
  asker: string,
  reason: HelpReason,
): Promise<Result<Stored<StoredHelp>, 'TOO_MANY_ASKERS'>> =>
  retryOnConflict<Result<Stored<StoredHelp>, 'TOO_MANY_ASKERS'>>(async () => {
    const seen = await helpRequests.get(fresh.personKey);
    if (seen && isOpenHelp(seen.value) && isAsker(seen.value, asker)) return accept(seen);
    const value = seen && isOpenHelp(seen.value) ? withAsker(seen.value, asker, reason) : fresh;
    if (!value) return refuse('TOO_MANY_ASKERS');
    const stored = await (seen ? helpRequests.replace(seen, value) : helpRequests.create(fresh.personKey, value));
    return stored && accept(stored);
  });

/** A verified holder and the people they have saved cost nothing; of anybody else the name and number were only typed. */
const isToBeCounted = ({ account }: Caller, { isTyped }: Subject): boolean => isTyped || !account.verified;

/** No name is refused for a character (rule A6): whom nobody is found by, the agency looks for. */
async function find(
  deps: AskForHelpDependencies,
  caller: Caller,
  subject: Subject,
  context: Context,
): Promise<Result<Found, 'TOO_MANY_TRIES'>> {
  const isTyped = isToBeCounted(caller, subject);
  const counted = await countLookUp(deps, caller.accountId, { ...subject, isTyped }, context);
  if (!counted.ok) return counted;
  return accept(await lookUp(deps, subject, context.now));
}

/**
 * Asks the unit for help, for oneself or for somebody else, verified or not. While a request for the person is open, it
 * is that one. Without a name and a number on the account they have to be typed (`REAL_NAME_REQUIRED`).
 * @rule F1
 * @rule F2
 * @rule B1
 */
export const askForHelp =
  (deps: AskForHelpDependencies): Action<'askForHelp'> =>
  async ({ whom, reason, phone: typed }, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const { accountId, account } = caller.data;
    const phone = readPhone(typed, caller.data);
    if (!phone.ok) return phone;
    const subject = resolvePerson(deps.hash, account, whom, context.now);
    if (!subject.ok) return subject;
    const found = await find(deps, caller.data, subject.data, context);
    if (!found.ok) return found;
    const asked = { ...askedOf(deps.hash, subject.data, found.data), ...phone.data };
    const fresh = newHelp(asked, accountId, reason, context.now);
    const stored = await store(deps.database.helpRequests, fresh, accountId, reason);
    return stored.ok ? accept({ request: helpView(stored.data.id, stored.data.value, caller.data) }) : stored;
  };
