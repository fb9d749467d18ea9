import { registered, wang } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(async () => {
  world = new World('2026-08-01 09:00');
  await registered(world, 'wang');
  world.at('2026-08-01 09:12');
});

const change = (oldPassword: string, password = 'Weinan2027', openid = 'wang') =>
  world.user(openid).changePassword({ oldPassword, password, passwordAgain: password });
const signIn = (password: string, openid = 'x') => world.user(openid).signIn({ phone: wang.phone, password });

describe('A14: another password', () => {
  test('takes the place of the old one for whoever knows that', async () => {
    expect(must(await change(wang.password)).me).toMatchObject({ signedIn: true, hasPassword: true });
    expect(codeOf(await signIn(wang.password))).toBe('BAD_CREDENTIALS');
    expect(codeOf(await signIn('Weinan2027'))).toBe('ok');
  });

  test('ends the sessions elsewhere and keeps this one', async () => {
    must(await signIn(wang.password, 'thief'));
    world.at('2026-08-01 09:13');
    must(await change(wang.password));
    expect(must(await world.user('thief').me({}))).toEqual({ signedIn: false });
    expect(must(await world.user('wang').me({}))).toMatchObject({ signedIn: true });
  });

  test('needs the old one where there is one', async () => {
    const result = await world.user('wang').changePassword({ password: 'Weinan2027', passwordAgain: 'Weinan2027' });
    expect(result).toEqual({ ok: false, code: 'BAD_INPUT', detail: { field: 'oldPassword' } });
  });

  test('needs somebody signed in, and compares nothing without', async () => {
    world.passwords.compares = 0;
    expect(codeOf(await change(wang.password, 'Weinan2027', 'nobody'))).toBe('NOT_SIGNED_IN');
    expect(world.passwords.compares).toBe(0);
  });

  test('is as strong as the first, and a weak one costs no try', async () => {
    for (let i = 0; i < 4; i++)
      expect(await change('Guess2026', 'a18400101')).toMatchObject({ detail: { fault: 'part-of-id-number' } });
    expect(await change('Guess2026')).toMatchObject({ detail: { triesLeft: 2 } });
  });

  test('shares its wrong tries with sign-in, and its lock', async () => {
    await change('Guess2026');
    await signIn('Guess2026');
    expect(await change('Guess2026')).toMatchObject({
      code: 'ACCOUNT_LOCKED',
      detail: { opensAt: '2026-08-02T01:12:00.000Z' },
    });
    expect(codeOf(await change(wang.password))).toBe('ACCOUNT_LOCKED');
    expect(codeOf(await signIn(wang.password))).toBe('ACCOUNT_LOCKED');
    expect(must(await world.user('wang').me({})).signedIn).toBe(true);
  });

  test('four right ones at once: one changes it, and nobody is told of a lock or counted as wrong', async () => {
    const results = await atOnce(4, (index) => change(wang.password, `Weinan202${index}`));
    expect(tally(results)).toEqual({ ok: 1, BUSY: 3 });
    expect(world.database.contents('phones')[0]?.value.lockout.tries).toBe(0);
  });

  test('twenty right ones at once, beside four sign-ins: no lock', async () => {
    const signIns = atOnce(4, (index) => signIn(wang.password, `user ${index}`));
    const results = [
      ...(await atOnce(20, (index) => change(wang.password, `Weinan2${100 + index}`))),
      ...(await signIns),
    ];
    expect(tally(results)).not.toHaveProperty('ACCOUNT_LOCKED');
  });

  test('tried fifty times at once is compared three times', async () => {
    world.passwords.compares = 0;
    const results = await atOnce(50, (index) => change(`Guess${2000 + index}`));
    expect(world.passwords.compares).toBe(3);
    expect(tally(results)).toEqual({ BAD_CREDENTIALS: 2, ACCOUNT_LOCKED: 48 });
  });

  test('changed twice at once is changed to one of the two, and both are told the truth', async () => {
    const results = await atOnce(2, (index) => change(wang.password, `Weinan202${index}`));
    for (const [index, result] of results.entries()) {
      expect(codeOf(await signIn(`Weinan202${index}`))).toBe(result.ok ? 'ok' : 'BAD_CREDENTIALS');
    }
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is not written where the password was reset after the old one was compared', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'reset', 'owner');
    const hash = world.passwords.hash.bind(world.passwords);
    world.passwords.hash = async (password) => {
      world.passwords.hash = hash;
      const again = { password: 'Owner2026', passwordAgain: 'Owner2026' };
      must(await world.user('owner').resetPassword({ phone: wang.phone, smsCode, ...again }));
      return hash(password);
    };
    expect(codeOf(await change(wang.password))).toBe('BUSY');
    expect(codeOf(await signIn('Owner2026'))).toBe('ok');
  });
});
