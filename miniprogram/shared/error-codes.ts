import type { CardFault } from './contract/identity';
import type { Method, NotEligibleState } from './contract/certification';
import type { ChinaDay, Instant } from './china-time';

/**
 * Every expected refusal that can cross the wire, with a neutral sentence for developers.
 * What the user reads for a code stands in `miniprogram/copy/errors.ts`; the compiler keeps both lists equal.
 */
export const errorCodes = {
  ACCOUNT_LOCKED: 'Three wrong passwords in a row: no try is accepted until the lock opens.',
  ALREADY_CERTIFIED: 'A certification exists for the period (rule D3).',
  BAD_CREDENTIALS: 'The phone or the password is wrong; which of them is not told.',
  BAD_ID_NUMBER: 'Not a valid resident identity number (GB 11643-1999).',
  BAD_INPUT: 'The input does not follow the contract.',
  BAD_NAME: 'Not a name as an identity card writes it.',
  BAD_PHONE: 'Not a mainland mobile number; for a call back, no number that can be dialled.',
  BUSY: 'Somebody else changed the same record at the same moment, again and again.',
  CAPTCHA_EXPIRED: 'There is no living captcha under this id: too old, used up or unknown.',
  CAPTCHA_WRONG: 'The captcha answer is wrong.',
  CARD_NOT_ACTIVATED: 'The social-security card has not been activated.',
  CARD_NUMBER_DIFFERS: 'The number on the photographed card is not the typed one.',
  CARD_PHOTO_FAULTY: 'The photograph of the card cannot be read.',
  CARD_PHOTO_MISSING: 'No photograph waits at the place that was handed out: not arrived, read before or too old.',
  CARD_SERVICE_DOWN: 'The social-security card service did not answer.',
  CHALLENGE_EXPIRED: 'The face challenge is too old.',
  CHALLENGE_NOT_FOUND: 'No such face challenge for this caller.',
  CHALLENGE_USED: 'The face challenge has been used; the first use is still being decided or was cut off.',
  CONSENT_REQUIRED: 'The holder has not agreed to face processing in its present wording.',
  CONTACT_EXISTS: 'This person is a contact already.',
  CONTACT_IS_SELF: 'The holder cannot be a contact of their own.',
  CONTACT_NOT_CONSENTED: 'The contact has not agreed yet, by face or by invitation.',
  CONTACT_NOT_FOUND: 'No such contact on this account.',
  FACE_KNOWN_AS_ANOTHER: 'This account or phone has certified this face under another name.',
  HELP_NOT_FOUND: 'No such request for help, or it cannot be withdrawn any more.',
  ID_CARD_REQUIRED: 'No reference portrait is on record: the identity card must be photographed first.',
  INTERNAL: 'An unexpected fault; the request id finds it in the log.',
  INVITATION_NOT_FOUND: 'No such invitation, or it is used or too old.',
  INVITATION_OWN: 'Nobody accepts their own invitation.',
  NOT_ELIGIBLE: 'This person cannot certify now.',
  NOT_SIGNED_IN: 'This needs a signed-in account.',
  NO_CALLER: 'The call does not come from a WeChat user.',
  PASSWORDS_DIFFER: 'The two passwords are not the same.',
  PERSON_NOT_FOUND: 'No such person, or name and number disagree.',
  PHONE_BUTTON_FAILED: 'WeChat did not confirm a phone number for this code.',
  PHONE_NOT_REGISTERED: 'No account stands on this phone number.',
  PHONE_REQUIRED: 'A phone number must be bound to the account first.',
  PHONE_TAKEN: 'An account stands on this phone number already.',
  REAL_NAME_REQUIRED: 'The account holder must be verified first.',
  RECEIPT_NOT_FOUND: 'No such receipt for this caller.',
  REVIEW_NOT_FOUND: 'No such review, or it has been decided.',
  REVIEW_OWN: 'Nobody decides on what they have submitted themselves (rule D6).',
  SMS_CODE_EXPIRED: 'There is no living code for this phone and purpose.',
  SMS_CODE_WRONG: 'The code from the text message is wrong.',
  SMS_LIMIT_REACHED: 'No more text messages today.',
  SMS_NOT_SENT: 'The text-message service did not take the message.',
  SMS_TOO_SOON: 'The last text message to this phone was sent less than 60 seconds ago.',
  STILLS_MISSING: 'Not all stills have arrived in storage; the challenge is still good.',
  TOO_MANY_ASKERS: 'As many accounts as may ask for help for this person already do.',
  TOO_MANY_CARD_PHOTOS: 'Too many photographed cards today.',
  TOO_MANY_CONTACTS: 'The account has as many contacts as it may.',
  TOO_MANY_INVITATIONS: 'Too many invitations today.',
  TOO_MANY_NEW_CONTACTS: 'Too many names and numbers typed today, so that no contact can be added (rule C4).',
  TOO_MANY_PEOPLE: 'The account has certified as many people this year as it may.',
  TOO_MANY_TRIES: 'Too many look-ups of typed people today (rule C4).',
  TRADITIONAL_NAME: 'The name is written in traditional characters.',
  TRY_TOMORROW: 'Too many failed faces for this person today.',
  UNKNOWN_ACTION: 'This function has no such action.',
  WEAK_PASSWORD: 'The password does not follow the rules.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Why a password is refused (rule A7). */
export const passwordFaults = ['length', 'letter-and-digit', 'contains-phone', 'part-of-id-number', 'common'] as const;
export type PasswordFault = (typeof passwordFaults)[number];

/** Why an identity number is refused (rule A5). */
export const idNumberFaults = ['length', 'characters', 'region', 'date', 'check-digit'] as const;
export type IdNumberFault = (typeof idNumberFaults)[number];

/** Who has had all the text messages of a day (rule A3). */
export const smsLimits = ['phone', 'user'] as const;
export type SmsLimit = (typeof smsLimits)[number];

/** What a refusal tells besides its code. Codes that are not named here carry nothing. */
export interface ErrorDetails {
  ALREADY_CERTIFIED: { at: Instant; method: Method; until: ChinaDay; now: Instant };
  /** `now` is the server's clock, so that a phone with a wrong clock still shows the right words. */
  ACCOUNT_LOCKED: { opensAt: Instant; now: Instant };
  BAD_CREDENTIALS: { triesLeft: number };
  BAD_ID_NUMBER: { fault: IdNumberFault };
  BAD_INPUT: { field: string };
  CARD_PHOTO_FAULTY: { fault: CardFault };
  NOT_ELIGIBLE: { state: NotEligibleState };
  SMS_CODE_WRONG: { triesLeft: number };
  SMS_LIMIT_REACHED: { per: SmsLimit };
  SMS_TOO_SOON: { waitSeconds: number };
  TRADITIONAL_NAME: { simplified: string };
  WEAK_PASSWORD: { fault: PasswordFault };
}
