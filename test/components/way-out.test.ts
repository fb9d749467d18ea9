import { cardOffers, cardRefusal } from '../../miniprogram/certification/components/card-step/refusal';
import { lookUpOffers } from '../../miniprogram/certification/certify/view-model';
import { consentOffers } from '../../miniprogram/certification/consent/view-model';
import { faceOffers, wayOn } from '../../miniprogram/certification/face/view-model';
import { receiptOffers, wayOutFor as wayOutOfReceipt } from '../../miniprogram/certification/receipt/view-model';
import { recordsOffers, wayOutFor as wayOutOfRecords } from '../../miniprogram/certification/records/view-model';
import { captchaOffers } from '../../miniprogram/components/captcha-step/offers';
import { errorWords } from '../../miniprogram/copy/errors';
import { wayOutWords } from '../../miniprogram/copy/way-out';
import { familyOffers, helpOffers, refusalOf } from '../../miniprogram/family/refusal';
import { bindOffers, wayOut as wayOutOfBinding } from '../../miniprogram/pages/bind-phone/view-model';
import { changeOffers, wayOut as wayOutOfChange } from '../../miniprogram/pages/change-password/view-model';
import { closeOffers } from '../../miniprogram/pages/close-account/view-model';
import { homeOffers } from '../../miniprogram/pages/home/view-model';
import { registerOffers } from '../../miniprogram/pages/register/view-model';
import { resetOffers } from '../../miniprogram/pages/reset-password/view-model';
import { signInOffers } from '../../miniprogram/pages/sign-in/view-model';
import type { Actions } from '../../miniprogram/shared/contract/api';
import { errorCodes } from '../../miniprogram/shared/error-codes';
import type { ErrorCode } from '../../miniprogram/shared/error-codes';
import { fault, phoneFaults } from '../../miniprogram/shared/phone-fault';
import { refuse } from '../../miniprogram/shared/result';
import { standings } from '../../miniprogram/shared/standing';
import { waysInWords, waysWithButton } from '../../miniprogram/shared/way-out';
import type { ButtonWay, WayOut } from '../../miniprogram/shared/way-out';
import { wayOutOf, waysOutOf, waysOutOfStanding } from '../../miniprogram/stores/way-out';
import { everyRefusal, refusalsOfActions } from '../support/contract-refusals';

type Offers = readonly ButtonWay[];

/** Where each action is asked for, by what these pages can do about its refusals. */
const askedOn = {
  captcha: [captchaOffers],
  sendSms: [captchaOffers],
  register: [registerOffers],
  reclaimPhone: [registerOffers],
  checkName: [registerOffers, familyOffers],
  signIn: [signInOffers.password],
  signInWithPhoneButton: [signInOffers.choose],
  signInWithCard: [signInOffers.card],
  bindPhone: [bindOffers],
  resetPassword: [resetOffers],
  changePassword: [changeOffers],
  changePhone: [bindOffers],
  closeAccount: [closeOffers],
  me: [homeOffers, familyOffers],
  signOut: [closeOffers],
  listContacts: [familyOffers],
  addContact: [familyOffers],
  removeContact: [familyOffers],
  invite: [familyOffers],
  readInvitation: [familyOffers],
  acceptInvitation: [familyOffers],
  consent: [consentOffers],
  startCardPhoto: [cardOffers],
  readIdCard: [cardOffers],
  startRealName: [faceOffers],
  finishRealName: [faceOffers],
  eligibility: [homeOffers, lookUpOffers.typed, lookUpOffers.known],
  startCertification: [faceOffers],
  finishCertification: [faceOffers],
  records: [recordsOffers],
  receipt: [receiptOffers],
  verifyReceipt: [['again']],
  askForHelp: [helpOffers],
  listHelp: [helpOffers],
  withdrawHelp: [helpOffers],
} satisfies Record<keyof Actions, readonly Offers[]>;

const pagesOf = (action: keyof Actions): readonly Offers[] => askedOn[action];
const waysOf = (code: ErrorCode): readonly WayOut[] => waysOutOf[code];
const isSaidInWords = (way: WayOut): boolean => waysInWords.some((each) => each === way);

const refusals = refusalsOfActions().flatMap(([action, codes]) =>
  [...codes, ...everyRefusal()].map((code) => [action, code] as const),
);

test('the contract is read: each of its actions, and what each refuses', () => {
  expect(
    refusalsOfActions()
      .map(([action]) => action)
      .sort(),
  ).toEqual(Object.keys(askedOn).sort());
  expect(refusalsOfActions().find(([action]) => action === 'signIn')?.[1]).toContain('ACCOUNT_LOCKED');
  expect(everyRefusal()).toContain('NO_CALLER');
});

describe('no refusal is a dead end', () => {
  test.each(refusals)('%s, %s: there are words and a way out on every page that asks for it', (action, code) => {
    expect(errorWords[code].whatToDo).not.toBe('');
    const ways = waysOf(code);
    const stuck = pagesOf(action).filter(
      (offers) => !ways.some((way) => isSaidInWords(way) || offers.some((offer) => offer === way)),
    );
    expect(stuck).toEqual([]);
  });

  test('every refusal and every fault of the phone has a way out, and nothing else has', () => {
    expect(Object.keys(waysOutOf).sort()).toEqual([...Object.keys(errorCodes), ...phoneFaults].sort());
  });

  test.each(standings)('%s: there is something to do', (standing) => {
    expect(waysOutOfStanding[standing].length).toBeGreaterThan(0);
  });

  test('every button has words, and no two say the same', () => {
    expect(Object.keys(wayOutWords).sort()).toEqual([...waysWithButton].sort());
    expect(new Set(Object.values(wayOutWords)).size).toBe(waysWithButton.length);
  });
});

describe('which way a page shows', () => {
  test('is the most useful that it has', () => {
    expect(wayOutOf(refuse('PHONE_TAKEN'), ['phone', 'reset-password'])).toBe('reset-password');
    expect(wayOutOf(refuse('PHONE_TAKEN'), ['phone', 'captcha'])).toBe('phone');
    expect(wayOutOf(refuse('UNKNOWN_ACTION'), ['again', 'home'])).toBeUndefined();
    expect(wayOutOf(fault('TIMEOUT'), ['sign-in', 'again'])).toBe('again');
  });

  test('after the last try of a code another one is sent', () => {
    expect(wayOutOf(refuse('SMS_CODE_WRONG', { triesLeft: 1 }), ['code', 'captcha'])).toBe('code');
    expect(wayOutOf(refuse('SMS_CODE_WRONG', { triesLeft: 0 }), ['code', 'captcha'])).toBe('captcha');
  });

  test('follows the state of somebody who may not certify, also one that only a newer server knows', () => {
    const offers = ['call-unit', 'call-agency', 'help', 'home'] as const;
    expect(wayOutOf(refuse('NOT_ELIGIBLE', { state: 'ended' }), offers)).toBe('call-agency');
    expect(wayOutOf(refuse('NOT_ELIGIBLE', { state: 'not-open' }), offers)).toBe('home');
    expect(wayOutOf(refuse('NOT_ELIGIBLE', { state: 'frozen' as 'ended' }), offers)).toBe('call-unit');
  });

  test('in front of the camera: another page, the same again, another face, or only help and leaving', () => {
    expect(wayOn(refuse('NOT_SIGNED_IN'), 'starting')).toEqual({ way: 'sign-in', text: '去登录' });
    expect(wayOn(refuse('ID_CARD_REQUIRED'), 'starting')).toEqual({ way: 'id-card', text: '去拍身份证' });
    expect(wayOn(fault('TIMEOUT'), 'deciding')).toEqual({ way: 'again', text: '再试一次' });
    expect(wayOn(refuse('CHALLENGE_EXPIRED'), 'deciding')).toEqual({ way: 'face', text: '重来一次' });
    expect(wayOn(refuse('TRY_TOMORROW'), 'starting')).toBeUndefined();
    expect(wayOn(refuse('BAD_NAME'), 'starting')).toBeUndefined();
  });

  test('too many photos of a card today: help, not another photo that is refused', () => {
    expect(cardRefusal(refuse('TOO_MANY_TRIES'))?.way).toBe('help');
    expect(cardRefusal(refuse('CONTACT_NOT_FOUND'))?.way).toBe('contacts');
  });

  test('a phone that is not bound any more is bound first', () => {
    expect(wayOutOfChange(refuse('PHONE_REQUIRED'))).toBe('bind-phone');
    expect(wayOutOfBinding(refuse('PHONE_REQUIRED'))).toBe('bind-phone');
  });

  test('records that may not be seen lead to where that is mended, not round in a circle', () => {
    expect(wayOutOfRecords(refuse('REAL_NAME_REQUIRED'))).toBe('real-name');
    expect(wayOutOfRecords(refuse('CONTACT_NOT_CONSENTED'))).toBe('contacts');
    expect(wayOutOfReceipt(refuse('RECEIPT_NOT_FOUND'))).toBe('records');
  });

  test('whoever adds themselves as a relative is led to their own certification', () => {
    expect(refusalOf(refuse('CONTACT_IS_SELF'))?.way).toBe('certify');
  });
});
