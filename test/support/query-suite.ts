import { randomUUID } from 'node:crypto';
import type { Certification } from '../../cloudfunctions/core/domain/documents/certification';
import type { Recipient } from '../../cloudfunctions/core/domain/documents/roster';
import type { StoredHelp } from '../../cloudfunctions/core/domain/documents/help';
import type { Database } from '../../cloudfunctions/core/ports/database';
import type { Queries } from '../../cloudfunctions/core/ports/queries';

/** Queries under test, and the database that they ask. */
export interface SuiteQueries {
  readonly database: Database;
  readonly queries: Queries;
}

const at = (day: string): Date => new Date(`${day}T09:12:00.000+08:00`);

const recipient = (person: string): Recipient => ({
  name: '王桂英',
  idNumber: '610526184001010029',
  personKey: person,
  unit: { id: 'u1', name: '县造纸厂', phone: '0913-0000001' },
  payment: 'paid',
  monthlyAmount: 328_650,
});

/** A number of sixteen digits that no other test has drawn. */
const newNumber = (): string => String(BigInt(`0x${randomUUID().slice(0, 8)}`)).padStart(16, '0');

const certification = (person: string, day: string, more: Partial<Certification> = {}): Certification => ({
  personKey: person,
  number: newNumber(),
  period: day.slice(0, 4),
  method: 'self',
  at: at(day),
  until: `${day.slice(0, 4)}-12-31`,
  name: '王桂英',
  unitId: 'u1',
  demonstration: true,
  ...more,
});

const help = (person: string, askers: string[], day: string): StoredHelp => ({
  personKey: person,
  name: '王桂英',
  phone: '13800000001',
  idNumber: '610526184001010029',
  openedByAccountId: String(askers[0]),
  askerAccountIds: askers,
  reasons: askers.map(() => 'bed-ridden'),
  state: 'requested',
  askedAt: at(day),
  changedAt: at(day),
});

type Get<T> = () => T;

/** What the queries port must answer, in memory and in the cloud. Ids are new ones in every test. */
export function querySuite(name: string, made: () => Promise<SuiteQueries>): void {
  describe(`the queries port, ${name}`, () => {
    let database: Database;
    let queries: Queries;
    let id: string;
    beforeAll(async () => {
      ({ database, queries } = await made());
    });
    beforeEach(() => {
      id = randomUUID();
    });
    const ports = () => ({ database, queries });

    recipients(ports, () => id);
    dailyCounters(ports, () => id);
    certifications(ports, () => id);
    helpRequests(ports, () => id);
    photographedCards(ports, () => id);
  });
}

function recipients(ports: Get<SuiteQueries>, id: Get<string>): void {
  test('a recipient is found by id, and nobody by one that is not on the roster', async () => {
    const { database, queries } = ports();
    expect(await queries.recipientAndCycle(id())).not.toHaveProperty('recipient');
    await database.recipients.put(id(), recipient(id()));
    const { recipient: found } = await queries.recipientAndCycle(id());
    expect(found).toStrictEqual(await database.recipients.get(id()));
    expect(found?.value).toStrictEqual(recipient(id()));
  });

  test('several recipients are found at once, those that are on the roster', async () => {
    const { database, queries } = ports();
    const ids = [id(), `${id()}-2`];
    for (const each of ids) await database.recipients.put(each, recipient(each));
    const found = await queries.recipientsOf([...ids, `${id()}-3`]);
    expect(found.map(({ id: each }) => each).sort()).toEqual(ids.sort());
    expect(found.find(({ id: each }) => each === id())).toStrictEqual(await database.recipients.get(id()));
  });

  test('a recipient found by a query is replaced without another look', async () => {
    const { database, queries } = ports();
    await database.recipients.put(id(), recipient(id()));
    const { recipient: found } = await queries.recipientAndCycle(id());
    if (!found) throw new Error('The recipient is not there.');
    expect(await database.recipients.replace(found, { ...found.value, payment: 'ended' })).toBeDefined();
  });
}

function dailyCounters(ports: Get<SuiteQueries>, id: Get<string>): void {
  const most = { account: 3, wechatUser: 5 };
  const count = (account: string, phone: string, day = '2026-08-01') =>
    ports().queries.countDaily(account, phone, day, most);
  const daysOf = async (counter: string) => {
    const { days = {} } = (await ports().database.dailyCounters.get(counter))?.value ?? {};
    return Object.fromEntries(Object.entries(days).map(([day, marks]) => [day, marks.length]));
  };

  test('tries are counted on an account and a phone, from the first one ever', async () => {
    const phone = `${id()}-phone`;
    expect(await count(id(), phone)).toBe(true);
    expect(await count(id(), phone)).toBe(true);
    expect([await daysOf(id()), await daysOf(phone)]).toStrictEqual([{ '2026-08-01': 2 }, { '2026-08-01': 2 }]);
  });

  test('a new phone on an account that has counted before, and the other way round, count once each', async () => {
    const phones = [`${id()}-phone`, `${id()}-other`] as const;
    await count(id(), phones[0]);
    expect(await count(id(), phones[1])).toBe(true);
    expect(await count(`${id()}-account`, phones[1])).toBe(true);
    expect(await Promise.all([id(), ...phones, `${id()}-account`].map(daysOf))).toStrictEqual([
      { '2026-08-01': 2 },
      { '2026-08-01': 1 },
      { '2026-08-01': 2 },
      { '2026-08-01': 1 },
    ]);
  });

  test('the last one passes, and nothing more on that day; the next day begins anew', async () => {
    const phone = `${id()}-phone`;
    const answers = [];
    for (let times = 0; times < 5; times++) answers.push(await count(id(), phone));
    expect(answers).toStrictEqual([true, true, true, false, false]);
    expect(await count(id(), phone, '2026-08-02')).toBe(true);
  });

  test('what the account has no share in is not counted on the phone, nor the other way round', async () => {
    const phone = `${id()}-phone`;
    for (let times = 0; times < 4; times++) await count(id(), phone);
    expect((await daysOf(phone))['2026-08-01']).toBe(3);
    const others = [`${id()}-b`, `${id()}-c`];
    for (const account of others) expect(await count(account, phone)).toBe(true);
    expect(await count(`${id()}-d`, phone)).toBe(false);
    expect(await count(others[0] ?? '', phone)).toBe(false);
    expect(await daysOf(phone)).toStrictEqual({ '2026-08-01': 5 });
    expect((await daysOf(others[0] ?? ''))['2026-08-01']).toBe(1);
    expect((await daysOf(`${id()}-d`))['2026-08-01'] ?? 0).toBe(0);
  });

  test('of ten at once as many pass as the account has left', async () => {
    const phone = `${id()}-phone`;
    await count(id(), phone);
    const answers = await Promise.all(Array.from({ length: 10 }, () => count(id(), phone)));
    expect(answers.filter(Boolean)).toHaveLength(2);
    expect([await daysOf(id()), await daysOf(phone)]).toStrictEqual([{ '2026-08-01': 3 }, { '2026-08-01': 3 }]);
  });

  test('of ten at once on a new account and a new phone as many pass as may, each counted once', async () => {
    const phone = `${id()}-phone`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => count(id(), phone)));
    expect(answers.filter(Boolean)).toHaveLength(3);
    expect([await daysOf(id()), await daysOf(phone)]).toStrictEqual([{ '2026-08-01': 3 }, { '2026-08-01': 3 }]);
  });
}

function certifications(ports: Get<SuiteQueries>, id: Get<string>): void {
  const create = async (key: string, value: Certification) => {
    const created = await ports().database.certifications.create(`${id()}-${key}`, value);
    if (!created) throw new Error('The certification exists.');
    return created;
  };

  test('the certifications of a person come newest first, a page at a time', async () => {
    const { queries } = ports();
    const [y2024, y2026, y2025] = [
      await create('2024', certification(id(), '2024-07-01')),
      await create('2026', certification(id(), '2026-07-01', { method: 'data-match' })),
      await create('2025', certification(id(), '2025-07-01')),
    ];
    await create('other', certification(`${id()}-other`, '2026-07-02'));
    expect(await queries.certificationsOf(id(), 2)).toStrictEqual([y2026, y2025]);
    expect(await queries.certificationsOf(id(), 2, y2025.value.at)).toStrictEqual([y2024]);
    expect(await queries.certificationsOf(id(), 2, y2024.value.at)).toStrictEqual([]);
  });

  test('what an account or a phone has certified since a day comes newest first, each once', async () => {
    const { queries } = ports();
    const [account, phone] = [`${id()}-account`, `${id()}-phone`];
    const byBoth = await create(
      '1',
      certification('p1', '2026-03-01', { accountId: account, wechatUserKey: phone, template: 'AAAA' }),
    );
    const byPhone = await create(
      '2',
      certification('p2', '2026-05-01', { accountId: 'another', wechatUserKey: phone }),
    );
    const byAccount = await create(
      '3',
      certification('p3', '2026-04-01', { accountId: account, wechatUserKey: 'another' }),
    );
    await create('4', certification('p4', '2025-12-31', { accountId: account, wechatUserKey: phone }));
    await create('5', certification('p5', '2026-06-01', { method: 'data-match' }));
    const since = at('2026-01-01');
    expect(await queries.certificationsBy(account, phone, since, 10)).toStrictEqual([byPhone, byAccount, byBoth]);
    expect(await queries.certificationsBy(account, phone, since, 1)).toStrictEqual([byPhone]);
    expect(await queries.certificationsBy(account, phone, byAccount.value.at, 10)).toStrictEqual([byPhone, byAccount]);
  });

  test('a certification is found by its receipt number', async () => {
    const { queries } = ports();
    const created = await create('2026', certification(id(), '2026-07-01'));
    expect(await queries.certificationByNumber(created.value.number)).toStrictEqual(created);
    expect(await queries.certificationByNumber('no-number')).toBeUndefined();
  });
}

function helpRequests(ports: Get<SuiteQueries>, id: Get<string>): void {
  test('requests for help are found by each of those who asked, newest first', async () => {
    const { database, queries } = ports();
    const [daughter, son] = [`${id()}-daughter`, `${id()}-son`];
    await database.helpRequests.put(`${id()}-1`, help('p1', [daughter], '2026-06-01'));
    await database.helpRequests.put(`${id()}-2`, help('p2', [son, daughter], '2026-07-01'));
    await database.helpRequests.put(`${id()}-3`, help('p3', [son], '2026-06-15'));
    const personsOf = async (account: string, most: number) =>
      (await queries.helpAskedBy(account, most)).map(({ value }) => value.personKey);
    expect(await personsOf(daughter, 10)).toStrictEqual(['p2', 'p1']);
    expect(await personsOf(son, 10)).toStrictEqual(['p2', 'p3']);
    expect(await personsOf(son, 1)).toStrictEqual(['p2']);
    expect(await personsOf(id(), 10)).toStrictEqual([]);
    const [newest] = await queries.helpAskedBy(son, 1);
    expect(newest).toStrictEqual(await database.helpRequests.get(`${id()}-2`));
  });
}

function photographedCards(ports: Get<SuiteQueries>, id: Get<string>): void {
  test('photographed cards are found by the account that holds them, as they are kept', async () => {
    const { database, queries } = ports();
    const [daughter, son] = [`${id()}-daughter`, `${id()}-son`];
    const expiresAt = at('2026-08-02');
    for (const [account, card] of [
      [daughter, 1],
      [daughter, 2],
      [son, 3],
    ] as const) {
      const portrait = {
        fileId: `cloud://test/portraits/${card}`,
        from: 'id-card',
        at: '2026-08-01T01:12:00.000Z',
      } as const;
      await database.enrolments.put(`${account}.${card}`, { accountId: account, portrait, expiresAt });
    }
    const found = await queries.enrolmentsOf(daughter, 10);
    expect(found.map((card) => card.id).sort()).toStrictEqual([`${daughter}.1`, `${daughter}.2`]);
    expect(found[0]).toStrictEqual(await database.enrolments.get(found[0]?.id ?? ''));
    expect(await queries.enrolmentsOf(daughter, 1)).toHaveLength(1);
    expect(await queries.enrolmentsOf(id(), 10)).toStrictEqual([]);
  });
}
