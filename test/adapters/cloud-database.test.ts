import { randomBytes } from 'node:crypto';
import type { Card } from '../../cloudfunctions/core/domain/documents/account';
import type { Collections, Database } from '../../cloudfunctions/core/ports/database';
import { DatabaseBusy } from '../../cloudfunctions/core/ports/database';
import { BrokenSeal, createCipher } from '../../cloudfunctions/adapters/cipher/cipher';
import type { CloudDatabase } from '../../cloudfunctions/adapters/cloud-database/database';
import { openDatabase } from '../../cloudfunctions/adapters/cloud-database/database';
import { sdk } from '../../cloudfunctions/adapters/cloud-database/sdk';
import type { TestCloud } from '../support/local-cloud';
import { startTestCloud } from '../support/local-cloud';
import { storeSuite } from '../support/store-suite';

/** A whole cloud runs beside the tests; nothing here is judged by the clock. */
jest.setTimeout(60_000);

const keys = { current: 'k1', keys: { k1: randomBytes(48) } };
const noon = new Date('2026-08-01T04:00:00.000Z');
const account = { name: '王桂英', idNumber: '610526188001010028', sessionEpoch: 0, createdAt: noon };

let cloud: TestCloud;
let opened: CloudDatabase;
let database: Database;
let next = 0;
const tried = (tries: number): Card => ({ lockout: { round: 0, tries } });
const newId = () => `id-${++next}`;

beforeAll(async () => {
  cloud = await startTestCloud();
  Object.assign(process.env, cloud.sdkEnvironment());
  opened = openDatabase(createCipher(keys));
  ({ database } = opened);
});
afterAll(() => cloud.close());

/** What stands in the store itself. */
const raw = (collection: string, id: string) => cloud.store.find(collection, { _id: id }, { limit: 1 })[0];

/** Puts a document past the sealing, as somebody with the database in hands might. */
const putRaw = (collection: string, id: string, data: Record<string, unknown>) =>
  sdk().database({ throwOnNotFound: false }).collection(collection).doc(id).set({ data });

storeSuite('in the cloud', () => Promise.resolve({ database }));

describe('sealed fields (rule H2)', () => {
  it('stand in the store unreadable, the others in clear', async () => {
    const id = newId();
    await database.accounts.create(id, { ...account, phone: '13800000001' });
    const stored = raw('accounts', id);
    expect(stored).toMatchObject({
      name: expect.stringMatching(/^s1\.k1\./) as unknown,
      idNumber: expect.stringMatching(/^s1\.k1\./) as unknown,
      phone: expect.stringMatching(/^s1\.k1\./) as unknown,
      createdAt: noon,
    });
    expect(JSON.stringify(stored)).not.toMatch(/王桂英|610526188001010028|13800000001/);
    expect((await database.accounts.get(id))?.value).toEqual({ ...account, phone: '13800000001' });
  });

  it('are sealed by every way of writing', async () => {
    const id = newId();
    await database.accounts.put(id, account);
    expect(raw('accounts', id)?.['name']).toMatch(/^s1\./);
    const seen = await database.accounts.get(id);
    if (!seen) throw new Error('not there');
    await database.accounts.replace(seen, { ...account, name: '李桂兰' });
    expect(raw('accounts', id)?.['name']).toMatch(/^s1\./);
    await database.transact(async ({ accounts }) => accounts.put(id, { ...account, name: '张桂兰' }));
    expect(raw('accounts', id)?.['name']).toMatch(/^s1\./);
    expect((await database.accounts.get(id))?.value.name).toBe('张桂兰');
    await database.accounts.merge(id, { name: '赵桂兰' });
    expect(raw('accounts', id)?.['name']).toMatch(/^s1\./);
    await database.transact(async ({ accounts }) => accounts.merge(id, { name: '钱桂兰' }));
    expect(raw('accounts', id)?.['name']).toMatch(/^s1\./);
    expect((await database.accounts.get(id))?.value.name).toBe('钱桂兰');
  });

  it('are refused in clear, and when they were moved from another document', async () => {
    const [id, other] = [newId(), newId()];
    await database.accounts.put(id, account);
    const { name } = raw('accounts', id) as { name: string };
    await putRaw('accounts', other, { ...account, name, idNumber: undefined, _rev: 1 });
    await expect(database.accounts.get(other)).rejects.toThrow(BrokenSeal);
    await putRaw('accounts', other, { sessionEpoch: 0, createdAt: noon, name: '王桂英', _rev: 1 });
    await expect(database.accounts.get(other)).rejects.toThrow(BrokenSeal);
  });

  it('hold what JSON carries and refuse what it loses', async () => {
    const cards = opened.collection<{ name: unknown }>('socialSecurityCards');
    const id = newId();
    for (const name of ['', '𠮷', ['a', 1], { first: null }, 7, false]) {
      await cards.put(id, { name });
      expect((await cards.get(id))?.value).toEqual({ name });
    }
    for (const name of [noon, Number.NaN, { at: noon }, 1n])
      await expect(cards.put(id, { name })).rejects.toThrow(TypeError);
  });
});

describe('a document', () => {
  it('loses what a replacement leaves out, at every depth', async () => {
    const id = newId();
    const seen = await database.phones.create(id, {
      accountId: 'a',
      password: 'p',
      lockout: { round: 1, tries: 3, opensAt: noon },
    });
    if (!seen) throw new Error('not created');
    await database.phones.replace(seen, { lockout: { round: 2, tries: 0 } });
    expect(Object.keys(raw('phones', id) ?? {}).sort()).toEqual(['_id', '_rev', 'lockout']);
    expect((await database.phones.get(id))?.value).toEqual({ lockout: { round: 2, tries: 0 } });
  });

  it('is not replaced by who saw it before it was removed and created again', async () => {
    const id = newId();
    const seen = await database.cards.create(id, tried(0));
    if (!seen) throw new Error('not created');
    await database.cards.remove(id);
    await database.cards.create(id, tried(1));
    expect(await database.cards.replace(seen, tried(2))).toBeUndefined();
    await database.cards.put(id, tried(1));
    expect((await database.cards.get(id))?.value.lockout.tries).toBe(1);
  });

  it('passes on the faults of the platform that nobody expects', async () => {
    const missing = opened.collection('missing' as 'accounts');
    await expect(missing.get('x')).rejects.toMatchObject({ errCode: -502005 });
  });
});

const increment = async ({ cards }: Collections, id: string) => {
  const seen = await cards.get(id);
  const card = tried((seen?.value.lockout.tries ?? 0) + 1);
  return seen ? cards.replace(seen, card) : cards.create(id, card);
};

describe('a transaction', () => {
  it('counts twelve that run at once as twelve', async () => {
    const id = newId();
    await Promise.all(Array.from({ length: 12 }, () => database.transact((inside) => increment(inside, id))));
    expect((await database.cards.get(id))?.value.lockout.tries).toBe(12);
  });

  it('runs again when somebody else changes what it has read, and then sees the change', async () => {
    const id = newId();
    await database.cards.put(id, tried(1));
    const seen: (number | undefined)[] = [];
    await database.transact(async (inside) => {
      const card = await inside.cards.get(id);
      seen.push(card?.value.lockout.tries);
      if (seen.length === 1) await database.cards.put(id, tried(2));
      await inside.cards.put(id, tried(3));
    });
    expect(seen).toEqual([1, 2]);
    expect((await database.cards.get(id))?.value.lockout.tries).toBe(3);
  });

  it('runs again when somebody else creates what it found missing', async () => {
    const id = newId();
    let runs = 0;
    const created = await database.transact(async ({ cards }) => {
      if (await cards.get(id)) return undefined;
      if (++runs === 1) await database.cards.put(id, tried(1));
      return cards.create(id, tried(2));
    });
    expect({ created, runs }).toEqual({ created: undefined, runs: 1 });
    expect((await database.cards.get(id))?.value.lockout.tries).toBe(1);
  });

  it('gives up as DatabaseBusy when conflicts do not end, and leaves nothing behind', async () => {
    const [id, other] = [newId(), newId()];
    let runs = 0;
    const attempt = database.transact(async ({ cards }) => {
      runs++;
      await cards.put(other, tried(1));
      await cards.get(id);
      await database.cards.put(id, tried(0));
      await cards.put(id, tried(1));
    });
    await expect(attempt).rejects.toThrow(DatabaseBusy);
    expect(runs).toBe(10);
    expect(await database.cards.get(other)).toBeUndefined();
  });

  it('throws what its work throws, once, and leaves nothing behind', async () => {
    const id = newId();
    let runs = 0;
    const attempt = database.transact(async ({ cards }) => {
      runs++;
      await cards.create(id, tried(0));
      throw new RangeError('mine');
    });
    await expect(attempt).rejects.toThrow(RangeError);
    expect(runs).toBe(1);
    expect(await database.cards.get(id)).toBeUndefined();
    await database.cards.put(id, tried(0));
  });

  it('sees its own writes and keeps them from others until the end', async () => {
    const id = newId();
    const outside = await database.transact(async ({ cards }) => {
      const created = await cards.create(id, tried(1));
      if (!created) throw new Error('not created');
      expect(await cards.replace(created, tried(2))).toMatchObject({
        value: tried(2),
      });
      expect(await cards.replace(created, tried(3))).toBeUndefined();
      expect((await cards.get(id))?.value.lockout.tries).toBe(2);
      return database.cards.get(id);
    });
    expect(outside).toBeUndefined();
    expect((await database.cards.get(id))?.value.lockout.tries).toBe(2);
  });
});
