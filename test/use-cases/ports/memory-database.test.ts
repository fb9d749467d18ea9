import { DatabaseBusy } from '../../../cloudfunctions/core/ports/database';
import { MemoryDatabase } from '../../support/memory/memory-database';
import { storeSuite } from '../../support/store-suite';

storeSuite('in memory', async () => ({ database: new MemoryDatabase() }));

describe('the database in memory', () => {
  test('counts calls, a transaction with its beginning and end', async () => {
    const database = new MemoryDatabase();
    await database.sessions.get('a');
    await database.transact(async ({ sessions }) => sessions.remove('a'));
    expect(database.calls).toEqual(['sessions.get', 'begin', 'sessions.remove', 'commit']);
  });

  test('gives up where conflicts do not end', async () => {
    const database = new MemoryDatabase();
    const work = database.transact(async ({ phones }) => {
      await phones.get('a');
      await database.phones.put('a', { lockout: { round: 0, tries: 0 } });
      await phones.put('a', { lockout: { round: 0, tries: 1 } });
    });
    await expect(work).rejects.toThrow(DatabaseBusy);
  });
});
