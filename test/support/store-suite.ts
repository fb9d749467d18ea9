import { randomUUID } from 'node:crypto';
import type { Account, Card, PhoneLogin, Session, SmsCode } from '../../cloudfunctions/core/domain/documents';
import type { Database, Stored } from '../../cloudfunctions/core/ports';

/** A database under test, which may hold documents already, and how it is put away. */
export interface SuiteDatabase {
  readonly database: Database;
  close?(): Promise<void>;
}

const at = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00.000+08:00`);

const account: Account = {
  name: '𬱖·"$set".阿',
  idNumber: '61052618450312101X',
  phone: '13800000002',
  verified: { by: 'card', at: at('2026-08-01 09:12') },
  sessionsSince: at('2026-08-01 09:12'),
  createdAt: new Date('2026-08-01T01:12:00.123Z'),
};
const unlocked: PhoneLogin = { lockout: { round: 0, tries: 0 } };
const locked: PhoneLogin = {
  accountId: 'a1',
  password: 'scrypt$1',
  lockout: { round: 1, tries: 3, opensAt: at('2026-08-02 09:12') },
};
const session: Session = { accountId: 'a1', startedAt: at('2026-08-01 09:12'), usedAt: at('2026-08-01 10:12') };
const smsCode: SmsCode = { purpose: 'reset', codeHash: 'h', wrongTries: 0, expiresAt: at('2026-08-01 09:17') };

const present = <D>(stored: Stored<D> | undefined): Stored<D> => {
  if (!stored) throw new Error('The document is not there.');
  return stored;
};
const atOnce = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

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

function transactions(database: Get<Database>, id: Get<string>): void {
  test('a transaction writes everything, in several collections, and answers what its work returns', async () => {
    const card: Card = { accountId: id(), lockout: { round: 0, tries: 0 } };
    await database().phones.put(id(), unlocked);
    const answer = await database().transact(async ({ accounts, cards, phones, sessions }) => {
      await accounts.put(id(), account);
      await cards.create(id(), card);
      await sessions.put(id(), session);
      await phones.remove(id());
      return 'done';
    });
    expect(answer).toBe('done');
    expect((await database().accounts.get(id()))?.value).toStrictEqual(account);
    expect((await database().cards.get(id()))?.value).toStrictEqual(card);
    expect((await database().sessions.get(id()))?.value).toStrictEqual(session);
    expect(await database().phones.get(id())).toBeUndefined();
  });

  test('a transaction whose work throws writes nothing, and the fault comes through', async () => {
    await database().phones.put(id(), unlocked);
    const fault = new Error('given up');
    const work = database().transact(async ({ phones, sessions }) => {
      await sessions.put(id(), session);
      await phones.put(id(), locked);
      throw fault;
    });
    await expect(work).rejects.toBe(fault);
    expect(await database().sessions.get(id())).toBeUndefined();
    expect((await database().phones.get(id()))?.value).toStrictEqual(unlocked);
  });

  test('work that only reads changes nothing', async () => {
    const created = present(await database().phones.create(id(), unlocked));
    expect(await database().transact(({ phones }) => phones.get(id()))).toStrictEqual(created);
    expect(await database().phones.get(id())).toStrictEqual(created);
  });

  test('inside, create, replace and remove answer as outside', async () => {
    await database().phones.create(id(), unlocked);
    const other = `${id()}-other`;
    await database().transact(async ({ phones }) => {
      expect(await phones.create(id(), locked)).toBeUndefined();
      expect(await phones.remove(other)).toBe(false);
      expect(await phones.get(other)).toBeUndefined();
      const created = present(await phones.create(other, unlocked));
      const seen = present(await phones.get(id()));
      expect(present(await phones.replace(seen, locked)).value).toStrictEqual(locked);
      expect(await phones.replace(seen, unlocked)).toBeUndefined();
      expect(await phones.replace(created, locked)).toBeDefined();
    });
    expect((await database().phones.get(id()))?.value).toStrictEqual(locked);
    expect((await database().phones.get(other))?.value).toStrictEqual(locked);
  });

  test('inside, what was written is read', async () => {
    await database().transact(async ({ phones }) => {
      await phones.put(id(), locked);
      expect((await phones.get(id()))?.value).toStrictEqual(locked);
      expect(await phones.remove(id())).toBe(true);
      expect(await phones.get(id())).toBeUndefined();
      expect(await phones.remove(id())).toBe(false);
    });
    expect(await database().phones.get(id())).toBeUndefined();
  });

  test('outside, nothing is seen before the commit', async () => {
    const seen: unknown[] = [];
    await database().transact(async ({ sessions }) => {
      await sessions.put(id(), session);
      seen.push(await database().sessions.get(id()));
    });
    expect(seen[0]).toBeUndefined();
    expect(await database().sessions.get(id())).toBeDefined();
  });

  test('of six transactions at once that count, none is lost', async () => {
    await database().smsCodes.put(id(), smsCode);
    await atOnce(6, () =>
      database().transact(async ({ smsCodes }) => {
        const { value } = present(await smsCodes.get(id()));
        await smsCodes.put(id(), { ...value, wrongTries: value.wrongTries + 1 });
      }),
    );
    expect(present(await database().smsCodes.get(id())).value.wrongTries).toBe(6);
  });

  test('of six transactions at once that create what is not there, one does, and the others see it', async () => {
    const created = await atOnce(6, (index) =>
      database().transact(async ({ sessions }) => {
        const seen = await sessions.get(id());
        if (seen) return seen.value.accountId;
        await sessions.put(id(), { ...session, accountId: `a${index}` });
        return `a${index}`;
      }),
    );
    const { accountId } = present(await database().sessions.get(id())).value;
    expect(new Set(created)).toStrictEqual(new Set([accountId]));
  });

  test('a replace that comes between reading and writing is not overwritten', async () => {
    await database().smsCodes.put(id(), smsCode);
    let came = 0;
    await database().transact(async ({ smsCodes }) => {
      const { value } = present(await smsCodes.get(id()));
      if (came++ === 0) {
        const seen = present(await database().smsCodes.get(id()));
        await database().smsCodes.replace(seen, { ...smsCode, wrongTries: 10 });
      }
      await smsCodes.put(id(), { ...value, wrongTries: value.wrongTries + 1 });
    });
    expect(present(await database().smsCodes.get(id())).value.wrongTries).toBe(11);
    expect(came).toBe(2);
  });
}
