import { randomUUID } from 'node:crypto';
import type { Database } from '../../cloudfunctions/core/ports/database';
import { account, atOnce, locked, present, session, smsCode, unlocked } from './stored-samples';
import { transactions } from './transaction-suite';

/** A database under test, which may hold documents already, and how it is put away. */
export interface SuiteDatabase {
  readonly database: Database;
  close?(): Promise<void>;
}

/**
 * What every database behind the port must do, in memory and in the cloud. Ids are new ones in every test, so that the
 * suite may run on a database that is in use.
 */
export function storeSuite(name: string, makeDatabase: () => Promise<SuiteDatabase>): void {
  describe(`the database port, ${name}`, () => {
    let made: SuiteDatabase;
    let database: Database;
    let id: string;
    beforeAll(async () => {
      made = await makeDatabase();
      ({ database } = made);
    });
    afterAll(() => made.close?.());
    beforeEach(() => {
      id = randomUUID();
    });

    documents(
      () => database,
      () => id,
    );
    races(
      () => database,
      () => id,
    );
    transactions(
      () => database,
      () => id,
    );
  });
}

type Get<T> = () => T;

function documents(database: Get<Database>, id: Get<string>): void {
  test('what was never written is not there', async () => {
    expect(await database().accounts.get(id())).toBeUndefined();
    expect(await database().accounts.remove(id())).toBe(false);
  });

  test('a document comes back as it was written: dates as dates, rare characters, nothing added', async () => {
    await database().accounts.create(id(), account);
    const stored = present(await database().accounts.get(id()));
    expect(stored.id).toBe(id());
    expect(stored.value).toStrictEqual(account);
  });

  test('an id is created once', async () => {
    expect(await database().phones.create(id(), locked)).toBeDefined();
    expect(await database().phones.create(id(), unlocked)).toBeUndefined();
    expect(present(await database().phones.get(id())).value).toStrictEqual(locked);
  });

  test('the same id in another collection is another document', async () => {
    await database().sessions.put(id(), session);
    expect(await database().accounts.get(id())).toBeUndefined();
  });

  test('put writes where there is nothing, and over whatever is there, leaving nothing of it', async () => {
    await database().phones.put(id(), locked);
    expect(present(await database().phones.get(id())).value).toStrictEqual(locked);
    await database().phones.put(id(), unlocked);
    expect(present(await database().phones.get(id())).value).toStrictEqual(unlocked);
  });

  test('replace leaves nothing of the old value, at the top or deeper', async () => {
    await database().phones.create(id(), locked);
    const seen = present(await database().phones.get(id()));
    expect(await database().phones.replace(seen, unlocked)).toBeDefined();
    expect(present(await database().phones.get(id())).value).toStrictEqual(unlocked);
  });

  test('replace adds fields that were not there', async () => {
    const created = present(await database().phones.create(id(), unlocked));
    expect(await database().phones.replace(created, locked)).toBeDefined();
    expect(present(await database().phones.get(id())).value).toStrictEqual(locked);
  });

  test('what create and replace answer may be replaced without another look', async () => {
    const created = present(await database().smsCodes.create(id(), smsCode));
    const once = present(await database().smsCodes.replace(created, { ...smsCode, wrongTries: 1 }));
    const twice = present(await database().smsCodes.replace(once, { ...smsCode, wrongTries: 2 }));
    expect(await database().smsCodes.get(id())).toStrictEqual(twice);
  });

  test('merge writes the fields it is given, each as a whole, and leaves the others', async () => {
    await database().phones.create(id(), locked);
    expect(await database().phones.merge(id(), { lockout: { round: 2, tries: 0 } })).toBe(true);
    expect(present(await database().phones.get(id())).value).toStrictEqual({
      ...locked,
      lockout: { round: 2, tries: 0 },
    });
  });

  test('merge adds fields that were not there, sealed ones too', async () => {
    await database().accounts.create(id(), account);
    const contacts = [{ id: 'c1', name: '王桂英', idNumber: '610526184001010029', relation: 'mother' } as const];
    expect(await database().accounts.merge(id(), { contacts, name: '李德福' })).toBe(true);
    expect(present(await database().accounts.get(id())).value).toStrictEqual({ ...account, contacts, name: '李德福' });
  });

  test('merge writes nothing where there is no document', async () => {
    expect(await database().phones.merge(id(), { password: 'scrypt$2' })).toBe(false);
    expect(await database().phones.get(id())).toBeUndefined();
  });

  test('what was removed is gone, and may be created again', async () => {
    await database().sessions.put(id(), session);
    expect(await database().sessions.remove(id())).toBe(true);
    expect(await database().sessions.get(id())).toBeUndefined();
    expect(await database().sessions.create(id(), session)).toBeDefined();
  });
}

function races(database: Get<Database>, id: Get<string>): void {
  test('replace writes nothing where somebody was faster', async () => {
    const seen = present(await database().phones.create(id(), unlocked));
    await database().phones.replace(seen, locked);
    expect(await database().phones.replace(seen, { lockout: { round: 0, tries: 1 } })).toBeUndefined();
    expect(present(await database().phones.get(id())).value).toStrictEqual(locked);
  });

  test('replace brings nothing back that was removed', async () => {
    const seen = present(await database().phones.create(id(), unlocked));
    await database().phones.remove(id());
    expect(await database().phones.replace(seen, locked)).toBeUndefined();
    expect(await database().phones.get(id())).toBeUndefined();
  });

  test('replace knows a document that was put anew with the same value as another one', async () => {
    const seen = present(await database().smsCodes.create(id(), smsCode));
    await database().smsCodes.put(id(), smsCode);
    expect(await database().smsCodes.replace(seen, { ...smsCode, wrongTries: 1 })).toBeUndefined();
  });

  test('replace knows a document that was removed and created again as another one', async () => {
    const seen = present(await database().smsCodes.create(id(), smsCode));
    await database().smsCodes.remove(id());
    await database().smsCodes.create(id(), smsCode);
    expect(await database().smsCodes.replace(seen, { ...smsCode, wrongTries: 1 })).toBeUndefined();
  });

  test('replace knows a document that was merged into as another one', async () => {
    const seen = present(await database().phones.create(id(), unlocked));
    await database().phones.merge(id(), { accountId: 'a1' });
    expect(await database().phones.replace(seen, locked)).toBeUndefined();
    expect(present(await database().phones.get(id())).value).toStrictEqual({ ...unlocked, accountId: 'a1' });
  });

  test('of two who merge different fields at once, neither loses', async () => {
    await database().phones.create(id(), unlocked);
    const merged = await Promise.all([
      database().phones.merge(id(), { accountId: 'a1' }),
      database().phones.merge(id(), { password: 'scrypt$1' }),
    ]);
    expect(merged).toStrictEqual([true, true]);
    expect(present(await database().phones.get(id())).value).toStrictEqual({
      ...unlocked,
      accountId: 'a1',
      password: 'scrypt$1',
    });
  });

  test('of ten who create at once, one does', async () => {
    const created = await atOnce(10, (index) =>
      database().sessions.create(id(), { ...session, accountId: `a${index}` }),
    );
    expect(created.filter(Boolean)).toHaveLength(1);
    expect(await database().sessions.get(id())).toStrictEqual(created.find(Boolean));
  });

  test('of ten who replace what they all have read, one does', async () => {
    const seen = present(await database().smsCodes.create(id(), smsCode));
    const replaced = await atOnce(10, (index) => database().smsCodes.replace(seen, { ...smsCode, wrongTries: index }));
    expect(replaced.filter(Boolean)).toHaveLength(1);
    expect(await database().smsCodes.get(id())).toStrictEqual(replaced.find(Boolean));
  });

  test('of ten who remove at once, one does', async () => {
    await database().sessions.put(id(), session);
    const removed = await atOnce(10, () => database().sessions.remove(id()));
    expect(removed.filter(Boolean)).toHaveLength(1);
  });
}
