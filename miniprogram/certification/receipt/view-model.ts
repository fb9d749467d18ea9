import { groupsOfFour } from '../../components/spaced-digits';
import { dateInWords, methodInWords } from '../../copy/certification';
import { receiptCopy } from '../../copy/receipt';
import { dayInWords } from '../../copy/times';
import type { Receipt } from '../../shared/contract/certification';
import type { Trouble } from '../../shared/phone-fault';
import { wayOutOf } from '../../stores/way-out';

export interface Row {
  readonly label: string;
  readonly value: string;
}

export interface ReceiptView {
  readonly until: string;
  readonly rows: readonly Row[];
  readonly demonstration: boolean;
  readonly link: string;
}

/** What stands on a receipt, on the screen and on the picture alike. */
export const receiptView = (receipt: Receipt | undefined): ReceiptView | undefined =>
  receipt && {
    until: dayInWords(receipt.until),
    rows: [
      { label: receiptCopy.name, value: receipt.name },
      { label: receiptCopy.at, value: dateInWords(receipt.at) },
      { label: receiptCopy.method, value: methodInWords(receipt.method) },
      { label: receiptCopy.number, value: groupsOfFour(receipt.number) },
    ],
    demonstration: receipt.demonstration,
    link: receipt.link,
  };

/** What the page can do about a refusal. */
export const receiptOffers = ['again', 'sign-in', 'real-name', 'records'] as const;

export const wayOutFor = (trouble: Trouble | undefined): (typeof receiptOffers)[number] =>
  (trouble && wayOutOf(trouble, receiptOffers)) ?? 'again';
