/**
 * Every expected refusal that can cross the wire, with a neutral sentence for developers.
 * What the user reads for a code stands in `miniprogram/copy/errors.ts`; the compiler keeps both lists equal.
 */
export const errorCodes = {
  ACCOUNT_LOCKED: 'Three wrong passwords in a row: no try is accepted until the lock opens.',
  BAD_CREDENTIALS: 'The phone or the password is wrong; which of them is not told.',
  BAD_ID_NUMBER: 'Not a valid resident identity number (GB 11643-1999).',
  BAD_INPUT: 'The input does not follow the contract.',
  BAD_NAME: 'Not a name as an identity card writes it.',
  BAD_PHONE: 'Not a mainland mobile number.',
  BUSY: 'Somebody else changed the same record at the same moment, again and again.',
  CAPTCHA_WRONG: 'The captcha answer is wrong, used up or too old.',
  CARD_NOT_ACTIVATED: 'The social-security card has not been activated.',
  CARD_SERVICE_DOWN: 'The social-security card service did not answer.',
  INTERNAL: 'An unexpected fault; the request id finds it in the log.',
  NO_CALLER: 'The call does not come from a WeChat user.',
  NOT_SIGNED_IN: 'This needs a signed-in account.',
  PASSWORDS_DIFFER: 'The two passwords are not the same.',
  PERSON_NOT_FOUND: 'No such person, or name and number disagree.',
  PHONE_BUTTON_FAILED: 'WeChat did not confirm a phone number for this code.',
  PHONE_NOT_REGISTERED: 'No account stands on this phone number.',
  PHONE_REQUIRED: 'A phone number must be bound to the account first.',
  PHONE_TAKEN: 'An account stands on this phone number already.',
  SMS_CODE_EXPIRED: 'There is no living code for this phone and purpose.',
  SMS_CODE_WRONG: 'The code from the text message is wrong.',
  SMS_LIMIT_REACHED: 'No more text messages today.',
  SMS_NOT_SENT: 'The text-message service did not take the message.',
  SMS_TOO_SOON: 'The last text message to this phone was sent less than 60 seconds ago.',
  TRADITIONAL_NAME: 'The name is written in traditional characters.',
  UNKNOWN_ACTION: 'This function has no such action.',
  WEAK_PASSWORD: 'The password does not follow the rules.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** An instant as ISO 8601 in UTC, to the millisecond: `2026-08-01T01:12:00.000Z`. */
export type Instant = string;

/** Why a password is refused (rule A7). */
export type PasswordFault = 'length' | 'letter-and-digit' | 'contains-phone' | 'part-of-id-number' | 'common';

/** Why an identity number is refused (rule A5). */
export type IdNumberFault = 'length' | 'characters' | 'region' | 'date' | 'check-digit';

/** What a refusal tells besides its code. Codes that are not named here carry nothing. */
export interface ErrorDetails {
  /** `now` is the server's clock, so that a phone with a wrong clock still shows the right words. */
  ACCOUNT_LOCKED: { opensAt: Instant; now: Instant };
  BAD_CREDENTIALS: { triesLeft: number };
  BAD_ID_NUMBER: { fault: IdNumberFault };
  BAD_INPUT: { field: string };
  SMS_CODE_WRONG: { triesLeft: number };
  SMS_LIMIT_REACHED: { per: 'phone' | 'user' };
  SMS_TOO_SOON: { waitSeconds: number };
  TRADITIONAL_NAME: { simplified: string };
  WEAK_PASSWORD: { fault: PasswordFault };
}
