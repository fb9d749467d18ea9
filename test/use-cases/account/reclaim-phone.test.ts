import { formOf, li, registered, wang } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

/** Li, who has Wang's old number now. */
const newHolder = { ...li, phone: wang.phone };
let world: World;
beforeEach(async () => {
  world = new World('2026-07-01 09:00');
  await registered(world, 'wang');
  world.at('2026-07-20 09:12');
});

describe('A12: a recycled number', () => {
  test('goes to its new holder by the very code that registering left unspent', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    const [user, form] = [world.user('li'), formOf(newHolder, smsCode)];
    for (let i = 0; i < 6; i++) expect(codeOf(await user.register(form))).toBe('PHONE_TAKEN');
    expect(must(await user.reclaimPhone(form)).me).toEqual({
      signedIn: true,
      name: '李德福',
      phone: '138****0001',
      verified: false,
      hasPassword: true,
      idNumber: '610526**********1X',
      faceConsent: false,
    });
    expect(codeOf(await user.reclaimPhone(form))).toBe('SMS_CODE_EXPIRED');
  });

  test('is taken from the old account, which keeps its holder, its name and its session', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    must(await world.user('li').reclaimPhone(formOf(newHolder, smsCode)));
    expect(must(await world.user('wang').me({}))).toEqual({
      signedIn: true,
      name: '王桂英',
      verified: false,
      hasPassword: false,
      idNumber: '610526**********29',
      faceConsent: false,
    });
  });

  test('opens to the new password and no longer to the old one', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    must(await world.user('li').reclaimPhone(formOf(newHolder, smsCode)));
    expect(codeOf(await world.user('x').signIn({ phone: wang.phone, password: wang.password }))).toBe(
      'BAD_CREDENTIALS',
    );
    expect(codeOf(await world.user('x').signIn({ phone: wang.phone, password: li.password }))).toBe('ok');
    expect(must(await world.user('x').me({}))).toMatchObject({ name: '李德福' });
  });

  test('leaves the old account the way to another number, by which it then signs in', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    must(await world.user('li').reclaimPhone(formOf(newHolder, smsCode)));
    const user = world.user('wang');
    const change = { password: 'Weinan2027', passwordAgain: 'Weinan2027' };
    expect(codeOf(await user.changePassword(change))).toBe('PHONE_REQUIRED');
    const bindCode = await world.receiveCode('13800000003', 'bindCard', 'wang');
    expect(must(await user.bindPhone({ phone: '13800000003', smsCode: bindCode })).me).toMatchObject({
      name: '王桂英',
      phone: '138****0003',
    });
    must(await user.changePassword(change));
    expect(codeOf(await world.user('x').signIn({ phone: '13800000003', password: 'Weinan2027' }))).toBe('ok');
  });

  test('is not given to a wrong code', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    const wrong = smsCode === '000000' ? '000001' : '000000';
    expect(codeOf(await world.user('li').reclaimPhone(formOf(newHolder, wrong)))).toBe('SMS_CODE_WRONG');
    expect(codeOf(await world.user('x').signIn(wang))).toBe('ok');
  });

  test('five times at once is given once', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'register', 'li');
    const results = await atOnce(5, (index) => world.user(`user ${index}`).reclaimPhone(formOf(newHolder, smsCode)));
    expect(tally(results)).toEqual({ ok: 1, SMS_CODE_EXPIRED: 4 });
    expect(world.database.contents('accounts')).toHaveLength(2);
  });

  test('on which nothing stands any more is simply registered', async () => {
    const smsCode = await world.receiveCode('13800000009', 'register', 'li');
    expect(codeOf(await world.user('li').reclaimPhone(formOf({ ...li, phone: '13800000009' }, smsCode)))).toBe('ok');
  });
});
