import type { CertificationRecord, Receipt } from '../../../../miniprogram/shared/contract/certification';
import { chinaYear } from '../../../../miniprogram/shared/china-time';
import { maskName } from '../../../../miniprogram/shared/masking';
import type { Certification } from '../documents/certification';

/** Digits of a receipt's number: 10¹⁶ of them, so that nobody finds one by trying. */
export const RECEIPT_DIGITS = 16;

/** Where scanning the QR code of a receipt leads. */
export type ReceiptLink = (number: string) => string;

/**
 * What is shown to the family and to whoever asks: the name masked.
 * @rule D8
 */
export const receiptOf = (
  { number, name, method, at, until, demonstration }: Certification,
  link: ReceiptLink,
): Receipt => ({
  number,
  name: maskName(name),
  method,
  at: at.toISOString(),
  until,
  demonstration,
  link: link(number),
});

/**
 * A line of the history.
 * @rule D12
 */
export const recordOf = ({ number, method, at, until }: Certification): CertificationRecord => ({
  number,
  method,
  at: at.toISOString(),
  until,
  year: String(chinaYear(at)),
});
