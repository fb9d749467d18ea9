import type { HelpMove } from '../../../cloudfunctions/core/domain/help/help';
import { moved } from '../../../cloudfunctions/core/domain/help/help';
import { agency, helpOn, onRoster, openCycle, relative, save, unit, verified } from '../../support/world/family';
import { li, registered, wang } from '../../support/world/people';
import { atOnce, china, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

const mother = relative(22, '赵秀兰');
const typedMother = { name: mother.name, idNumber: mother.idNumber };
const [unitOffice, agencyOffice] = [{ name: unit.name, phone: unit.phone }, agency];

let world: World;
beforeEach(() => {
  world = new World('2026-08-01 09:12');
  openCycle(world);
});

const on = (openid: string) => helpOn(world, openid);
const ask = async (openid: string, whom: Parameters<ReturnType<typeof helpOn>['ask']>[0]['whom'] = { self: true }) =>
  must(await on(openid).ask({ whom, reason: 'bed-ridden' })).request;
const kept = () => world.database.contents('helpRequests').map(({ value }) => value);
const calls = async (work: () => Promise<unknown>) => {
  const before = world.database.calls.length;
  await work();
  return world.database.calls.slice(before).filter((call) => !call.startsWith('dailyCounters.')).length;
};

/** As the unit's staff do it. */
async function moveOn(id: string, move: HelpMove): Promise<void> {
  const seen = await world.database.helpRequests.get(id);
  const value = seen && moved(seen.value, move, 'staff', china('2026-08-02 10:00'));
  if (!seen || !value) throw new Error(`The request cannot become ${move.to}.`);
  await world.database.helpRequests.replace(seen, value);
}

describe('F1: asking for help', () => {
  test('for oneself goes to the unit, with the account’s telephone', async () => {
    await onRoster(world, wang);
    await registered(world, 'wang');
    expect(await ask('wang')).toEqual({
      id: expect.any(String),
      name: '王桂英',
      reason: 'bed-ridden',
      state: 'requested',
      askedAt: '2026-08-01T01:12:00.000Z',
      changedAt: '2026-08-01T01:12:00.000Z',
      office: unitOffice,
    });
    expect(kept()).toMatchObject([{ unitId: 'u-7', phone: wang.phone, name: '王桂英', idNumber: wang.idNumber }]);
  });

  test('works before real-name verification (rule B1), and not without a sign-in', async () => {
    await registered(world, 'wang');
    expect((await ask('wang')).state).toBe('requested');
    expect(codeOf(await on('nobody').ask({ whom: { self: true }, reason: 'other' }))).toBe('NOT_SIGNED_IN');
  });

  test('after the phone button name and number have to be typed', async () => {
    await onRoster(world, mother);
    world.phoneButton.codes.set('code', '13800000009');
    must(await world.user('button').signInWithPhoneButton({ code: 'code' }));
    expect(codeOf(await on('button').ask({ whom: { self: true }, reason: 'other' }))).toBe('REAL_NAME_REQUIRED');
    expect((await ask('button', typedMother)).office).toEqual(unitOffice);
  });

  test('for a contact shows their name in full', async () => {
    await onRoster(world, mother);
    await verified(world, 'li', li);
    const { id } = await save(world, 'li', mother);
    expect(await ask('li', { contactId: id })).toMatchObject({ name: '赵秀兰', office: unitOffice });
    expect(codeOf(await on('li').ask({ whom: { contactId: '0'.repeat(32) }, reason: 'other' }))).toBe(
      'CONTACT_NOT_FOUND',
    );
  });

  test('for somebody on no roster goes to the agency', async () => {
    await verified(world, 'li', li);
    expect((await ask('li', typedMother)).office).toEqual(agencyOffice);
    expect(kept()[0]).not.toHaveProperty('unit');
  });

  test('where no cycle was ever opened, the request stands without an office', async () => {
    world.queries.cycle = undefined;
    await verified(world, 'li', li);
    expect(await ask('li', typedMother)).not.toHaveProperty('office');
  });

  test('takes another telephone to call back, or says that it is none', async () => {
    await registered(world, 'wang');
    const asking = { whom: { self: true } as const, reason: 'deaf' as const };
    expect(codeOf(await on('wang').ask({ ...asking, phone: '7212345' }))).toBe('BAD_PHONE');
    must(await on('wang').ask({ ...asking, phone: '+86 138 0000 0009' }));
    expect(kept()).toMatchObject([{ phone: '13800000009' }]);
  });

  test('finds the person under a corrected number as well: one person, one request (rule C3)', async () => {
    const first = await onRoster(world, mother);
    const corrected = relative(77, mother.name);
    const id = await onRoster(world, corrected);
    const recipient = (await world.database.recipients.get(id))?.value;
    await world.database.recipients.put(id, { ...(recipient as NonNullable<typeof recipient>), personKey: first });
    await verified(world, 'li', li);
    await verified(world, 'wang', wang);
    expect((await ask('li', typedMother)).id).toBe((await ask('wang', corrected)).id);
  });
});

describe('F2: one open request for a person', () => {
  beforeEach(async () => {
    await onRoster(world, mother);
    await verified(world, 'li', li);
    await verified(world, 'wang', wang);
  });

  test('asking again answers with it as it stands', async () => {
    const first = await ask('li', typedMother);
    world.at('2026-08-02 08:00');
    expect(must(await on('li').ask({ whom: typedMother, reason: 'abroad' })).request).toEqual(first);
  });

  test('another who asks is told where it stands, not what the first one said, nor who will come', async () => {
    const { id } = must(await on('li').ask({ whom: typedMother, reason: 'dementia' })).request;
    await moveOn(id, { to: 'accepted' });
    await moveOn(id, { to: 'scheduled', visit: { day: '2026-08-05', visitor: '张敏' } });
    const joined = must(await on('wang').ask({ whom: typedMother, reason: 'other' })).request;
    expect(joined).toMatchObject({ id, name: '赵*兰', reason: 'other', state: 'scheduled' });
    expect(joined).not.toHaveProperty('visit');
    expect(await on('wang').list()).toEqual([joined]);
    expect(await on('li').list()).toMatchObject([{ reason: 'dementia', visit: { day: '2026-08-05' } }]);
  });

  test('after the end a new one takes its place', async () => {
    const { id } = await ask('li', typedMother);
    await moveOn(id, { to: 'not-possible' });
    world.at('2026-08-03 08:00');
    expect(await ask('wang', typedMother)).toMatchObject({
      id,
      state: 'requested',
      askedAt: '2026-08-03T00:00:00.000Z',
    });
    expect(kept()).toHaveLength(1);
    expect(await on('li').list()).toEqual([]);
  });

  test('a wrong name is not the person’s request, and cannot disturb it', async () => {
    const right = await ask('li', typedMother);
    const wrong = await ask('wang', { ...typedMother, name: '赵秀英' });
    expect(wrong).toMatchObject({ name: '赵*英', office: agencyOffice });
    expect(wrong.id).not.toBe(right.id);
    must(await on('wang').withdraw(wrong.id));
    expect(await on('li').list()).toEqual([right]);
  });
});

describe('F2: the list of who asked', () => {
  test('has the newest first, and no one else’s', async () => {
    await verified(world, 'li', li);
    await verified(world, 'wang', wang);
    const first = await ask('li', typedMother);
    world.at('2026-08-02 08:00');
    const second = await ask('li');
    await ask('wang');
    expect(await on('li').list()).toEqual([second, first]);
  });
});

describe('F2: withdrawing', () => {
  beforeEach(async () => {
    await onRoster(world, mother);
    await verified(world, 'li', li);
    await verified(world, 'wang', wang);
  });

  test('ends a request that nobody else makes, and it can be made anew', async () => {
    const { id } = await ask('li', typedMother);
    world.at('2026-08-02 08:00');
    expect(must(await on('li').withdraw(id)).request).toMatchObject({
      state: 'withdrawn',
      changedAt: '2026-08-02T00:00:00.000Z',
    });
    expect(kept()).toMatchObject([{ state: 'withdrawn' }]);
    expect(codeOf(await on('li').withdraw(id))).toBe('HELP_NOT_FOUND');
    expect((await ask('li', typedMother)).state).toBe('requested');
  });

  test('leaves it to the others who ask', async () => {
    const { id } = await ask('li', typedMother);
    await ask('wang', typedMother);
    expect(must(await on('wang').withdraw(id)).request.state).toBe('withdrawn');
    expect(await on('wang').list()).toEqual([]);
    expect(await on('li').list()).toMatchObject([{ id, state: 'requested' }]);
  });

  test('is for who asked, while it is not over', async () => {
    const { id } = await ask('li', typedMother);
    expect(codeOf(await on('wang').withdraw(id))).toBe('HELP_NOT_FOUND');
    expect(codeOf(await on('wang').withdraw('no-such-request'))).toBe('HELP_NOT_FOUND');
    expect(codeOf(await on('nobody').withdraw(id))).toBe('NOT_SIGNED_IN');
    await moveOn(id, { to: 'accepted' });
    await moveOn(id, { to: 'done' });
    expect(codeOf(await on('li').withdraw(id))).toBe('HELP_NOT_FOUND');
  });
});

describe('C4: asking for help is no way to fish', () => {
  test('an unknown number and a wrong name answer alike', async () => {
    await onRoster(world, mother);
    await verified(world, 'li', li);
    const told = async (person: { name: string; idNumber: string }) => {
      const { id, ...rest } = await ask('li', person);
      return { length: id.length, ...rest };
    };
    const wrongName = await told({ ...typedMother, name: '赵秀英' });
    expect(wrongName).toEqual(await told(relative(55, '赵秀英')));
    expect(wrongName.office).toEqual(agencyOffice);
  });

  test('who is typed counts, twenty a day', async () => {
    await verified(world, 'li', li);
    for (let number = 100; number < 120; number++) await ask('li', relative(number));
    expect(codeOf(await on('li').ask({ whom: typedMother, reason: 'other' }))).toBe('TOO_MANY_TRIES');
    expect((await ask('li')).state).toBe('requested');
    world.at('2026-08-02 00:00');
    expect((await ask('li', typedMother)).state).toBe('requested');
  });

  test('of 21 who ask for the same person the last is told that it has been reported, tomorrow too', async () => {
    const openids = Array.from({ length: 21 }, (_, index) => `relative-${index}`);
    for (const [index, openid] of openids.entries()) await verified(world, openid, relative(200 + index));
    for (const openid of openids.slice(0, 20)) expect((await ask(openid, typedMother)).state).toBe('requested');
    const late = async () => codeOf(await on('relative-20').ask({ whom: typedMother, reason: 'other' }));
    expect(await late()).toBe('TOO_MANY_ASKERS');
    world.at('2026-08-02 09:12');
    expect(await late()).toBe('TOO_MANY_ASKERS');
    expect((await ask('relative-0', typedMother)).state).toBe('requested');
  });

  test('so does the holder’s own number while nobody has proven it', async () => {
    await registered(world, 'wang');
    for (let asked = 0; asked < 20; asked++) await ask('wang');
    expect(codeOf(await on('wang').ask({ whom: { self: true }, reason: 'other' }))).toBe('TOO_MANY_TRIES');
  });

  test('no name is refused for a character: the agency looks for whoever is on no roster (rule A6)', async () => {
    await verified(world, 'li', li);
    for (const [number, name] of ['劉國強', '刘濛', '淩建国', '刘应旂'].entries()) {
      const { request } = must(await on('li').ask({ whom: relative(40 + number, name), reason: 'other' }));
      expect(request.office).toEqual(agency);
    }
  });

  test('a name in traditional characters reaches the unit of the person on the roster (rule A5)', async () => {
    await verified(world, 'li', li);
    await onRoster(world, relative(33, '刘国强'));
    const { request } = must(await on('li').ask({ whom: relative(33, '劉國強'), reason: 'other' }));
    expect(request.office).toMatchObject({ name: unit.name });
  });

  test('a saved contact is found under a corrected name: the request goes to the unit (rule C3)', async () => {
    await verified(world, 'li', li);
    await onRoster(world, relative(34, '杨君'), { correctedName: { name: '杨军', from: '2026-08-02' } });
    const { id } = await save(world, 'li', relative(34, '杨君'));
    world.at('2026-08-02 00:00');
    const { request } = must(await on('li').ask({ whom: { contactId: id }, reason: 'other' }));
    expect(request).toMatchObject({ name: '杨军', office: { name: unit.name } });
  });

  test.each(['0913-7212345', '0913-7212345转8012', '+852 2345 6789', '00852 2345 6789', '400-820-8820'])(
    'the number to call back may be %s (rules A1, F1)',
    async (phone) => {
      await verified(world, 'li', li);
      expect(codeOf(await on('li').ask({ whom: relative(35), reason: 'abroad', phone }))).toBe('ok');
    },
  );
});

describe('F2: what happens at once', () => {
  beforeEach(async () => {
    await onRoster(world, mother);
    await verified(world, 'li', li);
    await verified(world, 'wang', wang);
  });

  test('two who ask for one person at once ask together', async () => {
    const asked = await Promise.all([ask('li', typedMother), ask('wang', typedMother)]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(kept().map(({ askerAccountIds }) => askerAccountIds.length)).toEqual([2]);
  });

  test('two taps are one request', async () => {
    const asked = await atOnce(2, () => ask('li', typedMother));
    expect(asked[0]).toEqual(asked[1]);
    expect(kept().map(({ askerAccountIds }) => askerAccountIds.length)).toEqual([1]);
  });

  test('of two taps that withdraw one does', async () => {
    const { id } = await ask('li', typedMother);
    expect(tally(await atOnce(2, () => on('li').withdraw(id)))).toEqual({ ok: 1, HELP_NOT_FOUND: 1 });
  });

  test('another who asks while it is withdrawn is not left without help', async () => {
    const { id } = await ask('li', typedMother);
    await Promise.all([on('li').withdraw(id), ask('wang', typedMother)]);
    expect(await on('wang').list()).toMatchObject([{ id, state: 'requested' }]);
  });
});

test('asking costs six database calls at most, listing three, withdrawing four', async () => {
  await onRoster(world, mother);
  await verified(world, 'li', li);
  await verified(world, 'wang', wang);
  expect(await calls(() => ask('li'))).toBe(5);
  expect(await calls(() => ask('li', typedMother))).toBe(6);
  expect(await calls(() => ask('wang', typedMother))).toBe(6);
  expect(await calls(() => ask('wang', typedMother))).toBe(5);
  expect(await calls(() => on('li').list())).toBe(3);
  const [request] = await on('wang').list();
  expect(await calls(() => on('wang').withdraw(request?.id ?? ''))).toBe(4);
});
