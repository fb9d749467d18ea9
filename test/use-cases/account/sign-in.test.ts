import { DatabaseBusy } from '../../../cloudfunctions/core/ports/database';
import { li, registered, wang } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(async () => {
  world = new World('2026-08-01 09:00');
  await registered(world, 'wang');
  world.at('2026-08-01 09:12');
  world.passwords.compares = 0;
});

const wrongPassword = 'Guess2026';
const attempt = (password: string, openid = 'phone', phone = wang.phone) =>
  world.user(openid).signIn({ phone, password });
const lockedUntil = (opensAt: string, now: string) => ({ ok: false, code: 'ACCOUNT_LOCKED', detail: { opensAt, now } });
const wrongTimes = async (count: number) => {
  for (let i = 0; i < count; i++) await attempt(wrongPassword);
};

describe('A9: signing in by phone and password', () => {
  test('begins a session for this WeChat user', async () => {
    expect(await attempt(wang.password)).toEqual({ ok: true, data: { signedIn: true } });
    expect(must(await world.user('phone').me({}))).toMatchObject({ signedIn: true, name: '王桂英' });
  });

  test('takes the phone in every form, and the password from a full-width keyboard', async () => {
    expect(codeOf(await attempt('Ｐｕｃｈｅｎｇ２０２６', 'phone', '+86 138-0000-0001'))).toBe('ok');
  });

  test('takes four database calls', async () => {
    world.database.calls.length = 0;
    await attempt(wang.password);
    expect(world.database.calls).toEqual(['phones.get', 'phones.replace', 'phones.replace', 'sessions.put']);
  });

  test('takes four database calls also after wrong tries, and after a lock has opened', async () => {
    await wrongTimes(3);
    world.at('2026-08-02 09:12');
    world.database.calls.length = 0;
    must(await attempt(wang.password));
    expect(world.database.calls).toHaveLength(4);
  });

  test('answers an unknown phone and a wrong password alike, try for try', async () => {
    for (let i = 0; i < 5; i++)
      expect(await attempt(wrongPassword, 'phone', li.phone)).toEqual(await attempt(wrongPassword));
  });

  test('compares as much, and asks the database as often, for an unknown phone', async () => {
    const cost = async (phone: string) => {
      const [calls, compares] = [world.database.calls.length, world.passwords.compares];
      await attempt(wrongPassword, 'phone', phone);
      return [world.database.calls.length - calls, world.passwords.compares - compares];
    };
    for (let i = 0; i < 5; i++) expect(await cost(li.phone)).toEqual(await cost(wang.phone));
  });

  test('a phone number that is none is said to be, and nothing is tried', async () => {
    expect(codeOf(await attempt(wang.password, 'phone', '1380000'))).toBe('BAD_PHONE');
    expect(world.passwords.compares).toBe(0);
  });

  test('an account without a password is opened by none', async () => {
    world.phoneButton.codes.set('code', li.phone);
    await world.user('li').signInWithPhoneButton({ code: 'code' });
    expect(codeOf(await attempt('', 'phone', li.phone))).toBe('BAD_CREDENTIALS');
  });
});

describe('A10: wrong passwords', () => {
  test('the first leaves two tries, the second one, the third locks until 2026-08-02 09:12', async () => {
    expect(await attempt(wrongPassword)).toEqual({ ok: false, code: 'BAD_CREDENTIALS', detail: { triesLeft: 2 } });
    expect(await attempt(wrongPassword)).toEqual({ ok: false, code: 'BAD_CREDENTIALS', detail: { triesLeft: 1 } });
    expect(await attempt(wrongPassword)).toEqual(lockedUntil('2026-08-02T01:12:00.000Z', '2026-08-01T01:12:00.000Z'));
  });

  test('they count for the phone, whoever tries', async () => {
    await attempt(wrongPassword, 'one');
    await attempt(wrongPassword, 'two');
    expect(codeOf(await attempt(wrongPassword, 'three'))).toBe('ACCOUNT_LOCKED');
  });

  test('they count in a row, however long the days between', async () => {
    await attempt(wrongPassword);
    world.at('2026-08-11 09:12');
    await attempt(wrongPassword);
    world.at('2026-09-21 09:12');
    expect(await attempt(wrongPassword)).toMatchObject({ detail: { opensAt: '2026-09-22T01:12:00.000Z' } });
  });

  test('while locked the right password is refused like a wrong one, compared with nothing, and the lock stays', async () => {
    await wrongTimes(3);
    world.passwords.compares = 0;
    world.at('2026-08-02 09:11:59.999');
    const refusal = lockedUntil('2026-08-02T01:12:00.000Z', '2026-08-02T01:11:59.999Z');
    expect(await attempt(wang.password)).toEqual(refusal);
    expect(await attempt(wrongPassword)).toEqual(refusal);
    expect(world.passwords.compares).toBe(0);
  });

  test('the lock opens by itself at 2026-08-02 09:12 to the right password', async () => {
    await wrongTimes(3);
    world.at('2026-08-02 09:12');
    expect(codeOf(await attempt(wang.password))).toBe('ok');
  });

  test('when the lock has opened the count starts at 0', async () => {
    await wrongTimes(3);
    world.at('2026-08-02 09:12');
    expect(await attempt(wrongPassword)).toMatchObject({ detail: { triesLeft: 2 } });
    await attempt(wrongPassword);
    expect(await attempt(wrongPassword)).toMatchObject({ detail: { opensAt: '2026-08-03T01:12:00.000Z' } });
  });

  test('a success sets the count back', async () => {
    await wrongTimes(2);
    must(await attempt(wang.password));
    expect(await attempt(wrongPassword)).toMatchObject({ detail: { triesLeft: 2 } });
  });

  test('the third try is still one: the right password signs in and sets the count back', async () => {
    await wrongTimes(2);
    expect(codeOf(await attempt(wang.password))).toBe('ok');
    expect(world.database.contents('phones')[0]?.value.lockout.opensAt).toBeUndefined();
  });

  test('a fault while comparing costs no try, and comes through', async () => {
    for (let i = 0; i < 4; i++) {
      world.passwords.nextFault = new Error('out of memory');
      await expect(attempt(wang.password)).rejects.toThrow('out of memory');
    }
    expect(await attempt(wrongPassword)).toMatchObject({ detail: { triesLeft: 2 } });
  });

  test('an unknown phone that was locked by tries may be registered, and is open then', async () => {
    for (let i = 0; i < 3; i++) await attempt(wrongPassword, 'stranger', li.phone);
    expect(codeOf(await attempt(li.password, 'phone', li.phone))).toBe('ACCOUNT_LOCKED');
    await registered(world, 'li', li);
    expect(codeOf(await attempt(li.password, 'phone', li.phone))).toBe('ok');
  });
});

describe('A10: many tries at once', () => {
  test('of fifty wrong ones three are compared', async () => {
    const results = await atOnce(50, (index) => attempt(`Guess${2000 + index}`, `user ${index}`));
    expect(world.passwords.compares).toBe(3);
    expect(tally(results)).toEqual({ BAD_CREDENTIALS: 2, ACCOUNT_LOCKED: 48 });
  });

  test('of fifty wrong ones on an unknown phone three are compared', async () => {
    const results = await atOnce(50, (index) => attempt(`Guess${2000 + index}`, `user ${index}`, li.phone));
    expect(world.passwords.compares).toBe(3);
    expect(tally(results)).toEqual({ BAD_CREDENTIALS: 2, ACCOUNT_LOCKED: 48 });
  });

  test('when the lock opens, three more', async () => {
    await atOnce(50, () => attempt(wrongPassword));
    world.at('2026-08-02 09:12');
    await atOnce(50, () => attempt(wrongPassword));
    expect(world.passwords.compares).toBe(6);
  });

  test.each([2, 3, 4, 8, 50])('%d right ones all sign in, and nobody is told of a lock', async (count) => {
    const results = await atOnce(count, (index) => attempt(wang.password, `user ${index}`));
    expect(tally(results)).toEqual({ ok: count });
    expect(world.database.contents('phones')[0]?.value.lockout).toMatchObject({ tries: 0 });
  });

  test.each([1, 2])('after %d wrong ones four right ones all sign in', async (wrong) => {
    await wrongTimes(wrong);
    expect(tally(await atOnce(4, () => attempt(wang.password)))).toEqual({ ok: 4 });
  });

  test('after two wrong ones a third and three right ones: whoever is compared first decides', async () => {
    await wrongTimes(2);
    const results = await atOnce(4, (index) => attempt(index === 0 ? wrongPassword : wang.password));
    expect(tally(results)).toEqual({ ACCOUNT_LOCKED: 4 });
    expect(world.passwords.compares).toBe(3);
  });

  test('two wrong ones and two right ones: the right ones sign in, and no lock is told of', async () => {
    const results = await atOnce(4, (index) => attempt(index % 2 === 0 ? wrongPassword : wang.password));
    expect(tally(results)).toEqual({ ok: 2, BAD_CREDENTIALS: 2 });
  });

  test('a right one among the three that are compared opens the lock again, and nobody is told otherwise', async () => {
    const results = await atOnce(3, (index) => attempt(index === 0 ? wang.password : wrongPassword));
    expect(tally(results)).toMatchObject({ ok: 1 });
    expect(await attempt(wrongPassword)).toMatchObject({ code: 'BAD_CREDENTIALS', detail: { triesLeft: 2 } });
  });

  test('whatever is mixed, no more than three are compared between two resets', async () => {
    for (let share = 0; share <= 50; share += 10) {
      const one = new World('2026-08-01 09:00');
      await registered(one, 'wang');
      one.passwords.compares = 0;
      const results = await atOnce(50, (index) =>
        one
          .user(`u${index}`)
          .signIn({ phone: wang.phone, password: (index * 7) % 50 < share ? wang.password : wrongPassword }),
      );
      const resets = one.database.contents('phones')[0]?.value.lockout.round ?? 0;
      expect(results.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(resets);
      expect(one.passwords.compares).toBeLessThanOrEqual(3 * (resets + 1));
    }
  });
});

test('H3: whoever finds somebody faster every time is told that the system is busy, not that the password is wrong', async () => {
  world.database.phones.replace = async () => undefined;
  await expect(attempt(wang.password)).rejects.toThrow(DatabaseBusy);
  expect(world.passwords.compares).toBe(0);
});

describe('A11: a password that changes while it is compared', () => {
  test('no longer signs in: the reset came a millisecond after the try began', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'reset', 'owner');
    const compared = world.passwords.matches.bind(world.passwords);
    world.passwords.matches = async (password, stored) => {
      const isRight = await compared(password, stored);
      world.at('2026-08-01 09:12:00.001');
      const again = { password: 'Weinan2027', passwordAgain: 'Weinan2027' };
      must(await world.user('owner').resetPassword({ phone: wang.phone, smsCode, ...again }));
      return isRight;
    };
    expect(codeOf(await attempt(wang.password, 'thief'))).toBe('BAD_CREDENTIALS');
    expect(must(await world.user('thief').me({}))).toEqual({ signedIn: false });
    expect(must(await world.user('owner').me({}))).toMatchObject({ signedIn: true });
  });

  test('whose sign-in was recorded just before the reset has a session that is over', async () => {
    const smsCode = await world.receiveCode(wang.phone, 'reset', 'owner');
    const put = world.database.sessions.put.bind(world.database.sessions);
    let isFirst = true;
    world.database.sessions.put = async (id, session) => {
      if (isFirst) {
        isFirst = false;
        world.at('2026-08-01 09:12:00.001');
        const again = { password: 'Weinan2027', passwordAgain: 'Weinan2027' };
        must(await world.user('owner').resetPassword({ phone: wang.phone, smsCode, ...again }));
      }
      return put(id, session);
    };
    expect(codeOf(await attempt(wang.password, 'thief'))).toBe('ok');
    expect(must(await world.user('thief').me({}))).toEqual({ signedIn: false });
  });

  test('between comparing and recording is a wrong one, and its success sets nothing back', async () => {
    const compared = world.passwords.matches.bind(world.passwords);
    const phones = world.database.phones;
    world.passwords.matches = async (password, stored) => {
      const isRight = await compared(password, stored);
      const [seen] = world.database.contents('phones');
      if (seen) await phones.put(seen.id, { ...seen.value, password: '99:Weinan2027' });
      return isRight;
    };
    expect(await attempt(wang.password)).toEqual({ ok: false, code: 'BAD_CREDENTIALS', detail: { triesLeft: 2 } });
    expect(must(await world.user('phone').me({}))).toEqual({ signedIn: false });
    expect(world.database.contents('phones')[0]?.value.lockout.tries).toBe(1);
  });
});

test('H2: neither phone, name, number nor password stands in the documents that sign-in reads', async () => {
  await attempt(wang.password);
  const kept = JSON.stringify([world.database.contents('phones'), world.database.contents('sessions')]);
  for (const secret of [wang.phone, wang.name, wang.idNumber]) expect(kept).not.toContain(secret);
});
