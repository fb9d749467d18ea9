import { chinaYear } from '../../../../miniprogram/shared/china-time';
import type { Account } from '../documents/account';
import type { Certification } from '../documents/certification';
import type { FaceChallenge } from '../documents/face-check';

/** Different people that one account may certify in a CST calendar year. The holder is none of them. */
export const MOST_PEOPLE = 8;

/** Whom the account has certified in the year of `now`. */
export const peopleOf = ({ people }: Account, now: Date): readonly string[] =>
  people?.year === chinaYear(now) ? people.personKeys : [];

/**
 * Whether the account may certify this person besides those it has this year.
 * @rule D11
 */
export function mayCertify(
  account: Account,
  { personKey, method }: Pick<FaceChallenge, 'personKey' | 'method'>,
  now: Date,
): boolean {
  const known = peopleOf(account, now);
  return method === 'self' || known.includes(personKey) || known.length < MOST_PEOPLE;
}

const withPerson = (account: Account, personKey: string, now: Date): Account => {
  const known = peopleOf(account, now);
  return known.includes(personKey)
    ? account
    : { ...account, people: { year: chinaYear(now), personKeys: [...known, personKey] } };
};

/** The contact's own face has said yes (rule D9); an earlier consent stands. */
const withConsent = (account: Account, contactId: string | undefined, now: Date): Account => {
  const isNew = account.contacts?.some(({ id, consent }) => id === contactId && !consent) ?? false;
  if (!account.contacts || !isNew) return account;
  const consent = { by: 'face' as const, at: now.toISOString() };
  const contacts = account.contacts.map((contact) => (contact.id === contactId ? { ...contact, consent } : contact));
  return { ...account, contacts };
};

/**
 * The account after it has certified somebody; the same object where that changes nothing.
 * @rule D9
 * @rule D11
 */
export const afterCertifying = (
  account: Account,
  { personKey, method, contactId }: Pick<FaceChallenge, 'personKey' | 'method' | 'contactId'>,
  now: Date,
): Account => (method === 'self' ? account : withConsent(withPerson(account, personKey, now), contactId, now));

/** The account without somebody whom another one has certified at the same moment. */
export const withoutPerson = (account: Account, personKey: string): Account =>
  account.people
    ? {
        ...account,
        people: { ...account.people, personKeys: account.people.personKeys.filter((each) => each !== personKey) },
      }
    : account;

/**
 * Another person whom this account or phone has certified with the same face.
 * @param earlier what it has certified this year
 * @param isSame whether two templates are of one person
 * @rule D11
 */
export const knownAs = (
  personKey: string,
  earlier: readonly Certification[],
  isSame: (template: string) => boolean,
): string | undefined =>
  earlier.find((each) => each.personKey !== personKey && each.template !== undefined && isSame(each.template))
    ?.personKey;
