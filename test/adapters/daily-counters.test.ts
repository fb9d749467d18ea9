import { createDailyCounters } from '../../cloudfunctions/adapters/cloud-database/daily-counters';
import type { Fate } from '../support/half-done-database';
import { HalfDoneDatabase } from '../support/half-done-database';

const day = '2026-08-01';
const most = { account: 3, wechatUser: 5 };

let database: HalfDoneDatabase;
beforeEach(() => {
  database = new HalfDoneDatabase();
});
const count = (account = 'account', user = 'user') => createDailyCounters(database.asSdk())(account, user, day, most);
const counted = () => [database.countOf('account', day), database.countOf('user', day)];
const bothThere = () => {
  database.place('account', {});
  database.place('user', {});
};

describe('C4: a try that is counted on two documents', () => {
  test('takes one call where both are there', async () => {
    bothThere();
    expect(await count()).toBe(true);
    expect(database.calls).toEqual(['update']);
    expect(counted()).toEqual([1, 1]);
  });

  test('takes three on a new phone, and adds one document in one call', async () => {
    database.place('account', { [day]: [1] });
    expect(await count()).toBe(true);
    expect(database.calls).toEqual(['update', 'get', 'add']);
    expect(counted()).toEqual([2, 1]);
  });

  test('counts once where the phone’s counter comes into being at the same moment', async () => {
    database.before('add', () => count('another', 'user'));
    expect(await count()).toBe(true);
    expect([...counted(), database.countOf('another', day)]).toEqual([1, 2, 1]);
  });

  test('counts once where both come into being at the same moment', async () => {
    database.before('add', () => count());
    expect(await count()).toBe(true);
    expect(counted()).toEqual([2, 2]);
  });

  test('counts once where they come into being between two calls', async () => {
    database.before('get', () => count());
    expect(await count()).toBe(true);
    expect(counted()).toEqual([2, 2]);
  });

  test('counts on neither where the phone has had its share, though others count on the account meanwhile', async () => {
    database.place('account', {});
    database.place('user', { [day]: [1, 2, 3, 4, 5] });
    database.before('get', () => count('account', 'other'));
    expect(await count()).toBe(false);
    expect(counted()).toEqual([1, 5]);
  });

  test('of six on an account that has three left, three pass, and three are counted', async () => {
    bothThere();
    const answers = [];
    for (let tried = 0; tried < 6; tried++) answers.push(await count());
    expect(answers).toEqual([true, true, true, false, false, false]);
    expect(counted()).toEqual([3, 3]);
  });
});

describe('C4: a try whose calls break off half way', () => {
  test.each<Fate>(['fails', 'half', 'answer lost'])('is counted on neither: the update of both (%s)', async (fate) => {
    bothThere();
    database.next('update', fate);
    await expect(count()).rejects.toThrow('The database request');
    expect(counted()).toEqual([0, 0]);
    expect(await count()).toBe(true);
    expect(counted()).toEqual([1, 1]);
  });

  test.each([
    ['the first', 'fails', 1],
    ['the first', 'answer lost', 1],
    ['the second', 'fails', 2],
    ['the second', 'answer lost', 2],
  ] as const)('is counted on neither: %s new document (%s)', async (_which, fate, place) => {
    if (place === 2) database.place('account', {});
    database.next('add', fate);
    await expect(count()).rejects.toThrow('The database request');
    expect(counted()).toEqual([0, 0]);
    expect(await count()).toBe(true);
    expect(counted()).toEqual([1, 1]);
  });

  test('leaves what others have counted meanwhile', async () => {
    bothThere();
    await count();
    database.next('update', 'answer lost');
    await expect(count()).rejects.toThrow('timed out');
    expect(counted()).toEqual([1, 1]);
  });
});
