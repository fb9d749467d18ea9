import { formOf, li, registered, wang } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(() => {
  world = new World('2026-08-01 09:12');
  world.phoneButton.codes.set('code of wang', wang.phone);
});
const press = (openid = 'wang', code = 'code of wang') => world.user(openid).signInWithPhoneButton({ code });

describe('A8: the phone-number button of WeChat', () => {
  test('opens an account without a name and without a password', async () => {
    expect(must(await press()).me).toEqual({
      signedIn: true,
      phone: '138****0001',
      verified: false,
      hasPassword: false,
      faceConsent: false,
    });
  });

  test('signs in to the account that stands on the phone', async () => {
    await registered(world, 'elsewhere');
    expect(must(await press()).me).toMatchObject({ name: '王桂英', hasPassword: true });
    expect(world.database.contents('accounts')).toHaveLength(1);
  });

  test('three times at once opens one account, and all are signed in to it', async () => {
    expect(tally(await atOnce(3, (index) => press(`user ${index}`)))).toEqual({ ok: 3 });
    const accounts = world.database.contents('accounts').map(({ id }) => id);
    const sessions = world.database.contents('sessions').map(({ value }) => value.accountId);
    expect(accounts).toHaveLength(1);
    expect(new Set(sessions)).toEqual(new Set(accounts));
  });

  test('takes no code that WeChat does not know', async () => {
    expect(codeOf(await press('wang', 'made up'))).toBe('PHONE_BUTTON_FAILED');
    expect(must(await world.user('wang').me({}))).toEqual({ signedIn: false });
  });

  test('works while the password is locked, and leaves it locked', async () => {
    await registered(world, 'elsewhere');
    for (let i = 0; i < 3; i++) await world.user('x').signIn({ phone: wang.phone, password: 'Guess2026' });
    expect(codeOf(await press())).toBe('ok');
    expect(codeOf(await world.user('x').signIn(wang))).toBe('ACCOUNT_LOCKED');
  });

  test('takes the phone, so that nobody registers it a second time', async () => {
    must(await press());
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    expect(codeOf(await world.user('li').register(formOf({ ...li, phone: wang.phone }, smsCode)))).toBe('PHONE_TAKEN');
  });

  test('lets a password be set later, once without the old one', async () => {
    must(await press());
    const first = { password: 'Pucheng2026', passwordAgain: 'Pucheng2026' };
    expect(must(await world.user('wang').changePassword(first)).me).toMatchObject({ hasPassword: true });
    expect(codeOf(await world.user('x').signIn(wang))).toBe('ok');
    expect(await world.user('wang').changePassword(first)).toMatchObject({ code: 'BAD_INPUT' });
  });
});
