import type { Account } from '../../../cloudfunctions/core/domain/documents/account';
import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import { certifyingWorld } from '../../support/world/certifying';
import { contact, someone } from '../../support/world/retirees';
import type { World } from '../../support/world/world';
import { li, wang } from '../../support/world/people';
import { china, codeOf, must } from '../../support/world/outcomes';

let world: World;
beforeEach(async () => {
  world = certifyingWorld('2026-06-15 09:12');
  await world.enlist(wang);
  await world.enlist(li);
  await world.signIn('wang', wang, { contacts: [contact('c1', li)] });
});
const named = ({ name, idNumber }: { name: string; idNumber: string }) => ({ name, idNumber });
const start = (whom: object = { self: true }, way: 'actions' | 'gentle' = 'actions', openid = 'wang') =>
  world.user(openid).startCertification({ ...(whom as { self: true }), way });
const changeAccount = (fields: Partial<Account>) => world.database.accounts.merge('account-of-wang', fields);
const changeWang = (fields: Partial<Recipient>) => world.database.recipients.merge(world.recipientId(wang), fields);

describe('D1: a try before the camera', () => {
  test('has two different actions and 180 seconds', async () => {
    const { challengeId, actions, expiresAt, name } = must(await start());
    expect(challengeId).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(actions).size).toBe(2);
    expect(expiresAt).toBe(china('2026-06-15 09:15').toISOString());
    expect(name).toBe('王桂英');
  });

  test('in the gentle way has one turn of the head and 300 seconds', async () => {
    const { actions, expiresAt } = must(await start({ self: true }, 'gentle'));
    expect(actions).toEqual([expect.stringMatching(/^turn-/)]);
    expect(expiresAt).toBe(china('2026-06-15 09:17').toISOString());
  });

  test.each([
    ['the holder', { self: true }, 'self', undefined],
    ['a contact', { contactId: 'c1' }, 'relative', 'c1'],
    ['a contact who was typed', named(li), 'relative', 'c1'],
  ])('D2: %s', async (_who, whom, method, contactId) => {
    const { challengeId } = must(await start(whom));
    const { value } = (await world.database.challenges.get(challengeId)) ?? {};
    expect(value).toMatchObject({ purpose: 'certification', accountId: 'account-of-wang', method });
    expect(value?.contactId).toBe(contactId);
  });

  test('D2: somebody who is typed and no contact is assisted, and named masked', async () => {
    await changeAccount({ contacts: [] });
    const { challengeId, name } = must(await start(named(li)));
    expect(name).toBe('李*福');
    expect((await world.database.challenges.get(challengeId))?.value.method).toBe('assisted');
  });

  test('may be opened again while pictures of an earlier one wait for a reviewer', async () => {
    await changeWang({ review: { id: 'r', since: china('2026-06-14 09:00') } });
    expect(codeOf(await start())).toBe('ok');
  });
});

describe('who gets before no camera', () => {
  test('nobody who is not signed in, or not verified (B1)', async () => {
    expect(codeOf(await start({ self: true }, 'actions', 'nobody'))).toBe('NOT_SIGNED_IN');
    const { verified, ...unverified } = world.account('account-of-wang');
    await world.database.accounts.put('account-of-wang', unverified);
    expect(codeOf(await start())).toBe('REAL_NAME_REQUIRED');
  });

  test('nobody without the consent to the present text (B2)', async () => {
    await changeAccount({ consent: { version: '2025-01', at: china('2025-06-01 09:00') } });
    expect(codeOf(await start())).toBe('CONSENT_REQUIRED');
  });

  test('nobody who is not found, however they are not', async () => {
    expect(codeOf(await start({ ...named(li), name: '李得福' }))).toBe('PERSON_NOT_FOUND');
    expect(codeOf(await start(named(someone(1))))).toBe('PERSON_NOT_FOUND');
    expect(codeOf(await start({ ...named(li), name: '劉德福' }))).toBe('TRADITIONAL_NAME');
    expect(codeOf(await start({ ...named(li), name: 'Li' }))).toBe('BAD_NAME');
    expect(codeOf(await start({ ...named(li), idNumber: '1' }))).toBe('BAD_ID_NUMBER');
    expect(codeOf(await start({ contactId: 'c2' }))).toBe('CONTACT_NOT_FOUND');
  });

  test('nobody who is certified already, and they are told when and how', async () => {
    const at = china('2026-06-04 10:00');
    await changeWang({ last: { number: '1', period: '2026', method: 'home-visit', at, until: '2027-07-31' } });
    expect(await start()).toEqual({
      ok: false,
      code: 'ALREADY_CERTIFIED',
      detail: {
        at: '2026-06-04T02:00:00.000Z',
        method: 'home-visit',
        until: '2027-07-31',
        now: '2026-06-15T01:12:00.000Z',
      },
    });
  });

  test.each([
    ['ended', { payment: 'ended' }],
    ['suspended-special', { payment: 'suspended-special' }],
  ] as const)('nobody whose pension is %s', async (state, fields) => {
    await changeWang(fields);
    expect(await start()).toMatchObject({ code: 'NOT_ELIGIBLE', detail: { state } });
  });

  test('nobody before the window opens, or without a cycle', async () => {
    world.at('2026-06-02 23:59:59');
    expect(await start()).toMatchObject({ code: 'NOT_ELIGIBLE', detail: { state: 'not-open' } });
    world.queries.cycle = undefined;
    expect(await start()).toMatchObject({ code: 'NOT_ELIGIBLE', detail: { state: 'no-cycle' } });
  });

  test('D5: nobody after five failed faces, until the next day', async () => {
    await changeWang({ failedFaces: { day: '2026-06-15', count: 5 } });
    world.at('2026-06-15 23:59:59');
    expect(codeOf(await start())).toBe('TRY_TOMORROW');
    world.at('2026-06-16 00:00');
    expect(codeOf(await start())).toBe('ok');
  });
});

describe('B4: a recipient without a portrait on record', () => {
  beforeEach(async () => {
    await world.enlist(li, { portrait: false });
  });

  test('needs the identity card', async () => {
    expect(codeOf(await start({ contactId: 'c1' }))).toBe('ID_CARD_REQUIRED');
  });

  test('starts with the card that this account has photographed, until its time is over', async () => {
    await world.photographCard('account-of-wang', li, '2026-06-15 10:12');
    const { challengeId } = must(await start(named(li)));
    expect((await world.database.challenges.get(challengeId))?.value.enrolled).toMatchObject({ from: 'id-card' });
    world.at('2026-06-15 10:12');
    expect(codeOf(await start(named(li)))).toBe('ID_CARD_REQUIRED');
  });

  test('does not start with a card that another account has photographed', async () => {
    await world.photographCard('account-of-li', li);
    expect(codeOf(await start(named(li)))).toBe('ID_CARD_REQUIRED');
  });
});

describe('D11: eight people a year', () => {
  const eight = Array.from({ length: 8 }, (_, index) => `person-${index}`);

  test('the ninth is refused and staff are told, once', async () => {
    await changeAccount({ people: { year: 2026, personKeys: eight } });
    expect(codeOf(await start({ contactId: 'c1' }))).toBe('TOO_MANY_PEOPLE');
    expect(codeOf(await start({ contactId: 'c1' }))).toBe('TOO_MANY_PEOPLE');
    expect(world.database.contents('alerts').map(({ value }) => value)).toEqual([
      {
        kind: 'too-many-people',
        accountId: 'account-of-wang',
        wechatUserKey: world.hash.of('openid', 'wang'),
        personKeys: [...eight, world.recipientId(li)],
        at: china('2026-06-15 09:12'),
      },
    ]);
  });

  test('the holder is none of them, and who was certified once may be again', async () => {
    await changeAccount({ people: { year: 2026, personKeys: eight } });
    expect(codeOf(await start())).toBe('ok');
    await changeAccount({ people: { year: 2026, personKeys: [...eight.slice(1), world.recipientId(li)] } });
    expect(codeOf(await start({ contactId: 'c1' }))).toBe('ok');
  });

  test('the count begins anew on 2027-01-01 at 00:00', async () => {
    await changeAccount({ people: { year: 2026, personKeys: eight } });
    world.at('2026-12-31 23:59:59');
    await world.joinAccount('wang', 'account-of-wang');
    expect(codeOf(await start({ contactId: 'c1' }))).toBe('TOO_MANY_PEOPLE');
    world.at('2027-01-01 00:00');
    expect(codeOf(await start({ contactId: 'c1' }))).toBe('ok');
  });
});

describe('costs at most five database calls', () => {
  const few = ['sessions.get', 'accounts.get', 'queries.recipientAndCycle'];
  beforeEach(() => {
    world.at('2026-06-25 09:12');
  });

  test('for a typed person', async () => {
    expect(await world.callsOf(() => start(named(li)))).toEqual([...few, 'queries.countDaily', 'challenges.put']);
  });

  test('for a typed person whose card was photographed', async () => {
    await world.enlist(li, { portrait: false });
    await world.photographCard('account-of-wang', li, '2026-06-25 10:12');
    expect(await world.callsOf(() => start(named(li)))).toEqual([...few, 'enrolments.get', 'challenges.put']);
  });

  test('for a typed person whose card is wanting', async () => {
    await world.enlist(li, { portrait: false });
    expect(await world.callsOf(() => start(named(li)))).toEqual([...few, 'enrolments.get', 'queries.countDaily']);
  });

  test('for one person too many', async () => {
    await changeAccount({ people: { year: 2026, personKeys: Array.from({ length: 8 }, (_, index) => `p${index}`) } });
    expect(await world.callsOf(() => start(named(li)))).toEqual([...few, 'queries.countDaily', 'alerts.create']);
  });
});
