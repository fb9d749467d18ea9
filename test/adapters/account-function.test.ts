import { errorCodes } from '../../miniprogram/shared/error-codes';
import type { Envelope } from '../../miniprogram/shared/result';
import { actionNames, badInputs, goodInputs } from './bad-inputs';
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

/** Somebody whom no other test knows. */
const somebody = () => {
  const number = String(++people).padStart(4, '0');
  return { openid: `o-${number}`, phone: `1380000${number}` };
};

async function registered({ openid, phone }: { openid: string; phone: string }): Promise<void> {
  const smsCode = await account.receiveCode(openid, phone, 'register');
  must(await account.call(openid, 'register', { ...wang, phone, smsCode, password, passwordAgain: password }));
}

const codesOf = (answers: readonly { answer: Envelope<unknown> }[]) => {
  const counts: Record<string, number> = {};
  for (const { answer } of answers) {
    const code = answer.ok ? 'ok' : answer.code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

const atOnce = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('the way of a person through the account function', () => {
  it('registers, is locked out by the third wrong password until 2026-08-02 09:12, resets, signs in', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:00');
    await registered({ openid, phone });
    expect(must(await account.call(openid, 'me', {}))).toEqual({
      signedIn: true,
      name: '王桂英',
      phone: `138****${phone.slice(-4)}`,
      verified: false,
      hasPassword: true,
      idNumber: '610526**********29',
      faceConsent: false,
    });

    const other = somebody().openid;
    const tryPassword = (given: string) => account.call(other, 'signIn', { phone, password: given });
    await account.setClock('2026-08-01 09:12');
    expect(await tryPassword('wrong00001')).toMatchObject({
      answer: { code: 'BAD_CREDENTIALS', detail: { triesLeft: 2 } },
    });
    expect(await tryPassword('wrong00002')).toMatchObject({
      answer: { code: 'BAD_CREDENTIALS', detail: { triesLeft: 1 } },
    });
    const untilNextMorning = {
      answer: { code: 'ACCOUNT_LOCKED', detail: { opensAt: expect.stringMatching(/^2026-08-02T01:12/) as unknown } },
    };
    expect(await tryPassword('wrong00003')).toMatchObject(untilNextMorning);
    await account.setClock('2026-08-02 09:11');
    expect(await tryPassword(password)).toMatchObject(untilNextMorning);

    const smsCode = await account.receiveCode(other, phone, 'reset');
    const fresh = { password: 'Weinan2026', passwordAgain: 'Weinan2026' };
    must(await account.call(other, 'resetPassword', { phone, smsCode, ...fresh }));
    expect(must(await account.call(other, 'me', {}))).toMatchObject({ signedIn: true });
    expect(must(await account.call(openid, 'me', {}))).toEqual({ signedIn: false });
    expect(await tryPassword(password)).toMatchObject({ answer: { code: 'BAD_CREDENTIALS' } });
    expect(must(await tryPassword('Weinan2026'))).toEqual({ signedIn: true });
  });

  it('signs in again by itself after the lock has opened at 2026-08-02 09:13', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:12');
    await registered({ openid, phone });
    for (const wrong of ['wrong00001', 'wrong00002', 'wrong00003'])
      await account.call(openid, 'signIn', { phone, password: wrong });
    await account.setClock('2026-08-02 09:14');
    expect(must(await account.call(openid, 'signIn', { phone, password }))).toEqual({ signedIn: true });
  });

  it('signs in by card, binds a phone, signs out', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:12');
    const card = { idNumber: wang.idNumber, cardPassword: '123456' };
    expect(must(await account.call(openid, 'signInWithCard', card))).toEqual({ needsPhone: true });
    expect(must(await account.call(openid, 'me', {}))).toEqual({
      signedIn: true,
      name: '王桂英',
      verified: true,
      hasPassword: false,
      idNumber: '610526**********29',
      faceConsent: false,
    });
    const smsCode = await account.receiveCode(openid, phone, 'bindCard');
    must(await account.call(openid, 'bindPhone', { phone, smsCode }));
    expect(must(await account.call(openid, 'signInWithCard', card))).toEqual({ needsPhone: false });
    must(await account.call(openid, 'signOut', {}));
    expect(must(await account.call(openid, 'me', {}))).toEqual({ signedIn: false });
  });

  it('signs in by the phone button of WeChat, once for a code, and not from abroad', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:12');
    const press = async (body: object) => {
      const response = await fetch(`${account.cloud.url}/wechat/phone-codes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return ((await response.json()) as { code: string }).code;
    };
    const code = await press({ phone });
    expect(must(await account.call(openid, 'signInWithPhoneButton', { code })).me).toMatchObject({ signedIn: true });
    for (const dead of [code, 'made-up', await press({ phone: '60123456789', countryCode: '60' })])
      expect((await account.call(openid, 'signInWithPhoneButton', { code: dead })).answer).toMatchObject({
        code: 'PHONE_BUTTON_FAILED',
      });
  });

  it('sends the text message of the purpose, with the code in it', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:12');
    const code = await account.receiveCode(openid, phone, 'register');
    const [message] = (await account.messages()).filter(({ to }) => to === phone);
    expect(message).toMatchObject({ template: 'code-register', params: { code } });
    expect(message?.text).toBe(`验证码${code}，用于注册账号，5分钟内有效。工作人员不会向您要验证码，请不要告诉别人。`);
  });

  it('is told a traditional name in its simplified form', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:12');
    const smsCode = await account.receiveCode(openid, phone, 'register');
    const form = { ...wang, phone, smsCode, password, passwordAgain: password, name: '王桂蘭' };
    expect((await account.call(openid, 'register', form)).answer).toMatchObject({
      code: 'TRADITIONAL_NAME',
      detail: { simplified: '王桂兰' },
    });
  });
});

describe('many at once', () => {
  it('compare three passwords out of 50 and lock (rule A10)', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:12');
    await registered({ openid, phone });
    const answers = await atOnce(50, (index) =>
      account.call(`o-many-${index}`, 'signIn', { phone, password: `wrong${index}0000` }),
    );
    // The third comparison is answered with the lock, as are those that were not compared.
    expect(codesOf(answers)).toEqual({ BAD_CREDENTIALS: 2, ACCOUNT_LOCKED: 48 });
    expect((await account.call(openid, 'signIn', { phone, password })).answer).toMatchObject({
      code: 'ACCOUNT_LOCKED',
    });
  });

  it('compare three card passwords out of 50 and lock (rule A13)', async () => {
    await account.setClock('2026-08-01 09:12');
    const tryCard = (openid: string, cardPassword: string) =>
      account.call(openid, 'signInWithCard', { idNumber: li.idNumber, cardPassword });
    const answers = await atOnce(50, (index) => tryCard(`o-many-${index}`, `${100000 + index}`));
    expect(codesOf(answers)).toEqual({ BAD_CREDENTIALS: 2, ACCOUNT_LOCKED: 48 });
    expect((await tryCard('o-right', '654321')).answer).toMatchObject({ code: 'ACCOUNT_LOCKED' });
    await account.setClock('2026-08-02 09:14');
    expect((await tryCard('o-right', '654321')).answer).toMatchObject({ ok: true });
  });

  it('register one phone once, though sent twice (rule A4)', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:12');
    const smsCode = await account.receiveCode(openid, phone, 'register');
    const form = { ...wang, phone, smsCode, password, passwordAgain: password };
    const answers = await atOnce(2, () => account.call(openid, 'register', form));
    expect(answers.filter(({ answer }) => answer.ok)).toHaveLength(1);
    const refused = answers.find(({ answer }) => !answer.ok)?.answer;
    expect(['PHONE_TAKEN', 'SMS_CODE_EXPIRED']).toContain(refused && !refused.ok && refused.code);
    expect(must(await account.call(openid, 'signIn', { phone, password }))).toEqual({ signedIn: true });
  });
});

describe('signIn', () => {
  it('makes at most 4 database calls, right or wrong, known or not', async () => {
    const { openid, phone } = somebody();
    await account.setClock('2026-08-01 09:12');
    await registered({ openid, phone });
    const right = await account.call(openid, 'signIn', { phone, password });
    const wrong = await account.call(openid, 'signIn', { phone, password: 'wrong00001' });
    const unknown = await account.call(openid, 'signIn', { phone: somebody().phone, password });
    expect([right, wrong, unknown].map(({ answer }) => (answer.ok ? 'ok' : answer.code))).toEqual([
      'ok',
      'BAD_CREDENTIALS',
      'BAD_CREDENTIALS',
    ]);
    for (const { databaseCalls } of [right, wrong, unknown]) {
      expect(databaseCalls).toBeGreaterThan(0);
      expect(databaseCalls).toBeLessThanOrEqual(4);
    }
    expect(unknown.databaseCalls).toBe(wrong.databaseCalls);
  });
});

/** Texts that pass for texts, and are odd for any field. */
const ODD_TEXTS = [
  '',
  ' ',
  '　',
  '0',
  '００００',
  '王',
  '😀😀😀😀😀😀😀😀1a',
  '𠮷野',
  '·',
  'null',
  '$where',
  '__proto__',
  "';--",
  '../../x',
  '%00',
  '13800000001 ',
  '+8613800000001',
  '６１０５２６１８４００１０１００２９',
  '61052618400101002x',
  'ﷺﷺﷺ',
];

describe('bad input (rule H3)', () => {
  const isCoded = (answer: Envelope<unknown>) =>
    answer.ok || (Object.hasOwn(errorCodes, answer.code) && answer.code !== 'INTERNAL');

  it.each(actionNames)('of every kind to %s gets a coded answer over the wire', async (action) => {
    const { openid } = somebody();
    for (const { what, input, field } of badInputs(action)) {
      const answer = await account.callRaw(openid, { action, input });
      expect({ what, answer }).toMatchObject({ what, answer: { ok: false, code: 'BAD_INPUT', detail: { field } } });
    }
  });

  it.each(actionNames)(
    'that only the rules can refuse gets a coded answer of %s',
    async (action) => {
      await account.setClock('2026-08-01 09:12');
      const signedIn = somebody();
      const input = goodInputs[action];
      for (const openid of [somebody().openid, signedIn.openid]) {
        if (openid === signedIn.openid) await registered(signedIn);
        for (const field of Object.keys(input))
          for (const odd of ODD_TEXTS) {
            const answer = await account.callRaw(openid, { action, input: { ...input, [field]: odd } });
            expect({ field, odd, coded: isCoded(answer), answer }).toMatchObject({ field, odd, coded: true });
          }
      }
    },
    60_000,
  );

  it('in place of a whole call gets a coded answer', async () => {
    for (const event of [{}, { action: 'me' }, { action: '__proto__', input: {} }, { action: 7 }, { input: {} }])
      expect(isCoded(await account.callRaw('o-bad', event))).toBe(true);
  });
});

afterAll(async () => {
  await account.close();
  // No fault was met on all these ways.
  expect(account.cloud.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
