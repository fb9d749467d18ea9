import type { Relative } from '../../support/world/family';
import { contactsOf, onRoster, relative, save, verified } from '../../support/world/family';
import { formOf, li, registered, wang } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

const mother = relative(22, '赵秀兰');

let world: World;
beforeEach(() => (world = new World('2026-08-01 09:12')));

const add = (openid: string, person: Relative) => world.user(openid).addContact({ ...person, relation: 'mother' });

/** So many relatives, added on the days before, as the daily count allows. */
const saveMany = async (openid: string, count: number) => {
  for (let number = 100; number < 100 + count; number++) await save(world, openid, relative(number));
};

describe('D9: a relative on an account', () => {
  beforeEach(async () => verified(world, 'wang', wang));

  test('is saved with name, number and relation, and shown with the number masked', async () => {
    const added = await save(world, 'wang', mother);
    const told = { name: '赵秀兰', idNumber: '610526**********29', relation: 'mother', consented: false };
    expect(added).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/), ...told });
    expect(await contactsOf(world, 'wang')).toEqual([added]);
  });

  test('is kept in the form in which names and numbers are compared (rule A5)', async () => {
    must(await add('wang', { name: ' 赵 秀兰', idNumber: '６１０５２６ 18410101 0229' }));
    expect(codeOf(await add('wang', mother))).toBe('CONTACT_EXISTS');
  });

  test('is saved without a word about the roster: known, unknown and wrongly named look the same', async () => {
    await onRoster(world, { ...relative(1), name: '张三' });
    await onRoster(world, { ...relative(2), name: '李四' });
    const answers = [await add('wang', relative(1)), await add('wang', relative(2)), await add('wang', relative(3))];
    expect(answers.map((answer) => Object.keys(must(answer).contact))).toEqual(
      Array.from({ length: 3 }, () => ['id', 'name', 'idNumber', 'relation', 'consented']),
    );
  });

  test('is saved once, whatever name the number is typed with', async () => {
    await save(world, 'wang', mother);
    expect(codeOf(await add('wang', { ...mother, name: '赵秀英' }))).toBe('CONTACT_EXISTS');
  });

  test('is never the holder', async () => {
    expect(codeOf(await add('wang', wang))).toBe('CONTACT_IS_SELF');
  });

  test('is one of eight at most', async () => {
    await saveMany('wang', 8);
    expect(codeOf(await add('wang', mother))).toBe('TOO_MANY_CONTACTS');
    const [first] = await contactsOf(world, 'wang');
    must(await world.user('wang').removeContact({ contactId: first?.id ?? '' }));
    expect(codeOf(await add('wang', mother))).toBe('ok');
  });

  test('has a sound number and a name as cards write it (rule A5)', async () => {
    expect(await add('wang', { name: '赵秀兰', idNumber: '610526184101010220' })).toMatchObject({
      code: 'BAD_ID_NUMBER',
      detail: { fault: 'check-digit' },
    });
    expect(codeOf(await add('wang', { ...mother, name: '赵' }))).toBe('BAD_NAME');
  });

  test('in traditional characters is offered in simplified ones, unless the roster has the person (rule A6)', async () => {
    const liu = relative(33, '劉國強');
    expect(await add('wang', liu)).toMatchObject({ code: 'TRADITIONAL_NAME', detail: { simplified: '刘国强' } });
    await onRoster(world, liu);
    expect(codeOf(await add('wang', liu))).toBe('ok');
  });

  test('goes on with the characters of the identity card, where its holder says so (rule A6)', async () => {
    const ling = relative(34, '刘濛');
    expect(await add('wang', ling)).toMatchObject({ code: 'TRADITIONAL_NAME', detail: { simplified: '刘蒙' } });
    must(await world.user('wang').addContact({ ...ling, relation: 'mother', asOnCard: true }));
    expect(await contactsOf(world, 'wang')).toMatchObject([{ name: '刘濛' }]);
  });

  test('is asked about no character that the roster has today, whether typed or corrected (rules A6, C3)', async () => {
    const zhao = relative(35, '赵凌');
    await onRoster(world, zhao, { correctedName: { name: '赵淩', from: '2026-08-01' } });
    expect(must(await add('wang', { ...zhao, name: '赵淩' })).contact.name).toBe('赵淩');
  });

  test('is shown in the form of the roster, by the name that it has today (rules A5, C3)', async () => {
    const yang = relative(36, '楊君');
    await onRoster(world, { ...yang, name: '杨君' }, { correctedName: { name: '杨军', from: '2026-08-02' } });
    expect(must(await add('wang', yang)).contact.name).toBe('杨君');
    world.at('2026-08-01 23:59');
    expect((await contactsOf(world, 'wang')).map(({ name }) => name)).toEqual(['杨君']);
    world.at('2026-08-02 00:00');
    expect((await contactsOf(world, 'wang')).map(({ name }) => name)).toEqual(['杨军']);
    expect(codeOf(await add('wang', { ...yang, name: '杨军' }))).toBe('CONTACT_EXISTS');
  });

  test('that was saved under a wrong name stays under it: the roster’s name is told to nobody who did not know it', async () => {
    await onRoster(world, mother, { correctedName: { name: '赵秀莲', from: '2026-08-02' } });
    await save(world, 'wang', { ...mother, name: '赵秀英' });
    world.at('2026-08-02 00:00');
    expect((await contactsOf(world, 'wang')).map(({ name }) => name)).toEqual(['赵秀英']);
  });

  test('counts as a typed look-up, twenty a day: saving and removing is no way to look up more (rule C4)', async () => {
    for (let number = 100; number < 120; number++) {
      const { id } = await save(world, 'wang', relative(number));
      must(await world.user('wang').removeContact({ contactId: id }));
    }
    expect(codeOf(await add('wang', mother))).toBe('TOO_MANY_NEW_CONTACTS');
    world.at('2026-08-02 00:00');
    expect(codeOf(await add('wang', mother))).toBe('ok');
  });

  test('does not count where it is refused at sight', async () => {
    await save(world, 'wang', mother);
    for (let tried = 0; tried < 30; tried++) await add('wang', mother);
    expect(codeOf(await add('wang', relative(1)))).toBe('ok');
  });

  test('is removed for good; what is gone cannot be removed again', async () => {
    const { id } = await save(world, 'wang', mother);
    expect(codeOf(await world.user('wang').removeContact({ contactId: id }))).toBe('ok');
    expect(await contactsOf(world, 'wang')).toEqual([]);
    expect(codeOf(await world.user('wang').removeContact({ contactId: id }))).toBe('CONTACT_NOT_FOUND');
  });

  test('stays when the holder signs in on another phone, and is nobody else’s', async () => {
    const contact = await save(world, 'wang', mother);
    await verified(world, 'tablet', wang);
    await verified(world, 'li', li);
    expect(await contactsOf(world, 'tablet')).toEqual([contact]);
    expect(await contactsOf(world, 'li')).toEqual([]);
    expect(codeOf(await world.user('li').removeContact({ contactId: contact.id }))).toBe('CONTACT_NOT_FOUND');
  });

  test('costs six database calls to save, four to remove and three to show, however many there are', async () => {
    const calls = async (work: () => Promise<unknown>) => {
      const before = world.database.calls.length;
      await work();
      // `countDaily` writes in memory as well; on the platform it is the one call.
      return world.database.calls.slice(before).filter((call) => !call.startsWith('dailyCounters.')).length;
    };
    const count = async () => {
      let id = '';
      return [
        await calls(async () => (id = (await save(world, 'wang', mother)).id)),
        await calls(() => contactsOf(world, 'wang')),
        await calls(() => world.user('wang').removeContact({ contactId: id })),
      ];
    };
    expect(await count()).toEqual([6, 3, 4]);
    await saveMany('wang', 7);
    expect(await count()).toEqual([6, 3, 4]);
  });
});

describe('D9: what happens at once', () => {
  beforeEach(async () => verified(world, 'wang', wang));

  test('of ten that are added at once eight are saved, and none of these is lost', async () => {
    const answers = await atOnce(10, (index) => add('wang', relative(index)));
    expect(tally(answers)).toEqual({ ok: 8, TOO_MANY_CONTACTS: 2 });
    const saved = answers.flatMap((answer) => (answer.ok ? [answer.data.contact.id] : []));
    expect((await contactsOf(world, 'wang')).map(({ id }) => id).sort()).toEqual(saved.sort());
  });

  test('the same one added on two phones at once is saved once', async () => {
    await verified(world, 'tablet', wang);
    const answers = await atOnce(2, (index) => add(index ? 'wang' : 'tablet', mother));
    expect(tally(answers)).toEqual({ ok: 1, CONTACT_EXISTS: 1 });
    expect(await contactsOf(world, 'wang')).toHaveLength(1);
  });

  test('removing one while another is added does both', async () => {
    const { id } = await save(world, 'wang', mother);
    const done = await Promise.all([world.user('wang').removeContact({ contactId: id }), add('wang', relative(1))]);
    expect(tally(done)).toEqual({ ok: 2 });
    expect((await contactsOf(world, 'wang')).map(({ name }) => name)).toEqual(['张三']);
  });

  test('of two who remove at once one does', async () => {
    const { id } = await save(world, 'wang', mother);
    const done = await atOnce(2, () => world.user('wang').removeContact({ contactId: id }));
    expect(tally(done)).toEqual({ ok: 1, CONTACT_NOT_FOUND: 1 });
  });

  test('an account that is closed meanwhile stays closed', async () => {
    const [closed, added] = await Promise.all([world.user('wang').closeAccount({}), add('wang', mother)]);
    expect(codeOf(closed)).toBe('ok');
    expect(['ok', 'NOT_SIGNED_IN']).toContain(codeOf(added));
    expect(world.database.contents('accounts')).toEqual([]);
  });
});

describe('B1: relatives are for verified holders', () => {
  test('without a sign-in, and before real-name verification, nothing is shown or changed', async () => {
    const all = (openid: string) =>
      Promise.all([
        world.user(openid).listContacts({}),
        add(openid, mother),
        world.user(openid).removeContact({ contactId: '0'.repeat(32) }),
      ]);
    expect(tally(await all('nobody'))).toEqual({ NOT_SIGNED_IN: 3 });
    await registered(world, 'wang');
    expect(tally(await all('wang'))).toEqual({ REAL_NAME_REQUIRED: 3 });
  });

  test('A12: who takes over a recycled number sees nobody of the account before', async () => {
    await verified(world, 'wang', wang);
    const smsCode = await world.receiveCode(wang.phone, 'bindCard', 'wang');
    must(await world.user('wang').bindPhone({ phone: wang.phone, smsCode }));
    await save(world, 'wang', mother);
    const newHolder = { ...li, phone: wang.phone };
    world.at('2026-08-01 09:20');
    const proof = await world.receiveCode(wang.phone, 'register', 'li');
    must(await world.user('li').reclaimPhone(formOf(newHolder, proof)));
    expect(codeOf(await world.user('li').listContacts({}))).toBe('REAL_NAME_REQUIRED');
    await verified(world, 'li', li);
    expect(await contactsOf(world, 'li')).toEqual([]);
    expect(await contactsOf(world, 'wang')).toHaveLength(1);
  });
});
