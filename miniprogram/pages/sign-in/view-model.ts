import { describe, errorWords } from '../../copy/errors';
import { signInCopy } from '../../copy/sign-in';
import type { ChinaDay } from '../../shared/china-time';
import { readIdNumber } from '../../shared/id-number';
import type { Trouble } from '../../shared/phone-fault';
import { readPhoneNumber } from '../../shared/phone-number';
import type { ButtonWay } from '../../shared/way-out';
import { wayOutOf } from '../../stores/way-out';

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

/** What the page can do about a refusal: its fields and buttons, for each way to sign in. */
export const signInOffers = {
  choose: ['again', 'sign-in'],
  password: ['again', 'phone', 'reset-password', 'register'],
  card: ['again', 'person', 'sign-in'],
} as const satisfies Record<string, readonly ButtonWay[]>;

/** Whether a forgotten password is all that helps now: then it is the first button. */
export const isLocked = (trouble: Trouble | undefined): boolean =>
  trouble !== undefined && wayOutOf(trouble, signInOffers.password) === 'reset-password';
