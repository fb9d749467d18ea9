import type { Card } from '../../cloudfunctions/core/domain/documents/account';
import type { Database } from '../../cloudfunctions/core/ports/database';
import { account, atOnce, locked, present, session, smsCode, unlocked } from './stored-samples';

type Get<T> = () => T;

/** The part of the store suite that is about transactions. */
export function transactions(database: Get<Database>, id: Get<string>): void {
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

  test('inside, create, replace, merge and remove answer as outside', async () => {
    await database().phones.create(id(), unlocked);
    const other = `${id()}-other`;
    await database().transact(async ({ phones }) => {
      expect(await phones.merge(other, { password: 'scrypt$2' })).toBe(false);
      expect(await phones.remove(other)).toBe(false);
      expect(await phones.get(other)).toBeUndefined();
      const created = present(await phones.create(other, unlocked));
      const seen = present(await phones.get(id()));
      expect(present(await phones.replace(seen, locked)).value).toStrictEqual(locked);
      expect(await phones.replace(seen, unlocked)).toBeUndefined();
      expect(await phones.replace(created, locked)).toBeDefined();
      expect(await phones.merge(other, { password: 'scrypt$2' })).toBe(true);
    });
    expect((await database().phones.get(id()))?.value).toStrictEqual(locked);
    expect((await database().phones.get(other))?.value).toStrictEqual({ ...locked, password: 'scrypt$2' });
  });

  test('inside, replace writes nothing over what was merged after it had been read', async () => {
    await database().phones.create(id(), unlocked);
    await database().transact(async ({ phones }) => {
      const seen = present(await phones.get(id()));
      await phones.merge(id(), { password: 'scrypt$2' });
      expect(await phones.replace(seen, locked)).toBeUndefined();
    });
    expect((await database().phones.get(id()))?.value).toStrictEqual({ ...unlocked, password: 'scrypt$2' });
  });

  test('a transaction that creates what exists keeps nothing, and answers what its work returns', async () => {
    await database().phones.create(id(), unlocked);
    const answer = await database().transact(async ({ phones, sessions }) => {
      await sessions.put(id(), session);
      return (await phones.create(id(), locked)) ? 'created' : 'somebody was faster';
    });
    expect(answer).toBe('somebody was faster');
    expect(await database().sessions.get(id())).toBeUndefined();
    expect((await database().phones.get(id()))?.value).toStrictEqual(unlocked);
  });

  test('nothing may be written in a transaction that has created what exists', async () => {
    await database().phones.create(id(), unlocked);
    const work = database().transact(async ({ phones, sessions }) => {
      await phones.create(id(), locked);
      await sessions.put(id(), session);
    });
    await expect(work).rejects.toThrow('The transaction is over');
    expect(await database().sessions.get(id())).toBeUndefined();
  });

  test('of six transactions at once that create without looking, one does, and what the others wrote is not kept', async () => {
    const won = await atOnce(6, (index) =>
      database().transact(async ({ phones, sessions }) => {
        await phones.put(`${id()}-${index}`, unlocked);
        return (await sessions.create(id(), { ...session, accountId: `a${index}` })) !== undefined;
      }),
    );
    const kept = await atOnce(6, async (index) => (await database().phones.get(`${id()}-${index}`)) !== undefined);
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(kept).toStrictEqual(won);
    expect(present(await database().sessions.get(id())).value.accountId).toBe(`a${won.indexOf(true)}`);
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
