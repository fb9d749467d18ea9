import { dateInWords, methodInWords } from '../../copy/certification';
import { verifyReceiptCopy as copy } from '../../copy/receipt';
import { dayInWords } from '../../copy/times';
import type { ChinaDay } from '../../shared/china-time';
import { plainNumber } from '../../shared/typed-text';
import type { Verdict } from '../../stores/receipt';

export interface Answer {
  readonly kind: 'ok' | 'look';
  readonly heading: string;
  readonly text: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly demonstration: boolean;
}

/** Genuine or not, in one answer; nothing about the person (rule D8). */
export const answerOf = (verdict: Verdict | undefined, today: ChinaDay): Answer | undefined => {
  if (verdict === undefined) return undefined;
  if (!verdict.genuine) return { kind: 'look', ...copy.false, rows: [], demonstration: false };
  const { until, at, method, demonstration } = verdict;
  const words = until < today ? copy.expired : copy.genuine;
  return {
    kind: until < today || demonstration ? 'look' : 'ok',
    heading: words.heading,
    text: words.text(dayInWords(until)),
    rows: [
      { label: copy.at, value: dateInWords(at) },
      { label: copy.method, value: methodInWords(method) },
    ],
    demonstration,
  };
};

/** What was typed as the 16 digits that were meant; undefined where they are not 16. */
export const readNumber = (typed: string): string | undefined => {
  const digits = plainNumber(typed);
  return /^\d{16}$/.test(digits) ? digits : undefined;
};
