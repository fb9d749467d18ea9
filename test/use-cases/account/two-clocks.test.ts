import { registered, wang } from '../../support/world/people';
import { codeOf, must } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(async () => {
  world = new World('2026-08-01 09:00');
  await registered(world, 'wang');
  world.at('2026-08-01 09:12');
});

const attempt = (password: string, openid: string, phone = wang.phone) =>
  world.user(openid).signIn({ phone, password });

describe('A14: sessions and two servers whose clocks differ', () => {
  test('a sign-in just after a reset is good, though its server is six seconds behind', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'reset', 'owner');
    const again = { password: 'Weinan2027', passwordAgain: 'Weinan2027' };
    world.at('2026-08-01 09:13');
    must(await world.user('owner').resetPassword({ phone: wang.phone, smsCode, ...again }));
    world.at('2026-08-01 09:12:54');
    expect(codeOf(await attempt('Weinan2027', 'daughter'))).toBe('ok');
    expect(must(await world.user('daughter').me({}))).toMatchObject({ signedIn: true });
    world.at('2026-08-01 09:13:30');
    expect(must(await world.user('daughter').me({}))).toMatchObject({ signedIn: true });
  });

  test('a session of before the reset is over, though its server is six seconds ahead', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'reset', 'owner');
    world.at('2026-08-01 09:13:06');
    must(await attempt(wang.password, 'thief'));
    world.at('2026-08-01 09:13');
    const again = { password: 'Weinan2027', passwordAgain: 'Weinan2027' };
    must(await world.user('owner').resetPassword({ phone: wang.phone, smsCode, ...again }));
    expect(must(await world.user('thief').me({}))).toEqual({ signedIn: false });
    expect(must(await world.user('owner').me({}))).toMatchObject({ signedIn: true });
  });

  test('two resets within one millisecond end the session of the first', async () => {
    const again = { password: 'Weinan2027', passwordAgain: 'Weinan2027' };
    for (const [openid, time] of [
      ['first', '2026-08-01 09:13'],
      ['second', '2026-08-01 09:15'],
    ] as const) {
      world.at(time);
      const smsCode = await world.receiveCode(wang.phone, 'reset', openid);
      world.at('2026-08-01 09:16');
      must(await world.user(openid).resetPassword({ phone: wang.phone, smsCode, ...again }));
    }
    expect(must(await world.user('first').me({}))).toEqual({ signedIn: false });
    expect(must(await world.user('second').me({}))).toMatchObject({ signedIn: true });
  });

  test('after a changed phone the password signs in to sessions that last', async () => {
    const [resetCode, again] = [
      await world.receiveCode(wang.phone, 'reset', 'owner'),
      { password: 'Weinan2027', passwordAgain: 'Weinan2027' },
    ];
    must(await world.user('owner').resetPassword({ phone: wang.phone, smsCode: resetCode, ...again }));
    const smsCode = await world.receiveCode('13800000003', 'changePhone', 'owner');
    must(await world.user('owner').changePhone({ phone: '13800000003', smsCode }));
    must(await attempt('Weinan2027', 'daughter', '13800000003'));
    expect(must(await world.user('daughter').me({}))).toMatchObject({ signedIn: true });
  });
});
