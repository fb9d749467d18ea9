import { forms, simplifications } from './han-forms-data';

interface Table {
  /** The simplified character that is offered for a traditional one. */
  readonly simplified: ReadonlyMap<string, string>;
  /** The other forms of a character. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

let table: Table | undefined;

/** Read at the first name: what a function does not need does not slow its start. */
function read(): Table {
  const simplified = new Map<string, string>();
  const others = new Map<string, readonly string[]>();
  for (const word of simplifications().trim().split(' ')) {
    const [from = '', to = ''] = Array.from(word);
    simplified.set(from, to);
    others.set(from, [to]);
  }
  for (const word of forms().trim().split(' ')) {
    const [from = '', ...to] = Array.from(word);
    others.set(from, to);
  }
  return { simplified, others };
}

const known = (): Table => (table ??= read());

/** The forms in which a character may stand for the same name, itself first. */
export const formsOf = (character: string): readonly string[] => [character, ...(known().others.get(character) ?? [])];

/**
 * The name in simplified characters, the same string where it already is. Character by character: phrases choose between
 * readings of running text and say nothing about names. A character of the state's list stays, also where it is a
 * traditional form besides (昇, 乾, 於), and so does one whose simplified form no register of the time could write.
 * @rule A6
 */
export const simplifiedName = (name: string): string =>
  Array.from(name, (character) => known().simplified.get(character) ?? character).join('');
