import { li, registered, wang, withCard } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

const newPhone = '13800000003';
let world: World;
beforeEach(() => {
  world = new World('2026-08-01 09:12');
});

const bind = async (openid: string, phone: string) =>
  world.user(openid).bindPhone({ phone, smsCode: await world.receiveCode(phone, 'bindCard', openid) });
const change = async (openid: string, phone: string) =>
  world.user(openid).changePhone({ phone, smsCode: await world.receiveCode(phone, 'changePhone', openid) });

describe('A13: the phone of somebody who signed in by card', () => {
  const newPassword = { password: 'Weinan2027', passwordAgain: 'Weinan2027' };
  beforeEach(async () => {
    must(await world.user('wang').signInWithCard(withCard(world)));
  });

  test('is bound at the first sign-in and asked for no more', async () => {
    expect(must(await bind('wang', wang.phone)).me).toEqual({
      signedIn: true,
      name: '王桂英',
      phone: '138****0001',
      verified: true,
      hasPassword: false,
      idNumber: '610526**********29',
      faceConsent: false,
    });
    expect(await world.user('wang').signInWithCard(withCard(world))).toEqual({ ok: true, data: { needsPhone: false } });
  });

  test('may be a relative’s who has an account on it; the relative notices nothing', async () => {
    await registered(world, 'li', li);
    world.at('2026-08-01 09:14');
    expect(must(await bind('wang', li.phone)).me).toMatchObject({ name: '王桂英', hasPassword: false });
    expect(codeOf(await world.user('x').signIn(li))).toBe('ok');
    expect(must(await world.user('x').me({}))).toMatchObject({ name: '李德福', hasPassword: true });
  });

  test('may be one relative’s for two people', async () => {
    must(await world.user('li').signInWithCard(withCard(world, li)));
    must(await bind('wang', newPhone));
    world.at('2026-08-01 09:14');
    must(await bind('li', newPhone));
    expect(must(await world.user('wang').me({}))).toMatchObject({ name: '王桂英', phone: '138****0003' });
    expect(must(await world.user('li').me({}))).toMatchObject({ name: '李德福', phone: '138****0003' });
  });

  test('does not keep its owner from registering', async () => {
    must(await bind('wang', li.phone));
    world.at('2026-08-01 09:14');
    await registered(world, 'li', li);
    expect(must(await world.user('li').me({}))).toMatchObject({ name: '李德福' });
    expect(must(await world.user('wang').me({}))).toMatchObject({ name: '王桂英', phone: '138****0002' });
  });

  test('is needed for everything but me, binding, signing out and closing', async () => {
    const user = world.user('wang');
    expect(codeOf(await user.changePassword(newPassword))).toBe('PHONE_REQUIRED');
    expect(codeOf(await change('wang', newPhone))).toBe('PHONE_REQUIRED');
    expect(codeOf(await user.me({}))).toBe('ok');
    expect(codeOf(await user.closeAccount({}))).toBe('ok');
  });

  test('may be changed, and the sign-in by card stays', async () => {
    must(await bind('wang', wang.phone));
    expect(must(await change('wang', newPhone)).me).toMatchObject({ phone: '138****0003', verified: true });
    expect(codeOf(await world.user('x').signInWithCard(withCard(world)))).toBe('ok');
  });

  test('gets sign-in by phone when a password is set, unless somebody else signs in by it', async () => {
    must(await bind('wang', wang.phone));
    must(await world.user('wang').changePassword(newPassword));
    expect(codeOf(await world.user('x').signIn({ phone: wang.phone, password: 'Weinan2027' }))).toBe('ok');
    world.at('2026-08-01 09:14');
    await registered(world, 'li', li);
    world.at('2026-08-01 09:16');
    must(await world.user('other').signInWithCard(withCard(world, { ...wang, idNumber: '61052619400101001X' })));
    must(await bind('other', li.phone));
    expect(codeOf(await world.user('other').changePassword(newPassword))).toBe('PHONE_TAKEN');
    expect(codeOf(await world.user('x').signIn(li))).toBe('ok');
  });

  test('is proven by a code for binding, and for nothing else', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'changePhone', 'wang');
    expect(codeOf(await world.user('wang').bindPhone({ phone: wang.phone, smsCode }))).toBe('SMS_CODE_EXPIRED');
  });
});

describe('A14: another phone for an account', () => {
  beforeEach(async () => {
    await registered(world, 'wang');
    world.at('2026-08-01 09:14');
  });

  test('takes the password along; the old number opens nothing and is free', async () => {
    expect(must(await change('wang', newPhone)).me).toMatchObject({ phone: '138****0003', hasPassword: true });
    expect(codeOf(await world.user('x').signIn({ phone: newPhone, password: wang.password }))).toBe('ok');
    expect(codeOf(await world.user('x').signIn(wang))).toBe('BAD_CREDENTIALS');
    world.at('2026-08-01 09:16');
    await registered(world, 'li', { ...li, phone: wang.phone });
    expect(must(await world.user('wang').me({}))).toMatchObject({ name: '王桂英', phone: '138****0003' });
  });

  test('may not be one that somebody signs in by; the code is not spent by asking', async () => {
    await registered(world, 'li', li);
    world.at('2026-08-01 09:16');
    const smsCode = await world.receiveCode(li.phone, 'changePhone', 'wang');
    for (let i = 0; i < 6; i++)
      expect(codeOf(await world.user('wang').changePhone({ phone: li.phone, smsCode }))).toBe('PHONE_TAKEN');
    expect(codeOf(await world.user('x').signIn(li))).toBe('ok');
    expect(codeOf(await world.user('x').signIn(wang))).toBe('ok');
  });

  test('may be the same as before', async () => {
    expect(must(await change('wang', wang.phone)).me).toMatchObject({ phone: '138****0001', hasPassword: true });
    expect(codeOf(await world.user('x').signIn(wang))).toBe('ok');
  });

  test('is no way around the lock: the wrong tries move along and stay behind', async () => {
    for (let i = 0; i < 3; i++) await world.user('x').signIn({ phone: wang.phone, password: 'Guess2026' });
    must(await change('wang', newPhone));
    expect(codeOf(await world.user('x').signIn({ phone: newPhone, password: wang.password }))).toBe('ACCOUNT_LOCKED');
    expect(codeOf(await world.user('x').signIn(wang))).toBe('ACCOUNT_LOCKED');
  });

  test('wanted by two accounts at once goes to one of them', async () => {
    await registered(world, 'li', li);
    const smsCode = await world.receiveCode(newPhone, 'changePhone', 'wang');
    const results = await atOnce(2, (index) =>
      world.user(index === 0 ? 'wang' : 'li').changePhone({ phone: newPhone, smsCode }),
    );
    expect(results.map(codeOf).sort()).toEqual(['PHONE_TAKEN', 'ok']);
    const holders = world.database.contents('accounts').filter(({ value }) => value.phone === newPhone);
    expect(holders).toHaveLength(1);
  });

  test('needs somebody signed in, and costs no code without', async () => {
    const smsCode = await world.receiveCode(newPhone, 'changePhone', 'wang');
    expect(codeOf(await world.user('nobody').changePhone({ phone: newPhone, smsCode }))).toBe('NOT_SIGNED_IN');
    expect(codeOf(await world.user('nobody').bindPhone({ phone: newPhone, smsCode }))).toBe('NOT_SIGNED_IN');
    expect(codeOf(await world.user('wang').changePhone({ phone: newPhone, smsCode }))).toBe('ok');
  });

  test('given three times at once with one code is given once', async () => {
    const smsCode = await world.receiveCode(newPhone, 'changePhone', 'wang');
    const results = await atOnce(3, () => world.user('wang').changePhone({ phone: newPhone, smsCode }));
    expect(tally(results)).toEqual({ ok: 1, SMS_CODE_EXPIRED: 2 });
  });
});
