import { accountTiles, holderOf } from '../../miniprogram/pages/account/view-model';
import { bindingWords, wayOut as wayOutOfBinding } from '../../miniprogram/pages/bind-phone/view-model';
import { changeWords, wayOut as wayOutOfChange } from '../../miniprogram/pages/change-password/view-model';
import { homeCard, homeTiles, mayLook } from '../../miniprogram/pages/home/view-model';
import { stepThatMends } from '../../miniprogram/pages/register/view-model';
import { wayOut as wayOutOfReset } from '../../miniprogram/pages/reset-password/view-model';
import { cardWayErrors, isFaultless, passwordWayErrors } from '../../miniprogram/pages/sign-in/view-model';
import { personErrors } from '../../miniprogram/components/person-errors';
import { spacedIdNumber, spacedPhone } from '../../miniprogram/components/spaced-digits';
import type { Me } from '../../miniprogram/shared/contract/account';
import { refuse } from '../../miniprogram/shared/result';

const today = '2026-08-01';
const byPhoneButton = {
  signedIn: true as const,
  phone: '138****0001',
  verified: false,
  hasPassword: false,
  faceConsent: false,
};
const wang = { ...byPhoneButton, name: '王桂英', hasPassword: true };
const verified = { ...wang, verified: true };
const withoutPhone: Me = {
  signedIn: true,
  name: '王桂英',
  verified: true,
  hasPassword: false,
  faceConsent: false,
};

describe('the first page', () => {
  test('says nothing before the server has told who it is', () => {
    expect(homeCard(undefined, undefined)).toBeUndefined();
  });

  test('asks a stranger to sign in', () => {
    expect(homeCard({ signedIn: false }, undefined)).toMatchObject({
      heading: '请先登录',
      action: { way: { page: 'sign-in' } },
    });
  });

  test('asks the holder of a card to bind a phone', () => {
    expect(homeCard(withoutPhone, undefined)).toMatchObject({
      greeting: '王桂英，您好',
      kind: 'look',
      action: { way: { page: 'bind-phone' } },
    });
  });

  test('sends somebody who is not verified to real-name verification, and asks nothing of the server (rule B1)', () => {
    expect(homeCard(wang, undefined)?.action?.way).toMatchObject({ page: 'real-name' });
    expect(mayLook(wang)).toBe(false);
  });

  test('says why somebody is not verified any more: they are on another account (rule B3)', () => {
    const elsewhere = { ...wang, verifiedElsewhereAt: '2026-06-20T07:00:00.000Z' };
    expect(homeCard(elsewhere, undefined)?.heading).toBe('您换了账号');
    expect(homeCard(wang, undefined)?.heading).toBe('先确认是您本人');
  });

  test('says nothing of a verified person before the server has told how things stand', () => {
    expect(homeCard(verified, undefined)).toBeUndefined();
    expect(mayLook(verified)).toBe(true);
  });

  test('tells who is certified until when, and asks nothing of them', () => {
    const card = homeCard(verified, { state: 'already-certified', until: '2027-07-31' });
    expect(card).toMatchObject({ kind: 'ok', day: '有效期到 2027年7月31日' });
    expect(card).not.toHaveProperty('action');
  });

  test('says how somebody was certified who did nothing for it (rule D12)', () => {
    const last = { at: '2026-06-12T01:12:00.000Z', method: 'data-match' as const };
    expect(homeCard(verified, { state: 'already-certified', last })?.text).toBe(
      '2026年6月12日，数据比对，自动认证。不用再办，养老金照常发。',
    );
  });

  test('names the last day to somebody whose turn it is', () => {
    expect(homeCard(verified, { state: 'eligible', until: '2027-07-31' })).toMatchObject({
      kind: 'look',
      day: '最后一天：2027年7月31日',
      action: { way: { page: 'certify' } },
    });
  });

  test('after the last day names no day, and says that certifying brings the pension back (rule E3)', () => {
    const card = homeCard(verified, { state: 'eligible', until: '2026-07-31', overdue: true });
    expect(card?.day).toBe('');
    expect(card?.text).toContain('停发的会补发');
  });

  test('asks for nothing while a reviewer looks at the pictures (rule D6)', () => {
    expect(homeCard(verified, { state: 'eligible', inReview: true })).not.toHaveProperty('action');
  });

  test('calls the unit where its phone is known, and asks for help where it is not', () => {
    const unit = { name: '蒲城县第一中学', phone: '0913-7212345' };
    expect(homeCard(verified, { state: 'suspended-special', unit })?.action?.way).toEqual({ call: '0913-7212345' });
    expect(homeCard(verified, { state: 'not-found' })?.action?.way).toEqual({
      page: 'ask-for-help',
      query: { reason: 'data-wrong' },
    });
  });

  test('offers no certification for a state that only a newer server knows: the unit is to be asked', () => {
    const unit = { name: '蒲城县第一中学', phone: '0913-7212345' };
    const card = homeCard(verified, { state: 'frozen' as 'eligible', unit });
    expect(card).toMatchObject({ kind: 'look', heading: '现在认证不了', action: { way: { call: '0913-7212345' } } });
    expect(homeCard(verified, { state: 'frozen' as 'eligible' })?.action?.way).toEqual({ page: 'ask-for-help' });
  });

  test('asks nothing of a person for whom nothing is to be done', () => {
    for (const state of ['already-certified', 'not-open', 'no-cycle'] as const) {
      expect(homeCard(verified, { state, agency: { name: '经办中心', phone: '0913-7254321' } })).not.toHaveProperty(
        'action',
      );
    }
  });

  test('shows the same four ways in the same order to everybody; only help needs no account (rule B1)', () => {
    const pagesOf = (me: Me | undefined) => homeTiles(me).map(({ way }) => ('page' in way ? way.page : ''));
    expect(pagesOf(verified)).toEqual(['certify', 'contacts', 'records', 'ask-for-help']);
    expect(pagesOf(wang)).toEqual(['real-name', 'real-name', 'real-name', 'ask-for-help']);
    expect(pagesOf({ signedIn: false })).toEqual(['sign-in', 'sign-in', 'sign-in', 'ask-for-help']);
  });

  test('greets somebody who came by the phone button without a name', () => {
    expect(homeCard(byPhoneButton, undefined)?.greeting).toBe('您好');
  });
});

describe('the account page', () => {
  const pages = (me: Me | undefined) => accountTiles(me).map(({ page }) => page);

  test('offers a stranger what needs no account', () => {
    expect(pages({ signedIn: false })).toEqual(['text-size', 'privacy']);
  });

  test('offers no password to an account without a phone, which could not use it', () => {
    expect(pages(withoutPhone)).toEqual(['bind-phone', 'text-size', 'consent', 'privacy', 'close-account']);
  });

  test('offers everything to the others', () => {
    expect(pages(wang)).toEqual(['text-size', 'change-password', 'bind-phone', 'consent', 'privacy', 'close-account']);
  });

  test('lets whoever has agreed to face processing take that back (rule B2)', () => {
    expect(pages({ ...verified, faceConsent: true })).toContain('take-back-consent');
  });

  test('calls the first password by its name', () => {
    expect(accountTiles(byPhoneButton).find(({ page }) => page === 'change-password')?.text).toBe('设一个密码');
  });

  test('shows the phone as the server masked it', () => {
    expect(holderOf(wang)).toEqual({ name: '王桂英', phone: '138****0001' });
  });
});

describe('registration', () => {
  test('each refusal leads to the question it came from', () => {
    expect(stepThatMends(refuse('BAD_NAME'))).toBe('person');
    expect(stepThatMends(refuse('BAD_ID_NUMBER', { fault: 'date' }))).toBe('person');
    expect(stepThatMends(refuse('WEAK_PASSWORD', { fault: 'common' }))).toBe('password');
    expect(stepThatMends(refuse('SMS_CODE_EXPIRED'))).toBe('captcha');
    expect(stepThatMends(refuse('BUSY'))).toBeUndefined();
    expect(stepThatMends(refuse('SMS_CODE_WRONG', { triesLeft: 2 }))).toBeUndefined();
  });

  test.each([
    ['王桂英', '610526184503120025', '', ''],
    ['', '610526184503120025', '请写姓名。', ''],
    ['王1', '610526184503120025', '请照身份证上的姓名写，不要加别的字。', ''],
    ['王桂英', '61052618450312002', '', '身份证号是 18 位，请数一数有没有多了或者少了。'],
    ['王桂英', '610526184513120025', '', '中间的出生日期不对，请对着身份证再看一遍。'],
  ])('"%s", "%s": %s%s', (name, idNumber, nameError, numberError) => {
    expect(personErrors(name, idNumber, today)).toEqual({ name: nameError, idNumber: numberError });
  });
});

describe('sign-in', () => {
  test('a number that can be no phone costs no try', () => {
    expect(isFaultless(passwordWayErrors('1380000', 'guiying1948x'))).toBe(false);
    expect(isFaultless(passwordWayErrors('13800000001', ''))).toBe(false);
    expect(isFaultless(passwordWayErrors('+86 138 0000 0001', 'guiying1948x'))).toBe(true);
  });

  test('a number that can be no identity number costs no try at the card', () => {
    expect(cardWayErrors('610526184503120026', '123456', today).account).toBe(
      '有一位输错了，请对着身份证，一位一位再看一遍。',
    );
    expect(isFaultless(cardWayErrors('610526184503120025', '123456', today))).toBe(true);
  });
});

describe('ways out', () => {
  test('an unknown phone at the reset leads to registration', () => {
    expect(wayOutOfReset(refuse('PHONE_NOT_REGISTERED'))).toBe('register');
  });

  test('a taken phone can not be bound: another one is asked for, not a forgotten password', () => {
    expect(bindingWords(refuse('PHONE_TAKEN')).whatToDo).toBe('这个手机号已经有账号，请换一个。');
    expect(wayOutOfBinding(refuse('PHONE_TAKEN'))).toBe('phone');
  });

  test('a session that is over leads to the sign-in', () => {
    expect(wayOutOfBinding(refuse('NOT_SIGNED_IN'))).toBe('sign-in');
    expect(wayOutOfChange(refuse('NOT_SIGNED_IN'))).toBe('sign-in');
  });

  test('a forgotten old password leads to the reset', () => {
    const refusal = refuse('BAD_CREDENTIALS', { triesLeft: 2 });
    expect(changeWords(refusal).title).toBe('现在的密码不对');
    expect(wayOutOfChange(refusal)).toBe('reset-password');
  });
});

describe('numbers are read back in groups', () => {
  test.each([
    ['13800000001', '138 0000 0001'],
    ['138000', '138000'],
  ])('%s as %s', (phone, spaced) => expect(spacedPhone(phone)).toBe(spaced));

  test.each([
    ['610526184503120025', '610526 1845 0312 0025'],
    ['6105261', '610526 1'],
    ['', ''],
  ])('%s as %s', (idNumber, spaced) => expect(spacedIdNumber(idNumber)).toBe(spaced));
});
