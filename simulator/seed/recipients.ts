import type { Unit } from './county';
import type { SeedDocument } from './batch';
import type { Person } from './people';

type Method = 'self' | 'data-match' | 'home-visit';

/** One certification of an earlier year, or of this one. */
export interface Past {
  year: number;
  method: Method;
  /** `07-01` */
  on: string;
}

/** How a recipient stands on the roster. */
export interface Entry {
  person: Person;
  /** Where the roster writes another name than the person does. */
  name?: string;
  unit: Unit;
  /** In yuan. */
  monthly: number;
  payment?: 'paid' | 'suspended-not-certified' | 'suspended-special' | 'ended';
  unpaidFrom?: string;
  correctedName?: { name: string; from: string };
  /** Oldest first. */
  history?: readonly Past[];
}

const idOf = ({ idNumber }: Person) => ({ purpose: 'id-number', value: idNumber }) as const;

/** Sixteen digits that no two certifications share. */
const receiptNumber = (index: number, year: number): string =>
  `${year}${String(104_729 + index * 7919).padStart(12, '0')}`;

/** A match is made in the night. */
const timeOf = (method: Method): string => (method === 'data-match' ? '00:05' : '10:20');

const certified = (index: number, { year, method, on }: Past) => ({
  number: receiptNumber(index, year),
  period: String(year),
  method,
  at: new Date(`${year}-${on}T${timeOf(method)}:00.000+08:00`),
  until: `${year + 1}-12-31`,
});

/** A recipient as the import of a roster writes one, and what is known of earlier years. */
export function recipientOf(
  { person, name = person.name, unit, monthly, history = [], ...rest }: Entry,
  index: number,
): SeedDocument {
  const last = history.at(-1);
  return {
    idOf: idOf(person),
    hashes: { personKey: idOf(person) },
    value: {
      name,
      idNumber: person.idNumber,
      unit,
      payment: 'paid',
      monthlyAmount: monthly * 100,
      ...rest,
      ...(last && { last: certified(index, last) }),
    },
  };
}

export const certificationsOf = (
  { person, name = person.name, unit, history = [] }: Entry,
  index: number,
): SeedDocument[] =>
  history.map((past) => ({
    idOf: { ...idOf(person), then: `.${past.year}` },
    hashes: { personKey: idOf(person) },
    value: { ...certified(index, past), name, unitId: unit.id, demonstration: true },
  }));
