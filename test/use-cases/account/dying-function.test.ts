import { li, registered, wang } from '../../support/world/people';
import { turn } from '../../support/memory/memory-database';
import { codeOf } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(async () => {
  world = new World('2026-08-01 09:00');
  await registered(world, 'wang');
  world.at('2026-08-01 09:12');
});

const wrongPassword = 'Guess2026';
const attempt = (password: string, openid = 'phone', phone = wang.phone) =>
  world.user(openid).signIn({ phone, password });

describe('A10: a function that dies while it compares', () => {
  /** So many are killed before they have compared; nothing of them ever comes back. */
  const die = async (count: number) => {
    const compared = world.passwords.matches.bind(world.passwords);
    let begun = 0;
    world.passwords.matches = () => {
      begun++;
      return new Promise<boolean>(() => undefined);
    };
    for (let died = 1; died <= count; died++) {
      void attempt(wang.password);
      while (begun < died) await turn();
    }
    world.passwords.matches = compared;
  };

  test('three times: whoever comes then waits for five seconds at most and hears that it is busy, of no lock', async () => {
    await die(3);
    expect(codeOf(await attempt(wang.password))).toBe('BUSY');
    expect(world.pauses.waited).toBeGreaterThan(3000);
    expect(world.pauses.waited).toBeLessThanOrEqual(5000);
  });

  test('gives its try back after a minute: at 09:12:50 still busy, at 09:13 the right password signs in', async () => {
    await die(3);
    world.at('2026-08-01 09:12:50');
    expect(codeOf(await attempt(wang.password))).toBe('BUSY');
    world.at('2026-08-01 09:13');
    expect(codeOf(await attempt(wang.password))).toBe('ok');
  });

  test('is waited for where its minute is nearly over', async () => {
    await die(3);
    world.at('2026-08-01 09:12:58');
    expect(codeOf(await attempt(wang.password))).toBe('ok');
  });

  test('counts as no wrong one: three wrong ones lock, from the third one on', async () => {
    await die(3);
    world.at('2026-08-01 09:20');
    expect(await attempt(wrongPassword)).toMatchObject({ detail: { triesLeft: 2 } });
    expect(await attempt(wrongPassword)).toMatchObject({ detail: { triesLeft: 1 } });
    expect(await attempt(wrongPassword)).toMatchObject({
      code: 'ACCOUNT_LOCKED',
      detail: { opensAt: '2026-08-02T01:20:00.000Z' },
    });
  });

  test('does it look alike for an unknown phone', async () => {
    const unknown = () => attempt(wrongPassword, 'stranger', li.phone);
    await die(3);
    const known = await attempt(wrongPassword);
    const compared = world.passwords.matches.bind(world.passwords);
    world.passwords.matches = () => new Promise<boolean>(() => undefined);
    for (let index = 0; index < 3; index++) void unknown();
    for (let turns = 0; turns < 50; turns++) await turn();
    world.passwords.matches = compared;
    expect(await unknown()).toEqual(known);
  });
});
