import { afterSignIn } from './after-sign-in';
import { openPage, openTab } from '../services/navigation';
import type { PageName } from '../services/navigation';
import type { ErrorCode } from '../shared/error-codes';
import type { Eligibility } from '../shared/contract/certification';
import type { PhoneFault, Trouble } from '../shared/phone-fault';
import { isEligibilityState, standingOf } from '../shared/standing';
import type { Standing } from '../shared/standing';
import type { ButtonWay, WayOut, Ways } from '../shared/way-out';

/** The one table of where each refusal and each fault of the phone is mended. */
export const waysOutOf = {
  ACCOUNT_LOCKED: ['reset-password', 'later'],
  ALREADY_CERTIFIED: ['records', 'home'],
  BAD_CREDENTIALS: ['again', 'reset-password'],
  BAD_ID_NUMBER: ['person', 'help'],
  BAD_INPUT: ['again', 'help'],
  BAD_NAME: ['person', 'help'],
  BAD_PHONE: ['phone'],
  BUSY: ['again'],
  CAPTCHA_EXPIRED: ['captcha'],
  CAPTCHA_WRONG: ['captcha'],
  CARD_NOT_ACTIVATED: ['sign-in', 'later'],
  CARD_NUMBER_DIFFERS: ['retake', 'person'],
  CARD_PHOTO_FAULTY: ['retake', 'help'],
  CARD_PHOTO_MISSING: ['again', 'retake'],
  CARD_SERVICE_DOWN: ['again', 'sign-in'],
  CHALLENGE_EXPIRED: ['face'],
  CHALLENGE_NOT_FOUND: ['face'],
  CHALLENGE_USED: ['again'],
  CONSENT_REQUIRED: ['consent', 'help'],
  CONTACT_EXISTS: ['contacts'],
  CONTACT_IS_SELF: ['certify', 'home'],
  CONTACT_NOT_CONSENTED: ['contacts'],
  CONTACT_NOT_FOUND: ['contacts'],
  FACE_KNOWN_AS_ANOTHER: ['help', 'home'],
  HELP_NOT_FOUND: ['help-requests'],
  ID_CARD_REQUIRED: ['id-card', 'help'],
  INTERNAL: ['again'],
  INVITATION_NOT_FOUND: ['home'],
  INVITATION_OWN: ['home'],
  NOT_ELIGIBLE: ['call-unit', 'help', 'home'],
  NOT_SIGNED_IN: ['sign-in'],
  NO_CALLER: ['reopen'],
  PASSWORDS_DIFFER: ['password'],
  PERSON_NOT_FOUND: ['person', 'help'],
  PHONE_BUTTON_FAILED: ['again', 'sign-in'],
  PHONE_NOT_REGISTERED: ['register', 'phone'],
  PHONE_REQUIRED: ['bind-phone'],
  PHONE_TAKEN: ['reset-password', 'phone'],
  REAL_NAME_REQUIRED: ['real-name'],
  RECEIPT_NOT_FOUND: ['records'],
  REVIEW_NOT_FOUND: ['again'],
  REVIEW_OWN: ['again'],
  SMS_CODE_EXPIRED: ['captcha'],
  SMS_CODE_WRONG: ['code', 'captcha'],
  SMS_LIMIT_REACHED: ['later'],
  SMS_NOT_SENT: ['again', 'phone'],
  SMS_TOO_SOON: ['later'],
  STILLS_MISSING: ['again'],
  TOO_MANY_ASKERS: ['help-requests', 'home'],
  TOO_MANY_CARD_PHOTOS: ['help', 'later'],
  TOO_MANY_CONTACTS: ['contacts'],
  TOO_MANY_INVITATIONS: ['later'],
  TOO_MANY_NEW_CONTACTS: ['contacts', 'later'],
  TOO_MANY_PEOPLE: ['help', 'home'],
  TOO_MANY_TRIES: ['help', 'later'],
  TRADITIONAL_NAME: ['simplified', 'person', 'help'],
  TRY_TOMORROW: ['help', 'later'],
  UNKNOWN_ACTION: ['reopen'],
  WEAK_PASSWORD: ['password'],
  OFFLINE: ['again'],
  TIMEOUT: ['again'],
  UNREACHABLE: ['again'],
  PHONE_BUTTON_DENIED: ['again', 'sign-in'],
  PHONE_BUTTON_GUIDE: ['again', 'sign-in'],
  PHONE_BUTTON_NOT_GRANTED: ['sign-in'],
  PHONE_BUTTON_UNKNOWN: ['sign-in'],
} satisfies Record<ErrorCode | PhoneFault, Ways>;

/** What can be done as things stand for somebody; `certify` comes first for whoever may (rule C1). */
export const waysOutOfStanding = {
  eligible: ['certify', 'help'],
  overdue: ['certify', 'help'],
  'in-review': ['home', 'face'],
  'not-found': ['person', 'call-unit', 'call-agency', 'help'],
  'already-certified': ['records', 'home'],
  'not-open': ['home'],
  'suspended-special': ['call-unit', 'help'],
  ended: ['call-agency', 'help'],
  unclear: ['call-agency', 'help'],
  'no-cycle': ['home', 'call-agency'],
  unknown: ['call-unit', 'help'],
} satisfies Record<Standing, Ways>;

/** @param found what the server answered about somebody */
export const waysFor = (found: Eligibility): Ways => waysOutOfStanding[standingOf(found)];

/** Whether Confirm may be pressed (rule C1). */
export const mayCertify = (found: Eligibility): boolean => waysFor(found)[0] === 'certify';

const waysOf = (trouble: Trouble): Ways => {
  if (trouble.code === 'NOT_ELIGIBLE') {
    const { state } = trouble.detail;
    return [...waysOutOfStanding[isEligibilityState(state) ? state : 'unknown'], 'help'];
  }
  // After the last try the code is void.
  if (trouble.code === 'SMS_CODE_WRONG' && trouble.detail.triesLeft === 0) return ['captcha'];
  return waysOutOf[trouble.code];
};

/**
 * The way that a page shows for a trouble.
 * @param offers all that the page can do about it, a field or a button of its own included
 * @returns undefined where the words alone say what to do (`later`, `reopen`)
 */
export const wayOutOf = <W extends ButtonWay>(trouble: Trouble, offers: readonly W[]): W | undefined =>
  waysOf(trouble).flatMap((way) => offers.filter((offer) => offer === way))[0];

interface Place {
  readonly page: PageName;
  readonly query?: Readonly<Record<string, string>>;
}

/** The ways that are pages of their own. */
const places = {
  consent: { page: 'consent' },
  'sign-in': { page: 'sign-in' },
  register: { page: 'register', query: { step: 'phone' } },
  'reset-password': { page: 'reset-password', query: { step: 'phone' } },
  'bind-phone': { page: 'bind-phone', query: { purpose: 'bindCard', step: 'phone' } },
  'real-name': { page: 'real-name' },
  certify: { page: 'certify', query: { for: 'self' } },
  contacts: { page: 'contacts' },
  records: { page: 'records' },
  help: { page: 'ask-for-help' },
  'help-requests': { page: 'help-requests' },
  home: { page: 'home' },
} satisfies Partial<Record<WayOut, Place>>;

export type PageWay = keyof typeof places;

export const isPageWay = (way: WayOut): way is PageWay => way in places;

export const placeOf = (way: PageWay): Place => places[way];

/** @param from the page to come back to after a sign-in, and what it is opened with */
export const openWayOut = (way: PageWay, from?: Place) => {
  if (way === 'home') return openTab('home');
  const { page, query } = placeOf(way);
  if (way === 'sign-in' && from) afterSignIn.remember(from.page, from.query);
  return openPage(page, query);
};
