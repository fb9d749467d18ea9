import { describe, errorWords } from '../../copy/errors';
import { signInCopy } from '../../copy/sign-in';
import type { ChinaDay } from '../../shared/china-time';
import { readIdNumber } from '../../shared/id-number';
import { readPhoneNumber } from '../../shared/phone-number';

/** What is wrong with what was typed, field by field; empty where nothing is. */
export interface FieldErrors {
  readonly account: string;
  readonly password: string;
}

/** Before a try is spent: a number that can't be a phone is no try. */
export const passwordWayErrors = (phone: string, password: string): FieldErrors => ({
  account: readPhoneNumber(phone).ok ? '' : errorWords.BAD_PHONE.whatToDo,
  password: password === '' ? signInCopy.password.passwordMissing : '',
});

export const cardWayErrors = (idNumber: string, cardPassword: string, today: ChinaDay): FieldErrors => {
  const read = readIdNumber(idNumber, today);
  return {
    account: read.ok ? '' : describe(read).whatToDo,
    password: cardPassword === '' ? signInCopy.card.passwordMissing : '',
  };
};

export const isFaultless = ({ account, password }: FieldErrors): boolean => account === '' && password === '';
