import type { RunningAccount } from './running-account';
import { must, startAccount } from './running-account';

/** A whole cloud runs beside the tests; nothing here is judged by the clock. */
jest.setTimeout(60_000);

const daughter = { name: '李德福', idNumber: '61052618450312101X', openid: 'o-daughter' };
const son = { name: '赵秀兰', idNumber: '610526184101010229', openid: 'o-son' };
const mother = { name: '王桂英', idNumber: '610526184001010029', openid: 'o-mother' };
const all = [daughter, son, mother];

let account: RunningAccount;
beforeAll(async () => {
  account = await startAccount();
  await account.seedCards(all.map(({ name, idNumber }) => ({ name, idNumber, password: '123456', activated: true })));
  await account.setClock('2026-08-01 09:12');
  for (const { openid, idNumber } of all)
    must(await account.call(openid, 'signInWithCard', { idNumber, cardPassword: '123456' }));
});
afterAll(() => account.close());

const contactsOf = async (openid: string) => must(await account.call(openid, 'listContacts', {})).contacts;
const removeAll = async (openid: string) => {
  for (const { id } of await contactsOf(openid)) must(await account.call(openid, 'removeContact', { contactId: id }));
};
const invite = async () => must(await account.call(mother.openid, 'invite', { kind: 'help-me', relation: 'friend' }));
const accept = (openid: string, code: string) => account.call(openid, 'acceptInvitation', { code, relation: 'mother' });

describe('relatives on the cloud database', () => {
  afterEach(() => Promise.all(all.map(({ openid }) => removeAll(openid))));

  it('are saved, shown masked and removed, in a few calls each (rule D9)', async () => {
    const { name, idNumber } = mother;
    const added = await account.call(daughter.openid, 'addContact', { name, idNumber, relation: 'mother' });
    expect(added.databaseCalls).toBe(6);
    const listed = await account.call(daughter.openid, 'listContacts', {});
    expect(must(listed).contacts).toEqual([must(added).contact]);
    expect(must(added).contact).toMatchObject({ name, idNumber: '610526**********29', consented: false });
    expect(listed.databaseCalls).toBe(3);
    const removed = await account.call(daughter.openid, 'removeContact', { contactId: must(added).contact.id });
    expect(removed.databaseCalls).toBe(4);
    expect(await contactsOf(daughter.openid)).toEqual([]);
  });

  it('two added at once are both saved', async () => {
    const people = [mother, son];
    const added = await Promise.all(
      people.map(({ name, idNumber }) =>
        account.call(daughter.openid, 'addContact', { name, idNumber, relation: 'other-relative' }),
      ),
    );
    added.forEach(must);
    expect((await contactsOf(daughter.openid)).map(({ name }) => name).sort()).toEqual(['王桂英', '赵秀兰'].sort());
  });

  it('an invitation is accepted by exactly one of two at once (rule D10)', async () => {
    const { code } = await invite();
    const answers = await Promise.all([accept(daughter.openid, code), accept(son.openid, code)]);
    expect(answers.map(({ answer }) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual([
      'INVITATION_NOT_FOUND',
      'ok',
    ]);
    const lists = await Promise.all([contactsOf(daughter.openid), contactsOf(son.openid)]);
    expect(lists.flat()).toMatchObject([{ name: '王桂英', relation: 'mother', consented: true }]);
  });

  it('an accepted one answers its acceptor again, and nobody else', async () => {
    const { code } = await invite();
    const first = await accept(daughter.openid, code);
    expect(first.databaseCalls).toBe(9);
    expect(must(await accept(daughter.openid, code))).toEqual(must(first));
    expect((await account.call(son.openid, 'readInvitation', { code })).answer).toMatchObject({
      code: 'INVITATION_NOT_FOUND',
    });
  });
});
