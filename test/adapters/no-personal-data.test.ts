import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, formsOf, secretsIn } from '../support/search-secrets';
import type { RunningAccount } from './running-account';
import { must, startAccount } from './running-account';

/** A whole cloud runs beside the tests; nothing here is judged by the clock. */
jest.setTimeout(60_000);

const wang = { name: '王桂英', idNumber: '610526184001010029', phone: '13800000001', password: 'Pucheng2026' };
const li = { name: '李德福', idNumber: '61052618450312101X', phone: '13800000002', cardPassword: '654321' };
const secrets = [
  ...Object.values(wang),
  li.name,
  li.idNumber,
  li.phone,
  'wrong20261',
  'openid-of-wang',
  'openid-of-li',
];

/** Which secrets stand in these bytes. */
const found = (bytes: Buffer) => secretsIn(secrets, bytes);

/** All that two people can do, well and badly. */
async function walk(account: RunningAccount): Promise<void> {
  const { phone, name, idNumber, password } = wang;
  await account.setClock('2026-08-01 09:12');
  const smsCode = await account.receiveCode('openid-of-wang', phone, 'register');
  const form = { phone, smsCode, name, idNumber, password, passwordAgain: password };
  await account.call('openid-of-wang', 'register', { ...form, passwordAgain: 'wrong20261' });
  must(await account.call('openid-of-wang', 'register', form));
  await account.call('openid-of-wang', 'register', form);
  for (let time = 0; time < 4; time++) await account.call('openid-of-li', 'signIn', { phone, password: 'wrong20261' });
  await account.call('openid-of-li', 'signIn', { phone: li.phone, password });

  await account.call('openid-of-li', 'signInWithCard', { idNumber, cardPassword: li.cardPassword });
  must(await account.call('openid-of-li', 'signInWithCard', { idNumber: li.idNumber, cardPassword: li.cardPassword }));
  const bindCode = await account.receiveCode('openid-of-li', li.phone, 'bindCard');
  must(await account.call('openid-of-li', 'bindPhone', { phone: li.phone, smsCode: bindCode }));
  must(await account.call('openid-of-li', 'addContact', { name, idNumber, relation: 'spouse' }));
  await account.call('openid-of-li', 'addContact', { name, idNumber, relation: 'friend' });
  const { code } = must(await account.call('openid-of-li', 'invite', { kind: 'help-me', relation: 'spouse' }));
  must(await account.call('openid-of-wang', 'readInvitation', { code }));
  await account.callRaw('openid-of-wang', { action: name, input: form });
  await account.callRaw('openid-of-wang', { action: 'signIn', input: { [phone]: idNumber } });
}

describe('the search itself', () => {
  it.each(secrets)('finds %s in every form', (secret) => {
    for (const form of formsOf(secret))
      expect(found(Buffer.concat([Buffer.from('before '), form, Buffer.from(' after')]))).toContain(secret);
  });
});

describe('after people have used the account function (rule H2)', () => {
  let account: RunningAccount;
  beforeAll(async () => {
    account = await startAccount();
    await account.seedCards([{ name: li.name, idNumber: li.idNumber, password: li.cardPassword, activated: true }]);
    await walk(account);
  });
  afterAll(() => account.close());

  it('no name, phone, ID number, openid or password stands in any file, the write-ahead log among them', () => {
    const files = filesIn(account.dataDir);
    expect(files.map((file) => path.basename(file))).toEqual(
      expect.arrayContaining(['database.sqlite', 'database.sqlite-wal']),
    );
    expect(files.flatMap((file) => found(readFileSync(file)).map((secret) => ({ file, secret })))).toEqual([]);
    // The people are there, sealed: the search has looked at the right place.
    const sealed = files.filter((file) => readFileSync(file).includes('s1.k1.'));
    expect(sealed.length).toBeGreaterThan(0);
  });

  it('none stands in the name of a file', () => {
    const names = filesIn(account.dataDir).join('\n');
    expect(found(Buffer.from(names))).toEqual([]);
  });

  it('none stands in the log', () => {
    const { lines } = account.cloud;
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => found(Buffer.from(line)).length > 0)).toEqual([]);
  });
});
