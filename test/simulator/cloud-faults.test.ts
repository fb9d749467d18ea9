import { withinTime } from '../../simulator/cloud/database/bulk';
import {
  connectSdk,
  startTestCloud,
  type SdkCollection,
  type SdkDatabase,
  type TestCloud,
} from '../support/local-cloud';

jest.setTimeout(30_000);

let cloud: TestCloud;
let db: SdkDatabase;
let people: SdkCollection;

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: { people: { indexes: [] }, others: { indexes: [] } },
    functions: {
      count: `let served = 0; exports.main = async () => ({ served: ++served });`,
      writes: `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
        exports.main = async ({ id }) => {
          await cloud.database().collection('people').doc(id).set({ data: { step: 1 } });
          await cloud.database().collection('people').doc(id).update({ data: { step: 2 } });
          return id;
        };`,
    },
  });
  db = connectSdk(cloud).database({ throwOnNotFound: false });
  people = db.collection('people');
});
afterAll(() => cloud.close());
afterEach(async () => {
  await put([]);
  await people.where({}).remove();
});

const put = (faults: object[]) => fetch(`${cloud.url}/faults`, { method: 'PUT', body: JSON.stringify({ faults }) });
const left = async () => ((await (await fetch(`${cloud.url}/faults`)).json()) as { faults: unknown[] }).faults;
const call = async (name: string, body: object = {}) => {
  const init = { method: 'POST', headers: { 'x-openid': 'o-a' }, body: JSON.stringify(body) };
  const response = await fetch(`${cloud.url}/functions/${name}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const idsOf = async () => (await people.get()).data.map(({ _id }) => _id).sort();
const caught = (work: Promise<unknown>): Promise<{ errCode?: number; message?: string }> =>
  work.then(
    () => ({}),
    (fault: { errCode?: number; message?: string }) => fault,
  );

describe('a fault that was asked for', () => {
  test.each([
    ['system-error', -501001, /system error/],
    ['request-limit', -501003, /exceed request limit/],
    ['timed-out', -501001, /request timeout/],
  ])('%s strikes a write once, with %i, and nothing is written', async (kind, errCode, words) => {
    await put([{ kind, on: 'database.modifyDocument' }]);
    const fault = await caught(people.doc('w').set({ data: { a: 1 } }));
    expect(fault.errCode).toBe(errCode);
    expect(fault.message).toMatch(words);
    expect(await idsOf()).toEqual([]);
    expect(await left()).toEqual([]);
    await people.doc('w').set({ data: { a: 1 } });
    expect(await idsOf()).toEqual(['w']);
  });

  test('strikes as often as it says, after as many as it says, and only what it names', async () => {
    const fault = { kind: 'system-error', on: 'database.getDocument', of: 'people', count: 2, skip: 1 };
    await put([fault]);
    expect(await left()).toEqual([fault]);
    const outcomes: (number | undefined)[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await db.collection('others').doc('x').get();
      outcomes.push((await caught(people.doc('x').get())).errCode);
    }
    expect(outcomes).toEqual([undefined, -501001, -501001, undefined]);
  });

  test('lost-answer: a commit has happened, and whoever committed sees a fault', async () => {
    await put([{ kind: 'lost-answer', on: 'database.commitTransaction' }]);
    const transaction = await db.startTransaction();
    await transaction
      .collection('people')
      .doc('w')
      .set({ data: { a: 1 } });
    expect((await caught(transaction.commit())).message).toMatch(/request timeout/);
    expect(await idsOf()).toEqual(['w']);
  });

  test('half-insert: the first half of several documents stays', async () => {
    await put([{ kind: 'half-insert', on: 'database.insertDocument' }]);
    const data = ['a', 'b', 'c', 'd', 'e'].map((_id) => ({ _id }));
    expect((await caught(people.add({ data }))).message).toMatch(/timed out/);
    expect(await idsOf()).toEqual(['a', 'b']);
  });

  test('cut-update: half of a bulk update and of a bulk removal is done', async () => {
    await people.add({ data: ['a', 'b', 'c', 'd'].map((_id) => ({ _id, done: 0 })) });
    await put([
      { kind: 'cut-update', on: 'database.modifyDocument' },
      { kind: 'cut-update', on: 'database.removeDocument' },
    ]);
    expect((await caught(people.where({}).update({ data: { done: 1 } }))).message).toMatch(/timed out/);
    expect((await people.where({ done: 1 }).count()).total).toBe(2);
    expect((await caught(people.where({}).remove())).message).toMatch(/timed out/);
    expect((await people.count()).total).toBe(2);
  });

  test('die: an instance ends between two writes, and the first one stays', async () => {
    await put([{ kind: 'die', on: 'database.modifyDocument', skip: 1 }]);
    expect(await call('writes', { id: 'w' })).toMatchObject({ status: 500, body: { errCode: -504002 } });
    expect((await people.doc('w').get()).data).toMatchObject({ step: 1 });
    expect((await call('writes', { id: 'w' })).status).toBe(200);
    expect((await people.doc('w').get()).data).toMatchObject({ step: 2 });
  });

  test('retire: the instance is taken away after its answer', async () => {
    await put([{ kind: 'retire', on: 'call', of: 'count', count: 2 }]);
    const served: unknown[] = [];
    for (let turn = 0; turn < 4; turn += 1) served.push((await call('count')).body['served']);
    expect(served).toEqual([1, 1, 1, 2]);
  });

  test.each([
    ['system-error', 500, -501001],
    ['request-limit', 429, -501003],
  ])('%s strikes a phone’s call, which the function does not see', async (kind, status, errCode) => {
    await call('count');
    const { served } = (await call('count')).body;
    await put([{ kind, on: 'call', of: 'count' }]);
    expect(await call('count')).toMatchObject({ status, body: { ok: false, errCode } });
    expect((await call('count')).body).toEqual({ served: Number(served) + 1 });
  });

  test('lost-answer: a function has run to its end, and the phone is told -1', async () => {
    await put([{ kind: 'lost-answer', on: 'call', of: 'writes' }]);
    expect(await call('writes', { id: 'v' })).toMatchObject({ status: 504, body: { ok: false, errCode: -1 } });
    expect((await people.doc('v').get()).data).toMatchObject({ step: 2 });
  });

  test.each([
    ['a kind that is not known', { kind: 'rain', on: 'call' }],
    ['an action that is not known', { kind: 'timed-out', on: 'database.dream' }],
    ['a place where it cannot strike', { kind: 'half-insert', on: 'database.getDocument' }],
    ['no end', { kind: 'timed-out', on: 'database.getDocument', count: 1e9 }],
    ['no place', { kind: 'timed-out' }],
    ['a field that is not known', { kind: 'retire', on: 'call', every: 2 }],
  ])('with %s is not taken', async (_what, fault) => {
    const response = await put([fault]);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'BAD_INPUT' });
    expect(await left()).toEqual([]);
  });
});

test('a bulk update is bounded in time: what is done until then stays', () => {
  const cutAfterThree = (done: number) => done < 3;
  const documents = Array.from({ length: 10 }, (_, index) => ({ _id: String(index), n: 0 }));
  cloud.store.insert('people', documents);
  expect(() => cloud.store.update('people', {}, { $set: { n: 1 } }, Infinity, cutAfterThree)).toThrow('timed out');
  expect(cloud.store.count('people', { n: 1 })).toBe(3);

  jest.useFakeTimers({ now: 0 });
  const goesOn = withinTime();
  expect(goesOn(0, 10)).toBe(true);
  jest.advanceTimersByTime(5000);
  expect(goesOn(1, 10)).toBe(false);
  jest.useRealTimers();
});
