import { chinaYear } from '../../../../miniprogram/shared/china-time';
import type { Account } from '../documents/account';
import type { Certification } from '../documents/certification';
import type { FaceChallenge } from '../documents/face-check';

/** Different people that one account may certify in a CST calendar year. The holder is none of them. */
export const MOST_PEOPLE = 8;

/** Whom the account has certified in the year of `now`. */
export const peopleOf = ({ people }: Account, now: Date): readonly string[] =>
  people?.year === chinaYear(now) ? people.persons : [];

/**
 * Whether the account may certify this person besides those it has this year.
 * @rule D11
 */
export function mayCertify(
  account: Account,
  { person, method }: Pick<FaceChallenge, 'person' | 'method'>,
  now: Date,
): boolean {
  const persons = peopleOf(account, now);
  return method === 'self' || persons.includes(person) || persons.length < MOST_PEOPLE;
}

const withPerson = (account: Account, person: string, now: Date): Account => {
  const persons = peopleOf(account, now);
  return persons.includes(person)
    ? account
    : { ...account, people: { year: chinaYear(now), persons: [...persons, person] } };
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
  { person, method, contactId }: Pick<FaceChallenge, 'person' | 'method' | 'contactId'>,
  now: Date,
): Account => (method === 'self' ? account : withConsent(withPerson(account, person, now), contactId, now));

/** The account without somebody whom another one has certified at the same moment. */
export const withoutPerson = (account: Account, person: string): Account =>
  account.people
    ? { ...account, people: { ...account.people, persons: account.people.persons.filter((each) => each !== person) } }
    : account;

/**
 * Another person whom this account or phone has certified with the same face.
 * @param earlier what it has certified this year
 * @param isSame whether two templates are of one person
 * @rule D11
 */
export const knownAs = (
  person: string,
  earlier: readonly Certification[],
  isSame: (template: string) => boolean,
): string | undefined =>
  earlier.find((each) => each.person !== person && each.template !== undefined && isSame(each.template))?.person;
