import { Transactions } from '../../simulator/cloud/database/transactions';
import {
  connectSdk,
  startTestCloud,
  type Sdk,
  type SdkCollection,
  type SdkDatabase,
  type TestCloud,
} from '../support/local-cloud';

const indexed = (name: string, field: string, unique = false) => ({
  indexes: [{ name, fields: [[field, 'asc']] as [string, 'asc'][], unique }],
});

let cloud: TestCloud;
let sdk: Sdk;
let db: SdkDatabase;
let people: SdkCollection;
let command: SdkDatabase['command'];

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: {
      people: { indexes: [] },
      cards: indexed('number', 'number', true),
    },
  });
  sdk = connectSdk(cloud);
  db = sdk.database();
  command = db.command;
  people = db.collection('people');
});
afterAll(() => cloud.close());
beforeEach(async () => {
  for (const name of ['people', 'cards']) await db.collection(name).where({}).remove();
});

const namesOf = async (query: { get(): Promise<{ data: Record<string, unknown>[] }> }) =>
  (await query.get()).data.map(({ name }) => name);

describe('a document', () => {
  test('comes back with its types: dates, nested objects, arrays, null, fractions, astral characters', async () => {
    const value = {
      at: new Date('2026-08-01T01:12:00.000Z'),
      before: new Date(-5),
      a: { b: [1, 2.5, null, { c: '𠮷' }] },
      no: false,
    };
    await people.doc('w').set({ data: value });
    expect((await people.doc('w').get()).data).toEqual({ _id: 'w', ...value });
  });

  test('without an id gets one', async () => {
    const { _id = '' } = await people.add({ data: { name: '甲' } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
    expect((await people.doc(_id).get()).data).toEqual({ _id, name: '甲' });
  });

  test('is created by set where it is not, and replaced whole where it is', async () => {
    expect((await people.doc('w').set({ data: { name: '甲', age: 1 } })).stats).toMatchObject({
      created: 1,
      updated: 0,
    });
    expect((await people.doc('w').set({ data: { name: '乙' } })).stats).toMatchObject({ created: 0, updated: 1 });
    expect((await people.doc('w').get()).data).toEqual({ _id: 'w', name: '乙' });
  });

  test('that is missing is refused by get, or null where the caller asks for that', async () => {
    await expect(people.doc('nobody').get()).rejects.toThrow(/nobody|not exist/);
    const lenient = sdk.database({ throwOnNotFound: false });
    expect((await lenient.collection('people').doc('nobody').get()).data).toBeNull();
  });

  test('that is missing is neither updated nor removed', async () => {
    expect((await people.doc('nobody').update({ data: { name: '甲' } })).stats.updated).toBe(0);
    expect((await people.doc('nobody').remove()).stats.removed).toBe(0);
  });

  test('cannot have the id of another (E11000), nor the same unique key', async () => {
    await people.add({ data: { _id: 'w' } });
    await expect(people.add({ data: { _id: 'w' } })).rejects.toMatchObject({
      errCode: -502001,
      message: expect.stringContaining('E11000') as string,
    });
    const cards = db.collection('cards');
    await cards.add({ data: { _id: 'a', number: 1 } });
    await expect(cards.add({ data: { number: 1 } })).rejects.toThrow('E11000');
    await cards.add({ data: { _id: 'b', number: 2 } });
    await expect(cards.doc('b').update({ data: { number: 1 } })).rejects.toThrow('E11000');
    expect((await cards.doc('b').get()).data).toMatchObject({ number: 2 });
  });

  test('of an array of which one exists is not written, nor what comes after; what came before stays', async () => {
    await people.add({ data: { _id: 'w' } });
    await expect(people.add({ data: [{ _id: 'v' }, { _id: 'w' }, { _id: 'x' }] })).rejects.toThrow('E11000');
    expect((await people.get()).data.map(({ _id }) => _id).sort()).toEqual(['v', 'w']);
  });

  test('of more than 16 MB is refused, in a transaction as well', () => {
    // By the store itself: the SDK would take half a minute to sign so much.
    const { store } = cloud;
    const sized = (bytes: number) => ({ text: 'x'.repeat(bytes) });
    // An object, a field of four letters and a string have 16 bytes of their own.
    store.put('people', 'fits', sized(16 * 1024 * 1024 - 16));
    store.put('people', 'fits', undefined);
    const tooLarge = sized(16 * 1024 * 1024 - 15);
    const words = 'size in bytes: 16777217, max size: 16777216';
    expect(() => store.put('people', 'large', tooLarge)).toThrow(words);
    const { onWrite } = store;
    const transactions = new Transactions(store);
    store.onWrite = onWrite;
    expect(() => transactions.write(transactions.begin(), 'people', 'large', tooLarge)).toThrow(words);
    expect(store.count('people', {})).toBe(0);
  });

  test('takes the server’s time, which is that of the simulator’s clock', async () => {
    await fetch(`${cloud.url}/clock`, { method: 'PUT', body: '{"now":"2026-08-01T00:00:00.000Z"}' });
    await people.doc('w').set({ data: { at: db.serverDate({ offset: 60_000 }) } });
    await fetch(`${cloud.url}/clock`, { method: 'PUT', body: '{"now":null}' });
    const at = (await people.doc('w').get()).data?.['at'] as Date;
    expect(at.toISOString()).toMatch(/^2026-08-01T00:01:0/);
  });

  test('with a field that MongoDB would not store is refused', async () => {
    await expect(people.doc('w').set({ data: { a: { $b: 1 } } })).rejects.toThrow('dollar');
    expect((await people.count()).total).toBe(0);
  });
});

describe('a collection', () => {
  test('that is not declared answers the platform’s own error', async () => {
    const missing = { errCode: -502005, message: expect.stringContaining('Db or Table not exist') as string };
    await expect(db.collection('nowhere').add({ data: { a: 1 } })).rejects.toMatchObject(missing);
    await expect(db.collection('nowhere').doc('a').get()).rejects.toMatchObject(missing);
    await expect(db.collection('nowhere').where({ a: 1 }).count()).rejects.toMatchObject(missing);
  });

  test('is not aggregated: what the simulator does not have it refuses by name', async () => {
    await expect(people.aggregate().count('n').end()).rejects.toThrow('database.aggregateDocuments');
  });
});

describe('a query', () => {
  beforeEach(() =>
    people.add({
      data: [
        { _id: '1', name: '甲', age: 61, tags: ['a', 'b'], unit: { id: 'x' } },
        { _id: '2', name: '乙', age: 70, tags: ['b'] },
        { _id: '3', name: '丙', age: 95, tags: [], left: new Date('2026-01-01') },
      ],
    }),
  );

  test.each([
    ['equality', { name: '乙' }, ['乙']],
    ['a missing field as null', { left: null }, ['甲', '乙']],
    ['a nested field', { 'unit.id': 'x' }, ['甲']],
    ['an element of an array', { tags: 'b' }, ['甲', '乙']],
    ['no document', { name: '丁' }, []],
  ])('finds by %s', async (_what, condition, names) => {
    expect(await namesOf(people.where(condition).orderBy('_id', 'asc'))).toEqual(names);
  });

  test('finds by comparison, by several values, by or, by not, by pattern', async () => {
    const find = (condition: Record<string, unknown>) => namesOf(people.where(condition).orderBy('_id', 'asc'));
    const { gt, lte, neq, or, and, exists, eq } = command;
    expect(await find({ age: and?.(gt?.(61), lte?.(95)) })).toEqual(['乙', '丙']);
    expect(await find({ name: command['in']?.(['甲', '丙']) })).toEqual(['甲', '丙']);
    expect(await find({ name: neq?.('甲') })).toEqual(['乙', '丙']);
    expect(await find(or?.([{ age: 61 }, { name: '丙' }]) as Record<string, unknown>)).toEqual(['甲', '丙']);
    expect(await find({ left: exists?.(true) })).toEqual(['丙']);
    expect(await find({ left: eq?.(new Date('2026-01-01')) })).toEqual(['丙']);
    expect(await find({ name: db.RegExp({ regexp: '^[甲乙]$', options: '' }) })).toEqual(['甲', '乙']);
  });

  test('is ordered, skipped, limited and projected', async () => {
    expect(await namesOf(people.orderBy('age', 'desc').limit(2))).toEqual(['丙', '乙']);
    expect(await namesOf(people.orderBy('age', 'desc').skip(1).limit(1))).toEqual(['乙']);
    const { data } = await people.where({ name: '甲' }).field({ age: true, 'unit.id': true, _id: false }).get();
    expect(data).toEqual([{ age: 61, unit: { id: 'x' } }]);
    expect((await people.where({ age: command['gte']?.(70) }).count()).total).toBe(2);
  });

  test('answers 100 documents where no limit is given', async () => {
    await people.add({ data: Array.from({ length: 120 }, (_, index) => ({ name: String(index) })) });
    expect((await people.get()).data).toHaveLength(100);
    expect((await people.limit(1000).get()).data).toHaveLength(123);
  });

  test('with an operator that does not exist is refused', async () => {
    await expect(people.where({ age: { $near: 1, $nonsense: 2 } }).get()).rejects.toThrow();
  });
});

describe('an update', () => {
  const start = { n: 1, text: 'a', list: [1, 2], nothing: null, deep: { x: 1 } };
  beforeEach(() => people.doc('w').set({ data: start }));
  const update = (data: Record<string, unknown>) => people.doc('w').update({ data });
  const now = async () => (await people.doc('w').get()).data;
  const { unset, ...operators } = {
    unset: () => command['remove']?.(),
    inc: (by: number) => command['inc']?.(by),
    mul: (by: number) => command['mul']?.(by),
    push: (...values: unknown[]) => command['push']?.(values),
    pull: (value: unknown) => command['pull']?.(value),
    pop: () => command['pop']?.(),
    set: (value: unknown) => command['set']?.(value),
  };
  const { inc, mul, push, pull, pop, set } = operators;

  test('merges nested fields, sets whole what is wrapped in set, removes, counts and pushes', async () => {
    await update({ n: inc(4), text: unset(), list: push(3, 4), deep: { y: 2 } });
    expect(await now()).toEqual({ _id: 'w', n: 5, list: [1, 2, 3, 4], nothing: null, deep: { x: 1, y: 2 } });
    await update({ deep: set({ z: 1 }), list: pull(2), n: mul(2) });
    expect(await now()).toMatchObject({ n: 10, list: [1, 3, 4], deep: { z: 1 } });
  });

  test('that changes nothing counts as none', async () => {
    expect((await update({ n: 1 })).stats.updated).toBe(0);
    expect((await update({ n: 2 })).stats.updated).toBe(1);
  });

  test('by a condition changes only what still fulfils it: compare and set', async () => {
    const swap = (from: number, to: number) => people.where({ _id: 'w', n: from }).update({ data: { n: to } });
    expect((await swap(1, 2)).stats.updated).toBe(1);
    expect((await swap(1, 3)).stats.updated).toBe(0);
    expect(await now()).toMatchObject({ n: 2 });
  });

  test('by a condition changes and removes all that fulfil it', async () => {
    await people.doc('v').set({ data: start });
    expect((await people.where({ n: 1 }).update({ data: { text: 'b' } })).stats.updated).toBe(2);
    expect((await people.where({ text: 'b' }).remove()).stats.removed).toBe(2);
  });

  test.each([
    ['a field inside a text', () => ({ 'text.x': 1 })],
    ['a field inside null', () => ({ 'nothing.x': 1 })],
    ['a named field inside an array', () => ({ 'list.x': 1 })],
    ['counting a text', () => ({ text: inc(1) })],
    ['multiplying a text', () => ({ text: mul(2) })],
    ['pushing to a number', () => ({ n: push(1) })],
    ['pulling from a number', () => ({ n: pull(1) })],
    ['popping from a text', () => ({ text: pop() })],
  ])('is refused, as MongoDB refuses it, for %s', async (_what, data) => {
    await expect(update(data())).rejects.toMatchObject({ errCode: -502001 });
    expect(await now()).toEqual({ _id: 'w', ...start });
  });

  test('that is empty is refused', async () => {
    await expect(update({})).rejects.toMatchObject({ errCode: expect.any(Number) as number });
  });
});
