import { Store } from '../../simulator/cloud/database/store';
import { Transactions } from '../../simulator/cloud/database/transactions';
import {
  connectSdk,
  startTestCloud,
  type SdkCollection,
  type SdkDatabase,
  type TestCloud,
} from '../support/local-cloud';

let cloud: TestCloud;
let db: SdkDatabase;
let accounts: SdkCollection;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = connectSdk(cloud).database({ throwOnNotFound: false });
  accounts = db.collection('accounts');
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await accounts.where({}).remove();
  await accounts.add({
    data: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ],
  });
});

const n = async (id: string) => (await accounts.doc(id).get()).data?.['n'];
const conflict = { errCode: -501001, message: expect.stringContaining('TransactionConflict') as string };

test('what a transaction writes is seen by itself at once, by others after the commit', async () => {
  const transaction = await db.startTransaction();
  const inside = transaction.collection('accounts');
  await inside.doc('a').update({ data: { n: db.command['inc']?.(1) } });
  await inside.add({ data: { _id: 'c', n: 3 } });
  await inside.doc('b').remove();
  expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', n: 2 });
  expect((await inside.doc('b').get()).data).toBeNull();
  expect([await n('a'), await n('b'), await n('c')]).toEqual([1, 1, undefined]);
  await transaction.commit();
  expect([await n('a'), await n('b'), await n('c')]).toEqual([2, undefined, 3]);
});

test('nothing of a transaction that is rolled back stays', async () => {
  const transaction = await db.startTransaction();
  await transaction
    .collection('accounts')
    .doc('a')
    .set({ data: { n: 9 } });
  await transaction
    .collection('accounts')
    .doc('z')
    .set({ data: { n: 9 } });
  await transaction.rollback();
  expect([await n('a'), await n('z')]).toEqual([1, undefined]);
});

test('the first writer of a document wins; the other’s write is a conflict and ends its transaction', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()];
  await second
    .collection('accounts')
    .doc('b')
    .set({ data: { n: 5 } });
  await first
    .collection('accounts')
    .doc('a')
    .set({ data: { n: 2 } });
  await expect(
    second
      .collection('accounts')
      .doc('a')
      .set({ data: { n: 3 } }),
  ).rejects.toMatchObject(conflict);
  await expect(second.commit()).rejects.toMatchObject({
    message: expect.stringContaining('TransactionNotExist') as string,
  });
  await first.commit();
  expect([await n('a'), await n('b')]).toEqual([2, 1]);
});

test('a document that has changed since the transaction began is read as it was, and cannot be written', async () => {
  const transaction = await db.startTransaction();
  await accounts.doc('a').update({ data: { n: 7 } });
  expect((await transaction.collection('accounts').doc('a').get()).data).toEqual({ _id: 'a', n: 1 });
  await expect(
    transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 2 } }),
  ).rejects.toMatchObject(conflict);
  expect(await n('a')).toBe(7);
});

test('of two transactions that create the same document one is refused', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()];
  await first.collection('accounts').add({ data: { _id: 'c', n: 1 } });
  await first.commit();
  await expect(second.collection('accounts').add({ data: { _id: 'c', n: 2 } })).rejects.toMatchObject(conflict);
  expect(await n('c')).toBe(1);
});

test('creating what is there already is a duplicate key', async () => {
  const transaction = await db.startTransaction();
  await expect(transaction.collection('accounts').add({ data: { _id: 'a' } })).rejects.toThrow('E11000');
});

test('a write outside waits for the transaction that has the document, and goes on what it left', async () => {
  const transaction = await db.startTransaction();
  await transaction
    .collection('accounts')
    .doc('a')
    .update({ data: { n: 10 } });
  let over = false;
  const outside = accounts
    .where({ _id: 'a' })
    .update({ data: { n: db.command['inc']?.(1) } })
    .then(() => (over = true));
  await accounts.doc('b').update({ data: { n: 2 } });
  expect(over).toBe(false);
  await transaction.commit();
  await outside;
  expect(await n('a')).toBe(11);
});

test('a where() in a transaction is refused for reading; for writing the SDK does not tell, and it survives a rollback', async () => {
  const transaction = await db.startTransaction();
  const inside = transaction.collection('accounts');
  await expect(inside.where({ n: 1 }).get()).rejects.toThrow('doc()');
  await inside.where({ n: 1 }).update({ data: { leak: true } });
  await transaction.rollback();
  expect((await accounts.doc('a').get()).data).toMatchObject({ leak: true });
});

test('an update refused inside a transaction ends it and frees its documents', async () => {
  const transaction = await db.startTransaction();
  const inside = transaction.collection('accounts');
  await inside.doc('a').set({ data: { n: 'text' } });
  await expect(inside.doc('a').update({ data: { n: db.command['inc']?.(1) } })).rejects.toMatchObject({
    errCode: -502001,
  });
  await accounts.doc('a').update({ data: { n: 4 } });
  expect(await n('a')).toBe(4);
});

test('twenty that add one at the same time, each tried again on a conflict, add twenty', async () => {
  const addOne = async (): Promise<void> => {
    const transaction = await db.startTransaction();
    const document = transaction.collection('accounts').doc('a');
    try {
      const { data } = await document.get();
      await document.update({ data: { n: Number(data?.['n']) + 1 } });
      await transaction.commit();
    } catch (fault) {
      expect((fault as Error).message).toContain('TransactionConflict');
      return addOne();
    }
  };
  await Promise.all(Array.from({ length: 20 }, addOne));
  expect(await n('a')).toBe(21);
});

test('a transaction that is left alone is aborted at the end of its life, and its documents are free', async () => {
  const store = new Store(':memory:', { accounts: { indexes: [] } }, () => undefined);
  store.insert('accounts', [{ _id: 'a', n: 1 }]);
  const transactions = new Transactions(store, 20);
  const id = transactions.begin();
  transactions.write(id, 'accounts', 'a', { _id: 'a', n: 2 });
  await transactions.whenFree(
    'accounts',
    () => ['a'],
    () => undefined,
  );
  expect(() => transactions.commit(id)).toThrow('TransactionNotExist');
  expect(store.find('accounts', {})).toEqual([{ _id: 'a', n: 1 }]);
  store.close();
});
