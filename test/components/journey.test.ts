import { contactQuestions, newContact, newContactJourney } from '../../miniprogram/stores/new-contact';
import { invitation, inviteJourney } from '../../miniprogram/stores/invitation';
import { Journey } from '../../miniprogram/stores/journey';
import { passwordReset, resetJourney } from '../../miniprogram/stores/password-reset';
import { bindingJourneys, phoneBinding } from '../../miniprogram/stores/phone-binding';
import { phoneProofs } from '../../miniprogram/stores/phone-proof';
import type { PhoneProofStore } from '../../miniprogram/stores/phone-proof';
import { registration, registrationJourney } from '../../miniprogram/stores/registration';

const callFunction = jest.fn();

beforeEach(() => {
  Object.assign(globalThis, { wx: { cloud: { callFunction } } });
  registration.clear();
  passwordReset.clear();
  phoneBinding.clear('bindCard');
  newContact.clear();
  invitation.clear();
});

/** The server sends a message to the number that stands in the proof. */
const messageSent = async (proof: PhoneProofStore) => {
  const captcha = { captchaId: 'sum-1', image: 'data:,', question: '三加五等于几？' };
  callFunction.mockResolvedValueOnce({ result: { ok: true, data: captcha } });
  await proof.loadCaptcha();
  const sent = { expiresAt: '2026-08-01T01:17:00.000Z', resendAfterSeconds: 60 };
  callFunction.mockResolvedValueOnce({ result: { ok: true, data: sent } });
  await proof.send('8');
};

describe('the order of questions', () => {
  const journey = (...answered: string[]) =>
    new Journey(['phone', 'person', 'code'], (question) => answered.includes(question));

  test('goes on to the next that is open', () => {
    expect(journey().next('phone')).toBe('person');
    expect(journey('phone', 'person').next('phone')).toBe('code');
  });

  test('ends with the last, also where all are answered', () => {
    expect(journey('phone', 'person', 'code').next('phone')).toBe('code');
    expect(journey().next('code')).toBe('code');
  });

  test('goes back one, and from the first nowhere', () => {
    expect([journey().previous('code'), journey().previous('phone')]).toEqual(['person', 'phone']);
  });

  test('skips none, whatever an address asks for', () => {
    expect(journey().visit('code')).toBe('phone');
    expect(journey('phone').visit('code')).toBe('person');
    expect(journey('phone', 'person').visit('code')).toBe('code');
    expect(journey('phone', 'person').visit('phone')).toBe('phone');
    expect([journey('phone').visit('nonsense'), journey('phone').visit(undefined)]).toEqual(['phone', 'phone']);
  });

  test('is counted for the reader, the end not', () => {
    expect([journey().progress('person'), journey().progress('done')]).toEqual(['第 2 步，共 3 步', '']);
  });
});

describe('registration', () => {
  const answersAll = () => {
    registration.proof.setPhone('13800000001');
    registration.setPerson('王桂英', '610526184503120025');
    registration.acceptPerson();
    registration.setPasswords('huashan1845', 'huashan1845');
  };

  test('asks phone, person, password, sum, code: the code last, because it lives five minutes', () => {
    expect(registrationJourney.next('phone')).toBe('person');
    expect(registrationJourney.next('person')).toBe('password');
    answersAll();
    expect(registrationJourney.next('password')).toBe('captcha');
    expect(registrationJourney.progress('code')).toBe('第 5 步，共 5 步');
  });

  test('somebody who went back to mend the name comes straight back to the code', async () => {
    answersAll();
    await messageSent(registration.proof);
    expect(registrationJourney.next('person')).toBe('code');
  });

  test('somebody who changed the number has another code sent to it', async () => {
    answersAll();
    await messageSent(registration.proof);
    registration.proof.setPhone('13900000002');
    expect(registrationJourney.next('phone')).toBe('captcha');
  });

  test('a name that is being written again is asked for before anything later', () => {
    answersAll();
    registration.setPerson('王桂', '610526184503120025');
    expect(registrationJourney.next('phone')).toBe('person');
    expect(registrationJourney.visit('captcha')).toBe('person');
  });

  test('the page of the code opened without anything before it asks for the phone', () => {
    expect(registrationJourney.visit('code')).toBe('phone');
  });
});

describe('a forgotten password', () => {
  test('goes on to the new password, to the sum, and straight to the code where one is on its way', async () => {
    passwordReset.proof.setPhone('13800000001');
    expect(resetJourney.next('phone')).toBe('password');
    passwordReset.setPasswords('huashan1845', 'huashan1845');
    expect(resetJourney.next('password')).toBe('captcha');
    await messageSent(passwordReset.proof);
    expect(resetJourney.next('password')).toBe('code');
  });
});

describe('binding a phone', () => {
  test('asks for the sum, and not again while a code is on its way to this number', async () => {
    phoneProofs.bindCard.setPhone('13800000001');
    expect(bindingJourneys.bindCard.next('phone')).toBe('captcha');
    await messageSent(phoneProofs.bindCard);
    expect(bindingJourneys.bindCard.next('phone')).toBe('code');
    expect(bindingJourneys.changePhone.visit('code')).toBe('phone');
  });
});

describe('a new relative', () => {
  test('is asked what they are before who they are', () => {
    expect(contactQuestions.map((question) => newContactJourney.visit(question))).toEqual(['relation', 'relation']);
    newContact.choose('father');
    expect(newContactJourney.visit('person')).toBe('person');
  });
});

describe('an invitation', () => {
  test('is not shared before it is made', async () => {
    expect([inviteJourney.visit('relation'), inviteJourney.visit('share')]).toEqual(['kind', 'kind']);
    invitation.choose('help-me');
    expect(inviteJourney.visit('share')).toBe('relation');
    const made = { code: 'a1b2', expiresAt: '2026-08-08T01:12:00.000Z' };
    callFunction.mockResolvedValueOnce({ result: { ok: true, data: made } });
    await invitation.make('help-me', 'other-relative');
    expect([inviteJourney.next('kind'), inviteJourney.visit('share')]).toEqual(['share', 'share']);
    invitation.choose('help-you');
    expect(inviteJourney.next('kind')).toBe('relation');
  });
});
