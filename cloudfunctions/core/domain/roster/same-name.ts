import { normalisePersonName } from '../../../../miniprogram/shared/person-name';
import { formsOf } from './han-forms';

/** What stands between the parts of a name. Registers and keyboards put it differently, or leave it out. */
const BETWEEN_PARTS = /[ ,·'-]/g;
const ACCENTS = /[\u0300-\u036F]/g;

const charactersOf = (name: string): string[] =>
  Array.from(normalisePersonName(name).replace(BETWEEN_PARTS, '').normalize('NFD').replace(ACCENTS, ''));

const isSameCharacter = (one: string, other: string): boolean => {
  if (one === other) return true;
  const forms = formsOf(other);
  return formsOf(one).some((form) => forms.includes(form));
};

/**
 * Whether two names are one name in two forms: simplified and traditional or variant characters, one character under two
 * numbers, other separators, other capitals, commas and accents of Latin names. Only to be asked where the ID number
 * agrees: 發 and 髮 are the same here, for registers have written either as 发.
 * @rule A5
 */
export function sameName(one: string, other: string): boolean {
  const left = charactersOf(one);
  const right = charactersOf(other);
  return left.length === right.length && left.every((character, at) => isSameCharacter(character, right[at] ?? ''));
}
