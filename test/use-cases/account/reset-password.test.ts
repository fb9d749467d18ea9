import { li, registered, wang, withCard } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(async () => {
  world = new World('2026-08-01 09:00');
  await registered(world, 'wang');
  world.at('2026-08-01 09:12');
});

const form = (smsCode: string, password = 'Weinan2027', phone = wang.phone) => ({
  phone,
  smsCode,
  password,
  passwordAgain: password,
});
const reset = async (openid: string) =>
  world.user(openid).resetPassword(form(await world.receiveCode(wang.phone, 'reset', openid)));

describe('A11: a forgotten password', () => {
  test('is replaced by a new one; the old one opens nothing more', async () => {
    const { me } = must(await reset('new phone'));
    expect(me).toEqual({
      signedIn: true,
      name: '王桂英',
      phone: '138****0001',
      verified: false,
      hasPassword: true,
      idNumber: '610526**********29',
      faceConsent: false,
    });
    expect(codeOf(await world.user('x').signIn(wang))).toBe('BAD_CREDENTIALS');
    expect(codeOf(await world.user('x').signIn({ phone: wang.phone, password: 'Weinan2027' }))).toBe('ok');
  });

  test('signs in here and ends the sessions of all other WeChat users', async () => {
    must(await world.user('thief').signIn(wang));
    world.at('2026-08-01 09:13');
    must(await reset('new phone'));
    const signedIn = async (openid: string) => must(await world.user(openid).me({})).signedIn;
    expect([await signedIn('wang'), await signedIn('thief'), await signedIn('new phone')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('unlocks at once, and the count starts at 0', async () => {
    for (let i = 0; i < 3; i++) await world.user('x').signIn({ phone: wang.phone, password: 'Guess2026' });
    must(await reset('wang'));
    expect(await world.user('x').signIn({ phone: wang.phone, password: 'Guess2026' })).toMatchObject({
      code: 'BAD_CREDENTIALS',
      detail: { triesLeft: 2 },
    });
  });

  test('is not replaced twice by one code', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'reset');
    const results = await atOnce(5, (index) => world.user(`user ${index}`).resetPassword(form(smsCode)));
    expect(tally(results)).toEqual({ ok: 1, SMS_CODE_EXPIRED: 4 });
    expect(world.database.contents('sessions')).toHaveLength(2);
  });

  test('of a phone that nobody registered is told to its holder only, and the code stays good', async () => {
    const smsCode = await world.receiveCode(li.phone, 'reset');
    const wrong = smsCode === '000000' ? '000001' : '000000';
    const attempt = (code: string) => world.user('li').resetPassword(form(code, 'Weinan2027', li.phone));
    expect(codeOf(await attempt(wrong))).toBe('SMS_CODE_WRONG');
    for (let i = 0; i < 6; i++) expect(codeOf(await attempt(smsCode))).toBe('PHONE_NOT_REGISTERED');
  });

  test('of a number that is none, or typed twice differently, is not looked for', async () => {
    expect(codeOf(await world.user('x').resetPassword(form('000000', 'Weinan2027', '1380000')))).toBe('BAD_PHONE');
    const differing = { ...form('000000'), passwordAgain: 'Weinan2028' };
    expect(codeOf(await world.user('x').resetPassword(differing))).toBe('PASSWORDS_DIFFER');
  });

  test('is not replaced by a code for registering', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    expect(codeOf(await world.user('wang').resetPassword(form(smsCode)))).toBe('SMS_CODE_EXPIRED');
  });

  test('is not replaced by a weak one; the code stays good', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'reset');
    const attempt = (password: string) => world.user('wang').resetPassword(form(smsCode, password));
    for (let i = 0; i < 6; i++) {
      expect(await attempt('a1234567')).toMatchObject({ code: 'WEAK_PASSWORD', detail: { fault: 'common' } });
      expect(await attempt('a18400101')).toMatchObject({ detail: { fault: 'part-of-id-number' } });
      expect(await attempt('a13800000001')).toMatchObject({ detail: { fault: 'contains-phone' } });
    }
    expect(codeOf(await attempt('Weinan2027'))).toBe('ok');
  });

  test('may be set so by somebody who only ever used the phone button', async () => {
    world.phoneButton.codes.set('code', li.phone);
    must(await world.user('li').signInWithPhoneButton({ code: 'code' }));
    const smsCode = await world.receiveCode(li.phone, 'reset', 'li');
    must(await world.user('li').resetPassword(form(smsCode, 'Weinan2027', li.phone)));
    expect(codeOf(await world.user('x').signIn({ phone: li.phone, password: 'Weinan2027' }))).toBe('ok');
  });

  test('does not open a card that is locked', async () => {
    const card = withCard(world);
    for (let i = 0; i < 3; i++) await world.user('x').signInWithCard({ ...card, cardPassword: '000000' });
    must(await reset('wang'));
    expect(codeOf(await world.user('x').signInWithCard(card))).toBe('ACCOUNT_LOCKED');
  });
});
