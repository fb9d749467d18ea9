import type { Envelope } from '../../miniprogram/shared/result';
import type { RunningAccount } from './running-account';
import { must, startAccount } from './running-account';

/** A whole cloud runs beside the tests; nothing here is judged by the clock. */
jest.setTimeout(60_000);

const wang = { name: '王桂英', idNumber: '610526184001010029' };
const li = { name: '李德福', idNumber: '61052618450312101X' };
const password = 'Pucheng2026';

let account: RunningAccount;
let people = 0;

beforeAll(async () => {
  account = await startAccount();
  await account.seedCards([
    { ...wang, password: '123456', activated: true },
    { ...li, password: '654321', activated: true },
  ]);
});
afterAll(async () => {
  await account.close();
  // No fault was met on all these ways.
  expect(account.cloud.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
beforeEach(() => account.setClock('2026-08-01 09:12'));

/** Somebody whom no other test knows. */
const somebody = () => {
  const number = String(++people).padStart(4, '0');
  return { openid: `o-${number}`, phone: `1380000${number}` };
};

async function registered(): Promise<{ openid: string; phone: string }> {
  const { openid, phone } = somebody();
  const smsCode = await account.receiveCode(openid, phone, 'register');
  must(await account.call(openid, 'register', { ...wang, phone, smsCode, password, passwordAgain: password }));
  return { openid, phone };
}

const codeOf = ({ answer }: { answer: Envelope<unknown> }) => (answer.ok ? 'ok' : answer.code);
const atOnce = async (count: number, work: (index: number) => Promise<{ answer: Envelope<unknown> }>) =>
  (await Promise.all(Array.from({ length: count }, (_, index) => work(index)))).map(codeOf).sort();
const times = (count: number, code: string) => Array.from({ length: count }, () => code);

describe('A10: right passwords at once', () => {
  it.each([4, 8])('%d of them all sign in by phone', async (count) => {
    const { phone } = await registered();
    const codes = await atOnce(count, (index) => account.call(`o-once-${index}`, 'signIn', { phone, password }));
    expect(codes).toEqual(times(count, 'ok'));
    expect(codeOf(await account.call('o-after', 'signIn', { phone, password: 'wrong00001' }))).toBe('BAD_CREDENTIALS');
  });

  it('four of them all sign in by social-security card', async () => {
    const card = { idNumber: li.idNumber, cardPassword: '654321' };
    expect(await atOnce(4, (index) => account.call(`o-card-${index}`, 'signInWithCard', card))).toEqual(times(4, 'ok'));
  });

  it('four old ones for a new password: one changes it, and nobody is locked out', async () => {
    const { openid, phone } = await registered();
    const codes = await atOnce(4, (index) => {
      const fresh = `Weinan202${index}`;
      return account.call(openid, 'changePassword', { oldPassword: password, password: fresh, passwordAgain: fresh });
    });
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes).not.toContain('ACCOUNT_LOCKED');
    expect(codeOf(await account.call('o-after', 'signIn', { phone, password }))).toBe('BAD_CREDENTIALS');
  });

  it('are not let in beside three wrong ones that came before', async () => {
    const { phone } = await registered();
    for (const wrong of ['wrong00001', 'wrong00002', 'wrong00003'])
      await account.call('o-wrong', 'signIn', { phone, password: wrong });
    const codes = await atOnce(4, (index) => account.call(`o-late-${index}`, 'signIn', { phone, password }));
    expect(codes).toEqual(times(4, 'ACCOUNT_LOCKED'));
  });
});

describe('A10: functions that died while they compared', () => {
  const begun = (phone: string, second: string) => {
    const at = new Date(`2026-08-01T09:11:${second}.000+08:00`);
    const value = { lockout: { round: 0, tries: 0, underWay: [at, at, at] } };
    return account.seed([{ collection: 'phones', documents: [{ idOf: { purpose: 'phone', value: phone }, value }] }]);
  };

  it('are waited for while their minute lasts, and nobody is told of a lock', async () => {
    const { phone } = somebody();
    await begun(phone, '30');
    expect(codeOf(await account.call('o-waits', 'signIn', { phone, password }))).toBe('BUSY');
  });

  it('give their tries back after a minute', async () => {
    const { phone } = somebody();
    await begun(phone, '00');
    const tryOnce = () => account.call('o-back', 'signIn', { phone, password });
    expect((await tryOnce()).answer).toMatchObject({ code: 'BAD_CREDENTIALS', detail: { triesLeft: 2 } });
    expect((await tryOnce()).answer).toMatchObject({ code: 'BAD_CREDENTIALS', detail: { triesLeft: 1 } });
    expect((await tryOnce()).answer).toMatchObject({
      code: 'ACCOUNT_LOCKED',
      detail: { opensAt: expect.stringMatching(/^2026-08-02T01:12/) as unknown },
    });
  });
});

describe('A14: sessions and clocks', () => {
  it('a sign-in just after a reset lasts, though the clock of its server is a minute behind', async () => {
    const { openid, phone } = await registered();
    await account.setClock('2026-08-01 09:20');
    const smsCode = await account.receiveCode('o-owner', phone, 'reset');
    const fresh = { password: 'Weinan2026', passwordAgain: 'Weinan2026' };
    must(await account.call('o-owner', 'resetPassword', { phone, smsCode, ...fresh }));
    await account.setClock('2026-08-01 09:19');
    must(await account.call('o-daughter', 'signIn', { phone, password: 'Weinan2026' }));
    expect(must(await account.call('o-daughter', 'me', {}))).toMatchObject({ signedIn: true });
    expect(must(await account.call('o-owner', 'me', {}))).toMatchObject({ signedIn: true });
    expect(must(await account.call(openid, 'me', {}))).toEqual({ signedIn: false });
  });
});

describe('A2: a captcha', () => {
  it('of 09:12 answered at 09:18 is too old, and answered wrong at once is wrong', async () => {
    const { openid, phone } = somebody();
    const ask = async () => {
      const { captchaId } = must(await account.call(openid, 'captcha', {}));
      const response = await fetch(`${account.cloud.url}/captchas/${captchaId}`);
      return { captchaId, ...((await response.json()) as { answer: string }) };
    };
    const send = (captcha: { captchaId: string; answer: string }) =>
      account.call(openid, 'sendSms', { phone, purpose: 'register', ...captcha });
    const old = await ask();
    await account.setClock('2026-08-01 09:18');
    expect(codeOf(await send(old))).toBe('CAPTCHA_EXPIRED');
    expect(codeOf(await send({ ...(await ask()), answer: '99' }))).toBe('CAPTCHA_WRONG');
    expect(codeOf(await send(await ask()))).toBe('ok');
  });
});

describe('each limit has its own code', () => {
  it('the 21st invitation of a day, and the 21st contact that is typed', async () => {
    must(await account.call('o-limits', 'signInWithCard', { idNumber: wang.idNumber, cardPassword: '123456' }));
    const invite = () => account.call('o-limits', 'invite', { kind: 'help-me', relation: 'friend' });
    for (let made = 0; made < 20; made++) must(await invite());
    expect(codeOf(await invite())).toBe('TOO_MANY_INVITATIONS');
    const add = () => account.call('o-limits', 'addContact', { ...li, relation: 'father' });
    for (let added = 0; added < 20; added++) {
      const { contact } = must(await add());
      must(await account.call('o-limits', 'removeContact', { contactId: contact.id }));
    }
    expect(codeOf(await add())).toBe('TOO_MANY_NEW_CONTACTS');
  });
});
