import { li, registered, wang, withCard } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(async () => {
  world = new World('2026-08-01 09:12');
  await registered(world, 'wang');
});
const signedIn = async (openid = 'wang') => must(await world.user(openid).me({})).signedIn;

describe('A14: a session', () => {
  test('belongs to one WeChat user', async () => {
    expect(await signedIn('li')).toBe(false);
  });

  test('lasts 30 days without use', async () => {
    world.at('2026-08-31 09:12');
    expect(await signedIn()).toBe(true);
  });

  test('is over after 30 days and the hour in which a use may have gone unnoted', async () => {
    world.at('2026-08-31 10:12');
    expect(await signedIn()).toBe(false);
    expect(codeOf(await world.user('wang').closeAccount({}))).toBe('NOT_SIGNED_IN');
  });

  test('lasts as long as it is used', async () => {
    for (const day of ['2026-08-30', '2026-09-28', '2026-10-27', '2026-11-25']) {
      world.at(`${day} 09:12`);
      expect(await signedIn()).toBe(true);
    }
  });

  test('is noted in the database at most once an hour', async () => {
    const writes = () => world.database.calls.filter((call) => call === 'sessions.replace').length;
    world.at('2026-08-01 10:11');
    await signedIn();
    expect(writes()).toBe(0);
    world.at('2026-08-01 10:12');
    await signedIn();
    await signedIn();
    expect(writes()).toBe(1);
  });

  test('of another account takes the place of the one before', async () => {
    await registered(world, 'li', li);
    must(await world.user('wang').signIn(li));
    expect(must(await world.user('wang').me({}))).toMatchObject({ name: '李德福' });
  });

  test('ends at sign-out, here and nowhere else', async () => {
    must(await world.user('daughter').signIn(wang));
    expect(await world.user('wang').signOut({})).toEqual({ ok: true, data: {} });
    expect([await signedIn('wang'), await signedIn('daughter')]).toEqual([false, true]);
  });

  test('may be signed out where there is none', async () => {
    expect(await world.user('nobody').signOut({})).toEqual({ ok: true, data: {} });
  });
});

describe('A14: closing an account', () => {
  test('deletes it, its phone and every session of it', async () => {
    must(await world.user('daughter').signIn(wang));
    expect(await world.user('wang').closeAccount({})).toEqual({ ok: true, data: {} });
    expect([await signedIn('wang'), await signedIn('daughter')]).toEqual([false, false]);
    expect(world.database.contents('accounts')).toEqual([]);
    expect(world.database.contents('phones')).toEqual([]);
    expect(codeOf(await world.user('wang').signIn(wang))).toBe('BAD_CREDENTIALS');
  });

  test('frees the phone', async () => {
    must(await world.user('wang').closeAccount({}));
    world.at('2026-08-01 09:14');
    expect((await registered(world, 'li', { ...li, phone: wang.phone })).me).toMatchObject({ name: '李德福' });
  });

  test('twice at once closes it, and neither is told of a fault', async () => {
    const results = await atOnce(2, () => world.user('wang').closeAccount({}));
    expect(tally(results)).toEqual({ ok: 2 });
    expect(world.database.contents('accounts')).toEqual([]);
  });

  test('while its phone or password is being changed brings nothing of it back', async () => {
    const smsCode = await world.receiveCode('13800000003', 'changePhone', 'wang');
    const hash = world.passwords.hash.bind(world.passwords);
    world.passwords.hash = async (password) => {
      must(await world.user('wang').closeAccount({}));
      return hash(password);
    };
    const get = world.database.smsCodes.get.bind(world.database.smsCodes);
    world.database.smsCodes.get = async (id) => {
      const change = { oldPassword: wang.password, password: 'Weinan2027', passwordAgain: 'Weinan2027' };
      expect(codeOf(await world.user('wang').changePassword(change))).toBe('NOT_SIGNED_IN');
      return get(id);
    };
    expect(codeOf(await world.user('wang').changePhone({ phone: '13800000003', smsCode }))).toBe('NOT_SIGNED_IN');
    expect(world.database.contents('accounts')).toEqual([]);
    expect(world.database.contents('phones')).toEqual([]);
  });

  test('needs somebody signed in', async () => {
    expect(codeOf(await world.user('nobody').closeAccount({}))).toBe('NOT_SIGNED_IN');
  });

  test('is no way around a lock of the phone', async () => {
    for (let i = 0; i < 3; i++) await world.user('x').signIn({ phone: wang.phone, password: 'Guess2026' });
    must(await world.user('wang').closeAccount({}));
    world.phoneButton.codes.set('code', wang.phone);
    must(await world.user('wang').signInWithPhoneButton({ code: 'code' }));
    must(await world.user('wang').changePassword({ password: wang.password, passwordAgain: wang.password }));
    expect(codeOf(await world.user('x').signIn(wang))).toBe('ACCOUNT_LOCKED');
  });

  test('of a card lets go of the card, but of no lock on it', async () => {
    const card = withCard(world, li);
    must(await world.user('li').signInWithCard(card));
    for (let i = 0; i < 3; i++) await world.user('x').signInWithCard({ ...card, cardPassword: '000000' });
    must(await world.user('li').closeAccount({}));
    expect(codeOf(await world.user('li').signInWithCard(card))).toBe('ACCOUNT_LOCKED');
    world.at('2026-08-02 09:12');
    expect(await world.user('li').signInWithCard(card)).toEqual({ ok: true, data: { needsPhone: true } });
  });

  test('of a card leaves a relative’s account on the bound phone alone', async () => {
    must(await world.user('li').signInWithCard(withCard(world, li)));
    world.at('2026-08-01 09:14');
    const smsCode = await world.receiveCode(wang.phone, 'bindCard', 'li');
    must(await world.user('li').bindPhone({ phone: wang.phone, smsCode }));
    must(await world.user('li').closeAccount({}));
    expect(codeOf(await world.user('x').signIn(wang))).toBe('ok');
  });

  test('of a phone account leaves the card account of the same person alone', async () => {
    const card = withCard(world);
    must(await world.user('card').signInWithCard(card));
    must(await world.user('wang').closeAccount({}));
    expect(await signedIn('card')).toBe(true);
  });
});
