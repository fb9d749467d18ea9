import { certifyingWorld, cycleOf2026 } from '../../support/world/certifying';
import { contact } from '../../support/world/retirees';
import type { World } from '../../support/world/world';
import { li, wang } from '../../support/world/people';
import { codeOf, must } from '../../support/world/outcomes';

let world: World;
beforeEach(async () => {
  world = certifyingWorld('2026-06-15 09:12');
  await world.enlist(wang);
  await world.enlist(li);
  await world.signIn('wang', wang, { contacts: [contact('c1', li)] });
});
const named = ({ name, idNumber }: typeof wang) => ({ name, idNumber });
const look = (whom: Parameters<ReturnType<World['user']>['eligibility']>[0], openid = 'wang') =>
  world.user(openid).eligibility(whom);

describe('C1: whether somebody may certify', () => {
  test('the holder, by name in full', async () => {
    expect(must(await look({ self: true }))).toEqual({
      state: 'eligible',
      name: '王桂英',
      until: '2026-07-31',
      overdue: false,
      needsIdCard: false,
      inReview: false,
      unit: { name: '第一中学', phone: '09130000001' },
      agency: cycleOf2026.agency,
    });
  });

  test('a contact, by name in full; typed by number it is the same contact', async () => {
    expect(must(await look({ contactId: 'c1' }))).toMatchObject({ state: 'eligible', name: '李德福' });
    expect(must(await look(named(li)))).toMatchObject({ state: 'eligible', name: '李德福' });
  });

  test('whoever is merely typed, by masked name', async () => {
    await world.signIn('li', li);
    expect(must(await look(named(wang), 'li'))).toMatchObject({ state: 'eligible', name: '王*英' });
  });

  test('name and number are taken in every form', async () => {
    const typed = { name: ' 王 桂英', idNumber: '610526 18400101 0029' };
    expect(must(await look(typed))).toMatchObject({ state: 'eligible' });
  });

  test('an unknown number and a wrong name are one answer, at the same price', async () => {
    await world.database.recipients.remove(world.recipientId(li));
    const unknown = await world.callsOf(async () => {
      expect(must(await look(named(li)))).toEqual({ state: 'not-found', agency: cycleOf2026.agency });
    });
    const otherName = await world.callsOf(async () => {
      expect(must(await look({ ...named(wang), name: '王桂荣' }))).toEqual({
        state: 'not-found',
        agency: cycleOf2026.agency,
      });
    });
    expect(otherName).toEqual(unknown);
  });

  test('needs somebody signed in, and verified (B1)', async () => {
    expect(codeOf(await look({ self: true }, 'nobody'))).toBe('NOT_SIGNED_IN');
    const account = world.account('account-of-wang');
    const { verified, ...unverified } = account;
    await world.database.accounts.put('account-of-wang', unverified);
    expect(codeOf(await look({ self: true }))).toBe('REAL_NAME_REQUIRED');
  });

  test('refuses what can be nobody', async () => {
    expect(await look({ ...named(wang), idNumber: '610526184001010028' })).toMatchObject({
      code: 'BAD_ID_NUMBER',
      detail: { fault: 'check-digit' },
    });
    expect(codeOf(await look({ ...named(wang), name: 'Wang' }))).toBe('BAD_NAME');
    expect(codeOf(await look({ contactId: 'c2' }))).toBe('CONTACT_NOT_FOUND');
  });
});

describe('A6: a name in traditional characters', () => {
  test('is refused with the simplified form', async () => {
    expect(await look({ ...named(li), name: '劉德福' })).toEqual({
      ok: false,
      code: 'TRADITIONAL_NAME',
      detail: { simplified: '刘德福' },
    });
  });

  test('is found where the roster has it', async () => {
    await world.enlist({ ...li, name: '劉德福' });
    expect(must(await look({ ...named(li), name: '劉德福' }))).toMatchObject({ state: 'eligible' });
  });

  test('goes on, where the identity card shows it, and is nobody then', async () => {
    expect(must(await look({ ...named(li), name: '劉德福', asOnCard: true }))).toMatchObject({ state: 'not-found' });
  });

  test('is found where the roster has the simplified one, under the name of the roster (rule A5)', async () => {
    await world.enlist({ ...li, name: '刘国钜' });
    expect(must(await look({ ...named(li), name: '劉國鉅' }))).toMatchObject({ state: 'eligible', name: '刘国钜' });
    await world.enlist({ ...li, name: '麴国强' });
    for (const name of ['麴国强', '麹国强', '曲国强'])
      expect(must(await look({ ...named(li), name }))).toMatchObject({ state: 'eligible', name: '麴国强' });
  });
});

describe('C3: a corrected name', () => {
  const correct = (name: string, from: string) => world.enlist(li, { correctedName: { name, from } });

  test('is the one that is looked for from 00:00 of its day on', async () => {
    await correct('李得福', '2026-06-16');
    world.at('2026-06-15 23:59:59.999');
    expect(must(await look(named(li)))).toMatchObject({ state: 'eligible', name: '李德福' });
    expect(must(await look({ ...named(li), name: '李得福' }))).toMatchObject({ state: 'not-found' });
    world.at('2026-06-16 00:00');
    expect(must(await look(named(li)))).toMatchObject({ state: 'not-found' });
    expect(must(await look({ ...named(li), name: '李得福' }))).toMatchObject({ state: 'eligible', name: '李得福' });
  });

  test('does not lose a contact that was found under the former one: the number says who it is', async () => {
    expect(must(await look({ contactId: 'c1' }))).toMatchObject({ state: 'eligible' });
    await correct('李得福', '2026-06-16');
    world.at('2026-06-16 00:00');
    expect(must(await look({ contactId: 'c1' }))).toMatchObject({ state: 'eligible', name: '李得福' });
    expect(world.account('account-of-wang').contacts).toMatchObject([{ name: '李得福', agreedOn: '2026-06-15' }]);
    expect(must(await look({ contactId: 'c1' }))).toMatchObject({ state: 'eligible', name: '李得福' });
  });

  test('does not find a contact that was saved under a wrong one', async () => {
    await world.signIn('wang', wang, { contacts: [contact('c1', { ...li, name: '李福' })] });
    expect(must(await look({ contactId: 'c1' }))).toMatchObject({ state: 'not-found' });
    await correct('李得福', '2026-06-16');
    world.at('2026-06-16 00:00');
    expect(must(await look({ contactId: 'c1' }))).toMatchObject({ state: 'not-found' });
  });

  test('does not lose the holder, who is shown by it', async () => {
    expect(must(await look({ self: true }))).toMatchObject({ state: 'eligible' });
    await world.enlist(wang, { correctedName: { name: '王贵英', from: '2026-06-16' } });
    world.at('2026-06-16 00:00');
    expect(must(await look({ self: true }))).toMatchObject({ state: 'eligible', name: '王贵英' });
  });

  test('that takes effect between the camera and the answer does not stop the certification', async () => {
    world.at('2026-06-15 23:59:30');
    const finish = await world.begin('wang', { contactId: 'c1' });
    await correct('李得福', '2026-06-16');
    world.at('2026-06-16 00:00:30');
    const { receipt } = must(await world.user('wang').finishCertification(finish));
    expect(receipt).toMatchObject({ name: '李*福' });
    expect(world.database.contents('certifications')[0]?.value.name).toBe('李得福');
  });
});

describe('C4: look-ups', () => {
  test('twenty a day are free to whoever types; the twenty-first is refused until midnight', async () => {
    for (let i = 0; i < 20; i++) expect(codeOf(await look(named(li)))).toBe('ok');
    expect(codeOf(await look(named(li)))).toBe('TOO_MANY_TRIES');
    world.at('2026-06-15 23:59:59.999');
    expect(codeOf(await look(named(li)))).toBe('TOO_MANY_TRIES');
    world.at('2026-06-16 00:00');
    expect(codeOf(await look(named(li)))).toBe('ok');
  });

  test('sixty a day from one WeChat user, on whatever accounts', async () => {
    for (let account = 0; account < 3; account++) {
      await world.signIn('wang', wang);
      await world.database.accounts.put(`other-${account}`, world.account('account-of-wang'));
      await world.joinAccount('wang', `other-${account}`);
      for (let i = 0; i < 20; i++) expect(codeOf(await look(named(li)))).toBe('ok');
    }
    await world.joinAccount('wang', 'account-of-wang');
    expect(codeOf(await look(named(li)))).toBe('TOO_MANY_TRIES');
  });

  test('the holder and contacts that were chosen cost nothing', async () => {
    for (let i = 0; i < 20; i++) await look(named(li));
    expect(codeOf(await look({ self: true }))).toBe('ok');
    expect(codeOf(await look({ contactId: 'c1' }))).toBe('ok');
  });

  test('starting a try with a typed name counts as well: it would answer the same question', async () => {
    for (let i = 0; i < 20; i++) must(await world.user('wang').startCertification({ ...named(li), way: 'actions' }));
    expect(codeOf(await look(named(li)))).toBe('TOO_MANY_TRIES');
    expect(codeOf(await world.user('wang').startCertification({ ...named(li), way: 'actions' }))).toBe(
      'TOO_MANY_TRIES',
    );
  });
});

test('costs at most four database calls, also when the session was not used for days', async () => {
  world.at('2026-06-25 09:12');
  expect(await world.callsOf(() => look(named(li)))).toEqual([
    'sessions.get',
    'accounts.get',
    'queries.countDaily',
    'queries.recipientAndCycle',
  ]);
  // That the holder is on the roster is noted once.
  expect(await world.callsOf(() => look({ self: true }))).toHaveLength(4);
  expect(await world.callsOf(() => look({ self: true }))).toHaveLength(3);
});
