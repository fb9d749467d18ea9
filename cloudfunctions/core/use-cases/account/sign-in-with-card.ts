import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import { chinaDay } from '../../../../miniprogram/shared/china-time';
import { readIdNumber } from '../../../../miniprogram/shared/id-number';
import { normalisePassword } from '../../../../miniprogram/shared/password';
import { normalisePersonName } from '../../../../miniprogram/shared/person-name';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { newAccount } from '../../domain/account/account';
import type { Account, Card } from '../../domain/documents/account';
import { noTries } from '../../domain/account/lockout';
import type { KeptPerson } from '../../domain/roster/follow';
import { follow, isOnRoster } from '../../domain/roster/follow';
import type { CardCheck, SocialSecurityCards } from '../../ports/social-security-cards';
import type { Collections, Database, Stored } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Pause } from '../../ports/pause';
import type { Random } from '../../ports/random';
import type { Roster } from '../../ports/roster';
import type { Action } from '../steps/action';
import { openSessionInside } from '../steps/sessions';
import type { PasswordGuard, Verdict } from './with-password-try';
import { withPasswordTry } from './with-password-try';

export interface SignInWithCardDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
  readonly pause: Pause;
  readonly random: Random;
  readonly roster: Roster;
  readonly socialSecurityCards: SocialSecurityCards;
}

const cardGuard = ({ database, pause }: SignInWithCardDependencies, id: string): PasswordGuard<Card> => ({
  pause,
  documents: database.cards,
  id,
  unknown: { lockout: noTries },
  // The password is the card service's; here nothing can change that would take a right one back.
  stillRight: () => true,
});

/** The name on the card, where the password is right. */
function verdictOn(check: CardCheck): Verdict<string, 'CARD_NOT_ACTIVATED' | 'CARD_SERVICE_DOWN' | 'PERSON_NOT_FOUND'> {
  switch (check.outcome) {
    case 'right':
      return accept(normalisePersonName(check.name));
    case 'wrong-password':
      return 'wrong';
    case 'not-activated':
      return refuse('CARD_NOT_ACTIVATED');
    case 'unavailable':
      return refuse('CARD_SERVICE_DOWN');
    case 'unknown':
      return refuse('PERSON_NOT_FOUND');
  }
}

/**
 * Whose card it is, as the roster writes the name. Whoever is not on the roster may sign in all the same: what they may
 * do then is another matter.
 */
async function holderOf(
  roster: Roster,
  person: KeptPerson,
  today: ChinaDay,
): Promise<Result<KeptPerson, 'PERSON_NOT_FOUND'>> {
  const rosterName = await roster.nameOf(person.idNumber, today);
  const isAnother = rosterName !== undefined && !isOnRoster(person, rosterName);
  return isAnother ? refuse('PERSON_NOT_FOUND') : accept(follow(person, rosterName, today));
}

/**
 * The account behind a card: the one it was used for before, or the one on which its holder is verified already, for
 * nobody has two of those (rule B3).
 */
async function accountBehind(
  { accounts, holders }: Pick<Collections, 'accounts' | 'holders'>,
  cardId: string,
  card: Card,
): Promise<Stored<Account> | undefined> {
  const used = card.accountId === undefined ? undefined : await accounts.get(card.accountId);
  if (used) return used;
  const holder = (await holders.get(cardId))?.value;
  return holder?.accountId === undefined ? undefined : accounts.get(holder.accountId);
}

/** Signs in to the card's account, which is opened once: two first sign-ins at once find the same. */
const enter = (
  { database, random, hash }: SignInWithCardDependencies,
  cardId: string,
  person: KeptPerson,
  context: Context,
): Promise<Account> => {
  const newId = random.id();
  return database.transact(async (inside) => {
    const { accounts, cards, holders } = inside;
    const card = (await cards.get(cardId))?.value ?? { lockout: noTries };
    const known = await accountBehind({ accounts, holders }, cardId, card);
    const accountId = known?.id ?? newId;
    const account = known?.value ?? newAccount({ ...person, verified: { by: 'card', at: context.now } }, context.now);
    if (!known) await accounts.put(accountId, account);
    if (card.accountId !== accountId) {
      // Written also where it stays as it is: a face check that moves the holder at this moment meets it.
      await holders.put(cardId, { ...(await holders.get(cardId))?.value, accountId });
      await cards.put(cardId, { ...card, accountId });
    }
    await openSessionInside(inside, hash, { accountId, sessionEpoch: account.sessionEpoch }, context);
    return account;
  });
};

/**
 * Signs in by ID number and card password; the first time an account is opened, verified by the card and without a
 * phone. Nobody's try counts where the card service gives no verdict on the password.
 * @rule A13
 * @rule A10
 */
export const signInWithCard =
  (deps: SignInWithCardDependencies): Action<'signInWithCard'> =>
  async (input, context) => {
    const idNumber = readIdNumber(input.idNumber, chinaDay(context.now));
    if (!idNumber.ok) return idNumber;
    const cardId = deps.hash.of('id-number', idNumber.data);
    const password = normalisePassword(input.cardPassword);
    const name = await withPasswordTry(cardGuard(deps, cardId), context.now, async () =>
      verdictOn(await deps.socialSecurityCards.check(idNumber.data, password)),
    );
    if (!name.ok) return name;
    const person = { name: name.data, idNumber: idNumber.data };
    const holder = await holderOf(deps.roster, person, chinaDay(context.now));
    if (!holder.ok) return holder;
    const account = await enter(deps, cardId, holder.data, context);
    return accept({ needsPhone: account.phone === undefined });
  };
