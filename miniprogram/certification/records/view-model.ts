import { dateInWords, methodInWords } from '../../copy/certification';
import { recordsCopy } from '../../copy/records';
import { relationInWords } from '../../copy/relations';
import { dayInWords } from '../../copy/times';
import type { CertificationRecord } from '../../shared/contract/certification';
import type { Contact } from '../../shared/contract/family';
import type { Trouble } from '../../shared/phone-fault';
import { wayOutOf } from '../../stores/way-out';

export interface RecordLine {
  readonly number: string;
  readonly day: string;
  readonly method: string;
  readonly until: string;
}

export interface RecordYear {
  readonly year: string;
  readonly lines: readonly RecordLine[];
}

const lineOf = ({ number, at, method, until }: CertificationRecord): RecordLine => ({
  number,
  day: dateInWords(at),
  method: methodInWords(method),
  until: recordsCopy.until(dayInWords(until)),
});

/** Year by year, as the server ordered them: newest first (rule D12). */
export const yearsOf = (items: readonly CertificationRecord[] | undefined): RecordYear[] => {
  const all = items ?? [];
  const years = [...new Set(all.map(({ year }) => year))];
  return years.map((year) => ({
    year: recordsCopy.year(year),
    lines: all.filter((item) => item.year === year).map(lineOf),
  }));
};

export interface Choice {
  /** Of the contact; empty for the holder. */
  readonly id: string;
  readonly text: string;
}

/** Whose records may be seen: one's own, and those of contacts who have agreed (rule D12). */
export const choicesOf = (contacts: readonly Contact[] | undefined): Choice[] => [
  { id: '', text: recordsCopy.self },
  ...(contacts ?? [])
    .filter(({ consented }) => consented)
    .map(({ id, name, relation }) => ({ id, text: `${relationInWords(relation)} ${name}` })),
];

/** What the page can do about a refusal. */
export const recordsOffers = ['again', 'sign-in', 'real-name', 'contacts', 'help'] as const;

export const wayOutFor = (trouble: Trouble | undefined): (typeof recordsOffers)[number] =>
  (trouble && wayOutOf(trouble, recordsOffers)) ?? 'again';
