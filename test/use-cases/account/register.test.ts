import { onRoster } from '../../support/world/family';
import { formOf, li, registered, wang } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(() => {
  world = new World('2026-08-01 09:12');
});

const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

describe('A4: registering', () => {
  test('opens an account and signs in', async () => {
    const { me } = await registered(world, 'wang');
    expect(me).toEqual({
      signedIn: true,
      name: '王桂英',
      phone: '138****0001',
      verified: false,
      hasPassword: true,
      idNumber: '610526**********29',
      faceConsent: false,
    });
    expect(must(await world.user('wang').me({}))).toEqual(me);
    expect(must(await world.user('li').me({}))).toEqual({ signedIn: false });
  });

  test('lets the person sign in by phone and password', async () => {
    await registered(world, 'wang');
    expect(codeOf(await world.user('elsewhere').signIn(wang))).toBe('ok');
  });

  test('with one phone is done once; the second is told so after proving the phone', async () => {
    await registered(world, 'wang');
    world.at('2026-08-01 09:14');
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    expect(codeOf(await world.user('li').register(formOf({ ...li, phone: wang.phone }, smsCode)))).toBe('PHONE_TAKEN');
    expect(must(await world.user('li').me({}))).toEqual({ signedIn: false });
  });

  test('tells nobody whether a phone is registered who has not proven it', async () => {
    await registered(world, 'wang');
    world.at('2026-08-01 09:14');
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    const result = await world.user('li').register(formOf({ ...li, phone: wang.phone }, wrong(smsCode)));
    expect(result).toEqual({ ok: false, code: 'SMS_CODE_WRONG', detail: { triesLeft: 4 } });
  });

  test('twice at once with one phone makes one account', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const results = await atOnce(2, (index) => world.user(`user ${index}`).register(formOf(wang, smsCode)));
    expect(results.map(codeOf).sort()).toEqual(['PHONE_TAKEN', 'ok']);
    expect(world.database.contents('accounts')).toHaveLength(1);
    expect(world.database.contents('sessions')).toHaveLength(1);
  });

  test('five times at once with one phone makes one account, and only its user is signed in', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const results = await atOnce(5, (index) => world.user(`user ${index}`).register(formOf(wang, smsCode)));
    expect(tally(results)).toEqual({ ok: 1, PHONE_TAKEN: 4 });
    expect(world.database.contents('accounts')).toHaveLength(1);
    const signedIn = await atOnce(5, (index) => world.user(`user ${index}`).me({}));
    expect(signedIn.map((me) => must(me).signedIn)).toEqual(results.map(({ ok }) => ok));
  });

  test('forgets the wrong passwords that strangers tried on the phone before', async () => {
    for (let i = 0; i < 3; i++) await world.user('stranger').signIn({ phone: wang.phone, password: 'Guess2026' });
    await registered(world, 'wang');
    expect(codeOf(await world.user('elsewhere').signIn(wang))).toBe('ok');
  });
});

describe('A3: the code of the registration', () => {
  test('works once', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    expect(codeOf(await world.user('wang').register(formOf(wang, smsCode)))).toBe('ok');
    expect(codeOf(await world.user('wang').register(formOf(wang, smsCode)))).toBe('SMS_CODE_EXPIRED');
  });

  test('may be typed with spaces and full-width digits', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const wide = Array.from(smsCode, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(' ');
    expect(codeOf(await world.user('wang').register(formOf(wang, wide)))).toBe('ok');
  });

  test('of 09:12 is too old at 09:17', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    world.at('2026-08-01 09:17');
    expect(codeOf(await world.user('wang').register(formOf(wang, smsCode)))).toBe('SMS_CODE_EXPIRED');
  });

  test('is void after five wrong tries, also for the right one', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const left: unknown[] = [];
    for (let i = 0; i < 5; i++) left.push(await world.user('wang').register(formOf(wang, wrong(smsCode))));
    expect(left).toMatchObject([4, 3, 2, 1, 0].map((triesLeft) => ({ code: 'SMS_CODE_WRONG', detail: { triesLeft } })));
    expect(codeOf(await world.user('wang').register(formOf(wang, smsCode)))).toBe('SMS_CODE_EXPIRED');
  });

  test('is compared five times at the most, however many try at once', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const results = await atOnce(50, (index) => world.user(`user ${index}`).register(formOf(wang, wrong(smsCode))));
    expect(tally(results)).toEqual({ SMS_CODE_WRONG: 5, SMS_CODE_EXPIRED: 45 });
  });

  test('still lets its holder in when it comes among the first five of fifty at once', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const results = await atOnce(50, (index) =>
      world.user(`user ${index}`).register(formOf(wang, index === 0 ? smsCode : wrong(smsCode))),
    );
    expect(codeOf(results[0] ?? { ok: false, code: 'INTERNAL' })).toBe('ok');
    expect(tally(results)).toEqual({ ok: 1, SMS_CODE_WRONG: 4, SMS_CODE_EXPIRED: 45 });
  });

  test('is void when a new one is sent, which has all its tries', async () => {
    const first = await world.receiveCode(wang.phone, 'register');
    for (let i = 0; i < 5; i++) await world.user('wang').register(formOf(wang, wrong(first)));
    world.at('2026-08-01 09:14');
    const second = await world.receiveCode(wang.phone, 'register');
    expect(first).not.toBe(second);
    expect(codeOf(await world.user('wang').register(formOf(wang, first)))).toBe('SMS_CODE_WRONG');
    expect(codeOf(await world.user('wang').register(formOf(wang, second)))).toBe('ok');
  });

  test('is for one purpose: the one to reset is worthless here', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'reset');
    expect(codeOf(await world.user('wang').register(formOf(wang, smsCode)))).toBe('SMS_CODE_EXPIRED');
  });

  test('is for one phone: another phone’s is worthless here', async () => {
    const smsCode = await world.receiveCode(li.phone, 'register');
    expect(codeOf(await world.user('wang').register(formOf(wang, smsCode)))).toBe('SMS_CODE_EXPIRED');
  });

  test.each([
    ['BAD_PHONE', { phone: '1380000000' }],
    ['BAD_ID_NUMBER', { idNumber: '610526184001010028' }],
    ['BAD_NAME', { name: '王' }],
    ['BAD_NAME', { name: 'WANG GUIYING' }],
    ['WEAK_PASSWORD', { password: 'a1234567', passwordAgain: 'a1234567' }],
    ['WEAK_PASSWORD', { password: 'wang18400101', passwordAgain: 'wang18400101' }],
    ['PASSWORDS_DIFFER', { passwordAgain: 'Pucheng2027' }],
    ['TRADITIONAL_NAME', { name: '王國強' }],
  ])('is not spent, nor counted, by %s (%j)', async (code, fault) => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    for (let i = 0; i < 6; i++)
      expect(codeOf(await world.user('wang').register({ ...formOf(wang, smsCode), ...fault }))).toBe(code);
    expect(codeOf(await world.user('wang').register(formOf(wang, smsCode)))).toBe('ok');
  });
});

describe('A5 and A6: name and number', () => {
  test('are kept in their one form', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const typed = { name: ' 买买提•艾力 ', idNumber: '610526400101001', phone: '+86 138-0000-0001' };
    must(await world.user('wang').register({ ...formOf(wang, smsCode), ...typed }));
    expect(world.database.contents('accounts')[0]?.value).toMatchObject({
      name: '买买提·艾力',
      idNumber: '61052619400101001X',
      phone: '13800000001',
    });
  });

  test('nobody is born tomorrow in China, though it is today elsewhere', async () => {
    const unborn = { ...wang, idNumber: '610526202608020019' };
    world.at('2026-08-01 23:59');
    const smsCode = await world.receiveCode(wang.phone, 'register');
    expect(await world.user('wang').register(formOf(unborn, smsCode))).toMatchObject({
      code: 'BAD_ID_NUMBER',
      detail: { fault: 'date' },
    });
    world.at('2026-08-02 00:00');
    expect(codeOf(await world.user('wang').register(formOf(unborn, smsCode)))).toBe('ok');
  });

  test('a traditional name is refused and the simplified form offered', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    expect(await world.user('wang').register(formOf({ ...wang, name: '劉國強' }, smsCode))).toEqual({
      ok: false,
      code: 'TRADITIONAL_NAME',
      detail: { simplified: '刘国强' },
    });
  });

  test('a traditional name that stands so on the roster is right', async () => {
    await onRoster(world, { ...wang, name: '劉國強' });
    const smsCode = await world.receiveCode(wang.phone, 'register');
    expect(codeOf(await world.user('wang').register(formOf({ ...wang, name: '劉國強' }, smsCode)))).toBe('ok');
  });

  test('a traditional name is right where the roster has the simplified one: it is one name', async () => {
    await onRoster(world, { ...wang, name: '刘国强' });
    const smsCode = await world.receiveCode(wang.phone, 'register');
    expect(codeOf(await world.user('wang').register(formOf({ ...wang, name: '劉國強' }, smsCode)))).toBe('ok');
  });

  test('a traditional name is right where the identity card shows this very character (rule A6)', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const form = formOf({ ...wang, name: '淩建國' }, smsCode);
    expect(await world.user('wang').register(form)).toMatchObject({ detail: { simplified: '凌建国' } });
    must(await world.user('wang').register({ ...form, asOnCard: true }));
    expect(world.database.contents('accounts')[0]?.value).toMatchObject({ name: '淩建國' });
  });

  test('the corrected name is the name from its day on, whatever its characters (rule C3)', async () => {
    await onRoster(world, { ...wang, name: '赵凌' }, { correctedName: { name: '赵淩', from: '2026-08-01' } });
    const smsCode = await world.receiveCode(wang.phone, 'register');
    expect(codeOf(await world.user('wang').register(formOf({ ...wang, name: '赵淩' }, smsCode)))).toBe('ok');
  });

  test('an entry of the roster vouches for no name before its first day (rule C3)', async () => {
    await onRoster(world, { ...wang, name: '赵淩' }, { validFrom: '2026-08-02' });
    world.at('2026-08-01 23:59');
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const attempt = () => world.user('wang').register(formOf({ ...wang, name: '赵淩' }, smsCode));
    expect(codeOf(await attempt())).toBe('TRADITIONAL_NAME');
    world.at('2026-08-02 00:00');
    expect(codeOf(await attempt())).toBe('ok');
  });

  test('guessing names with one code is counted as looking up, twenty a day; then the roster is not asked (rule C4)', async () => {
    await onRoster(world, { ...wang, name: '劉國強' });
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const guess = (name: string) => world.user('wang').register(formOf({ ...wang, name }, smsCode));
    for (let tried = 0; tried < 20; tried++) expect(codeOf(await guess('劉國華'))).toBe('TRADITIONAL_NAME');
    expect(codeOf(await guess('劉國強'))).toBe('TRADITIONAL_NAME');
    expect(
      codeOf(await world.user('wang').register({ ...formOf({ ...wang, name: '劉國強' }, smsCode), asOnCard: true })),
    ).toBe('ok');
  });

  test('whether a traditional name stands on the roster is told to nobody without a proven phone', async () => {
    await onRoster(world, { ...wang, name: '劉國強' });
    const smsCode = await world.receiveCode(wang.phone, 'register');
    const guess = (name: string) => world.user('wang').register(formOf({ ...wang, name }, wrong(smsCode)));
    expect((await Promise.all([guess('劉國強'), guess('王國強')])).map(codeOf)).toEqual([
      'SMS_CODE_WRONG',
      'SMS_CODE_WRONG',
    ]);
  });

  test('somebody who is not on the roster may register: relatives do', async () => {
    expect((await registered(world, 'li', li)).me.signedIn).toBe(true);
  });
});
