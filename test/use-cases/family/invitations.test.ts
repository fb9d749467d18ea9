import type { Account } from '../../../cloudfunctions/core/domain/documents/account';
import type { Invitation } from '../../../cloudfunctions/core/domain/documents/family';
import type { Stored } from '../../../cloudfunctions/core/ports/database';
import { contactsOf, inviteBy, relative, save, verified } from '../../support/world/family';
import { li, registered, wang } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

let world: World;
beforeEach(async () => {
  world = new World('2026-08-01 09:12');
  await verified(world, 'wang', wang);
  await verified(world, 'li', li);
});

const read = (openid: string, code: string) => world.user(openid).readInvitation({ code });
const accept = (openid: string, code: string) => world.user(openid).acceptInvitation({ code, relation: 'mother' });
const fill = async (openid: string) => {
  for (let number = 100; number < 108; number++) await save(world, openid, relative(number));
};

describe('D10: "help me certify"', () => {
  const invite = () => inviteBy(world, 'wang', { kind: 'help-me', relation: 'other-relative' });

  test('puts the inviter among the relatives of who accepts, with consent', async () => {
    const code = await invite();
    expect(must(await accept('li', code))).toEqual({ kind: 'help-me', from: '王桂英' });
    expect(await contactsOf(world, 'li')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: '王桂英',
        idNumber: '610526**********29',
        relation: 'mother',
        consented: true,
      },
    ]);
    expect(await contactsOf(world, 'wang')).toEqual([]);
  });

  test('says when and how the inviter agreed', async () => {
    must(await accept('li', await invite()));
    const saved = world.database.contents('accounts').flatMap(({ value }) => value.contacts ?? []);
    expect(saved.map(({ consent }) => consent)).toEqual([{ by: 'invitation', at: '2026-08-01T01:12:00.000Z' }]);
  });

  test('wants to know what the inviter is to who accepts', async () => {
    const code = await invite();
    expect(await world.user('li').acceptInvitation({ code })).toMatchObject({
      code: 'BAD_INPUT',
      detail: { field: 'relation' },
    });
    expect(codeOf(await accept('li', code))).toBe('ok');
  });

  test('only adds the consent where the inviter is saved already, and corrects the name', async () => {
    const saved = await save(world, 'li', { ...wang, name: '王桂花' }, 'spouse');
    must(await accept('li', await invite()));
    expect(await contactsOf(world, 'li')).toEqual([{ ...saved, name: '王桂英', consented: true }]);
  });

  test('keeps an earlier consent', async () => {
    must(await accept('li', await invite()));
    world.at('2026-08-20 08:00');
    must(await accept('li', await invite()));
    const saved = world.database.contents('accounts').flatMap(({ value }) => value.contacts ?? []);
    expect(saved.map(({ consent }) => consent?.at)).toEqual(['2026-08-01T01:12:00.000Z']);
  });

  test('a relative who is removed and typed in again has not agreed any more', async () => {
    must(await accept('li', await invite()));
    const [contact] = await contactsOf(world, 'li');
    must(await world.user('li').removeContact({ contactId: contact?.id ?? '' }));
    expect((await save(world, 'li', wang)).consented).toBe(false);
  });

  test('is refused where the list of who accepts is full, and stays good', async () => {
    await fill('li');
    const code = await invite();
    expect(codeOf(await accept('li', code))).toBe('TOO_MANY_CONTACTS');
    const [first] = await contactsOf(world, 'li');
    must(await world.user('li').removeContact({ contactId: first?.id ?? '' }));
    expect(codeOf(await accept('li', code))).toBe('ok');
  });
});

describe('D10: "I will help you"', () => {
  const offer = () => inviteBy(world, 'li', { kind: 'help-you', relation: 'mother' });

  test('puts who accepts among the relatives of the inviter, with consent and as the inviter said', async () => {
    const code = await offer();
    expect(must(await world.user('wang').acceptInvitation({ code }))).toEqual({ kind: 'help-you', from: '李德福' });
    expect(await contactsOf(world, 'li')).toMatchObject([{ name: '王桂英', relation: 'mother', consented: true }]);
    expect(await contactsOf(world, 'wang')).toEqual([]);
  });

  test('is refused where the list of the inviter is full, and stays good', async () => {
    await fill('li');
    const code = await offer();
    expect(codeOf(await accept('wang', code))).toBe('TOO_MANY_CONTACTS');
    const [first] = await contactsOf(world, 'li');
    must(await world.user('li').removeContact({ contactId: first?.id ?? '' }));
    expect(codeOf(await accept('wang', code))).toBe('ok');
  });
});

describe('D10: an invitation', () => {
  const invite = () => inviteBy(world, 'wang', { kind: 'help-me', relation: 'friend' });

  test('shows a masked name to whoever has the card, signed in or not', async () => {
    expect(must(await read('nobody', await invite()))).toEqual({
      kind: 'help-me',
      from: '王*英',
      expiresAt: '2026-08-08T01:12:00.000Z',
    });
  });

  test('has nothing of a person in its code and in what is kept', async () => {
    const code = await invite();
    expect(code).toMatch(/^[0-9a-f]{32}$/);
    const [kept] = world.database.contents('invitations');
    expect(Object.keys(kept?.value as Invitation).sort()).toEqual(['accountId', 'expiresAt', 'kind', 'relation']);
  });

  test('is good for seven days, to the moment', async () => {
    const code = await invite();
    world.at('2026-08-08 09:11:59.999');
    expect(codeOf(await read('li', code))).toBe('ok');
    world.at('2026-08-08 09:12');
    expect(codeOf(await read('li', code))).toBe('INVITATION_NOT_FOUND');
    expect(codeOf(await accept('li', code))).toBe('INVITATION_NOT_FOUND');
    expect(await contactsOf(world, 'li')).toEqual([]);
  });

  test('works once', async () => {
    await verified(world, 'zhang', relative(1));
    const code = await invite();
    must(await accept('li', code));
    expect(codeOf(await read('zhang', code))).toBe('INVITATION_NOT_FOUND');
    expect(codeOf(await accept('zhang', code))).toBe('INVITATION_NOT_FOUND');
    expect(await contactsOf(world, 'zhang')).toEqual([]);
  });

  test('answers the same to the same person again, where the first answer was lost, and changes nothing', async () => {
    const code = await invite();
    const first = await accept('li', code);
    expect(await accept('li', code)).toEqual(first);
    expect(await contactsOf(world, 'li')).toHaveLength(1);
  });

  test('does not bring back a relative who was removed since', async () => {
    const code = await invite();
    must(await accept('li', code));
    const [contact] = await contactsOf(world, 'li');
    must(await world.user('li').removeContact({ contactId: contact?.id ?? '' }));
    expect(codeOf(await accept('li', code))).toBe('INVITATION_NOT_FOUND');
    expect(await contactsOf(world, 'li')).toEqual([]);
  });

  test('that was never made is not found', async () => {
    expect(codeOf(await read('li', 'f'.repeat(32)))).toBe('INVITATION_NOT_FOUND');
    expect(codeOf(await accept('li', 'f'.repeat(32)))).toBe('INVITATION_NOT_FOUND');
  });

  test('is not accepted by the inviter', async () => {
    const code = await invite();
    expect(codeOf(await accept('wang', code))).toBe('INVITATION_OWN');
    expect(codeOf(await accept('li', code))).toBe('ok');
  });

  test('goes with the account of the inviter', async () => {
    const code = await invite();
    must(await world.user('wang').closeAccount({}));
    expect(codeOf(await read('li', code))).toBe('INVITATION_NOT_FOUND');
    expect(codeOf(await accept('li', code))).toBe('INVITATION_NOT_FOUND');
  });

  test('says nothing any more once its inviter is verified elsewhere (rule B3)', async () => {
    const code = await invite();
    const [inviter] = world.database.contents('accounts').filter(({ value }) => value.idNumber === wang.idNumber);
    const { id, value } = inviter as Stored<Account>;
    const { verified: _moved, ...rest } = value;
    await world.database.accounts.put(id, rest);
    expect(codeOf(await read('li', code))).toBe('INVITATION_NOT_FOUND');
    expect(codeOf(await accept('li', code))).toBe('INVITATION_NOT_FOUND');
  });

  test('is made twenty times a day at most', async () => {
    for (let made = 0; made < 20; made++) await invite();
    expect(codeOf(await world.user('wang').invite({ kind: 'help-me', relation: 'friend' }))).toBe(
      'TOO_MANY_INVITATIONS',
    );
    await save(world, 'wang', relative(1));
    world.at('2026-08-02 00:00');
    await invite();
  });

  test('is made and accepted by verified people only (rule B1)', async () => {
    const code = await invite();
    expect(codeOf(await accept('nobody', code))).toBe('NOT_SIGNED_IN');
    await registered(world, 'zhang', { ...relative(1), phone: '13800000003', password: 'Heyang2026' });
    expect(codeOf(await accept('zhang', code))).toBe('REAL_NAME_REQUIRED');
    expect(codeOf(await world.user('zhang').invite({ kind: 'help-you', relation: 'mother' }))).toBe(
      'REAL_NAME_REQUIRED',
    );
    expect(codeOf(await accept('li', code))).toBe('ok');
  });

  test('costs four database calls to make, two to read and nine to accept', async () => {
    const calls = async <T>(work: () => Promise<T>) => {
      const before = world.database.calls.length;
      const result = await work();
      const made = world.database.calls.slice(before).filter((call) => !call.startsWith('dailyCounters.'));
      return { result, count: made.length };
    };
    const made = await calls(invite);
    expect(made.count).toBe(4);
    expect((await calls(() => read('li', made.result))).count).toBe(2);
    expect((await calls(() => accept('li', made.result))).count).toBe(9);
  });
});

describe('D10: what happens at once', () => {
  const invite = () => inviteBy(world, 'wang', { kind: 'help-me', relation: 'friend' });

  test('of five who accept one invitation at once exactly one does', async () => {
    for (let index = 0; index < 5; index++) await verified(world, `user-${index}`, relative(index));
    const code = await invite();
    const answers = await atOnce(5, (index) => accept(`user-${index}`, code));
    expect(tally(answers)).toEqual({ ok: 1, INVITATION_NOT_FOUND: 4 });
    const lists = await Promise.all([0, 1, 2, 3, 4].map((index) => contactsOf(world, `user-${index}`)));
    expect(lists.map(({ length }) => length).sort()).toEqual([0, 0, 0, 0, 1]);
  });

  test('of two retirees who accept one offer at once exactly one becomes a relative', async () => {
    await verified(world, 'zhang', relative(1));
    const code = await inviteBy(world, 'li', { kind: 'help-you', relation: 'mother' });
    const answers = await Promise.all([accept('wang', code), accept('zhang', code)]);
    expect(tally(answers)).toEqual({ ok: 1, INVITATION_NOT_FOUND: 1 });
    expect(await contactsOf(world, 'li')).toHaveLength(1);
  });

  test('two taps of one person are one acceptance', async () => {
    const code = await invite();
    expect(tally(await atOnce(2, () => accept('li', code)))).toEqual({ ok: 2 });
    expect(await contactsOf(world, 'li')).toHaveLength(1);
  });

  test('accepting while others are typed in never makes more than eight, and loses none', async () => {
    for (let number = 100; number < 106; number++) await save(world, 'li', relative(number));
    const code = await invite();
    const answers = await Promise.all([
      accept('li', code),
      ...[1, 2, 3].map((number) => world.user('li').addContact({ ...relative(number), relation: 'friend' })),
    ]);
    expect(tally(answers)).toEqual({ ok: 2, TOO_MANY_CONTACTS: 2 });
    expect(await contactsOf(world, 'li')).toHaveLength(8);
  });

  test('removing the relative while the invitation is accepted leaves none, or one with consent', async () => {
    const { id } = await save(world, 'li', wang);
    const code = await invite();
    const done = await Promise.all([accept('li', code), world.user('li').removeContact({ contactId: id })]);
    expect(tally(done)).toEqual({ ok: 2 });
    const left = await contactsOf(world, 'li');
    expect(left.filter(({ consented }) => !consented)).toEqual([]);
    expect(left.length).toBeLessThanOrEqual(1);
  });
});
