import type { NamedPerson } from '../../../../miniprogram/shared/contract/person-ref';
import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { simplifiedName } from '../../domain/roster/han-forms';
import { sameName } from '../../domain/roster/same-name';
import type { Roster } from '../../ports/roster';

export interface NameCheckDependencies {
  readonly roster: Roster;
}

/** Somebody who was typed, normalised. */
export type TypedPerson = Readonly<NamedPerson>;

/**
 * Offers the simplified form of a name, unless whoever typed it says that the identity card shows this very character.
 * @rule A6
 */
export function offerSimplified({ name, asOnCard }: Pick<TypedPerson, 'name' | 'asOnCard'>) {
  const simplified = simplifiedName(name);
  return asOnCard || simplified === name ? accept({}) : refuse('TRADITIONAL_NAME', { simplified });
}

/**
 * Offers the simplified form, unless the roster has this person. That answer tells whether a name belongs to a number,
 * so it counts as a look-up (rule C4): once those of today are used up the roster is not asked, and who has been on it
 * all the time goes on as on the card.
 * @param count counts the look-up; false where today's are used up
 * @rule A6
 */
export async function checkScript(
  { roster }: NameCheckDependencies,
  person: TypedPerson,
  now: Date,
  count: () => Promise<boolean>,
): Promise<Result<object, 'TRADITIONAL_NAME'>> {
  const offered = offerSimplified(person);
  if (offered.ok || !(await count())) return offered;
  const onRoster = await roster.nameOf(person.idNumber, chinaDay(now));
  return onRoster !== undefined && sameName(person.name, onRoster) ? accept({}) : offered;
}
