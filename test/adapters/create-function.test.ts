import * as v from 'valibot';
import type { Context } from '../../cloudfunctions/core/ports/context';
import { DatabaseBusy } from '../../cloudfunctions/core/ports/database';
import { accountActions } from '../../cloudfunctions/core/functions/account/actions';
import { actionsOf } from '../../cloudfunctions/core/functions/wire/action';
import { following } from '../../cloudfunctions/core/functions/wire/contract-check';
import { createFunction } from '../../cloudfunctions/core/functions/wire/create-function';
import { requestIdOf } from '../../cloudfunctions/adapters/log/request-id';
import type { Result } from '../../miniprogram/shared/result';
import { accept, refuse } from '../../miniprogram/shared/result';
import { actionNames, badInputs, goodInputs } from './bad-inputs';

interface PingApi {
  ping: { input: { text: string }; output: { text: string; at?: string }; refuses: 'BAD_NAME' | 'SMS_TOO_SOON' };
}
type Ping = (input: { text: string }, context: Context) => Promise<Result<{ text: string }, 'BAD_NAME'>>;

const input = v.strictObject({ text: v.pipe(v.string(), v.maxLength(10)) });
const answer = v.object({ text: v.string(), at: v.exactOptional(v.string()) });
const pingActions = actionsOf<PingApi, { readonly ping: Ping }>()({ ping: { input, answer, run: ({ ping }) => ping } });

/** A function with one action, and what it logged. */
function pingFunction(ping: Ping, caller: () => string | undefined = () => 'o-1') {
  const log: Record<string, unknown>[] = [];
  const main = createFunction(
    pingActions,
    { ping },
    {
      caller,
      clock: () => new Date('2026-08-01T01:12:00.000Z'),
      requestId: requestIdOf(() => 'made-up-id'),
      log: (entry) => log.push(entry),
    },
  );
  return { main, log };
}

/** An action that answers this, whatever the contract says. */
const answering = (result: object) => () => Promise.resolve(result as Result<{ text: string }, 'BAD_NAME'>);

const call = { action: 'ping', input: { text: 'hello' } };

describe('a cloud function', () => {
  it('hands input, caller, time and request id to the action, and its outcome to the phone', async () => {
    const seen: unknown[] = [];
    const { main, log } = pingFunction((input, context: Context) => {
      seen.push(input, context);
      return Promise.resolve(accept({ text: input.text }));
    });
    expect(await main(call, { request_id: 'platform-id-1' })).toEqual({ ok: true, data: { text: 'hello' } });
    expect(seen).toEqual([
      { text: 'hello' },
      { openid: 'o-1', now: new Date('2026-08-01T01:12:00.000Z'), requestId: 'platform-id-1' },
    ]);
    expect(log).toEqual([]);
  });

  it('answers an expected refusal with its code, its detail and a neutral sentence', async () => {
    const { main, log } = pingFunction(answering(refuse('SMS_TOO_SOON', { waitSeconds: 42 })));
    expect(await main(call)).toEqual({
      ok: false,
      code: 'SMS_TOO_SOON',
      detail: { waitSeconds: 42 },
      message: 'The last text message to this phone was sent less than 60 seconds ago.',
    });
    expect(log).toEqual([]);
  });

  it('leaves out of an answer what the contract does not name', async () => {
    const more = { text: 'hello', password: 'scrypt$…', accountId: 'a' };
    expect(await pingFunction(answering(accept(more))).main(call)).toEqual({ ok: true, data: { text: 'hello' } });
    const chatty = { ok: false, code: 'BAD_NAME', detail: { name: '王桂英' }, stack: 'x' };
    expect(await pingFunction(answering(chatty)).main(call)).toEqual({
      ok: false,
      code: 'BAD_NAME',
      message: 'Not a name as an identity card writes it.',
    });
    const locked = { ok: false, code: 'BAD_CREDENTIALS', detail: { triesLeft: 2, known: true } };
    expect(await pingFunction(answering(locked)).main(call)).toMatchObject({
      detail: { triesLeft: 2 },
    });
    expect(await pingFunction(answering(locked)).main(call)).not.toHaveProperty('detail.known');
  });

  it('answers INTERNAL where an outcome does not follow the contract', async () => {
    const { main, log } = pingFunction(answering(accept({})));
    expect(await main(call)).toMatchObject({ ok: false, code: 'INTERNAL' });
    expect(log).toMatchObject([{ action: 'ping', faults: [{ name: 'BrokenContract' }] }]);
  });

  it.each([
    undefined,
    null,
    7,
    'ping',
    [],
    {},
    { action: null },
    { action: 'pong' },
    { action: '__proto__' },
    { action: 'constructor' },
    { action: 'toString' },
    { action: ['ping'] },
    { action: { toString: (): string => 'ping' } },
  ])('answers UNKNOWN_ACTION to %p', async (event) => {
    const { main } = pingFunction(answering(accept({ text: '' })));
    expect(await main(event)).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' });
  });

  it('answers NO_CALLER where no WeChat user calls', async () => {
    const { main } = pingFunction(answering(accept({ text: '' })), () => undefined);
    expect(await main(call)).toMatchObject({ ok: false, code: 'NO_CALLER' });
  });

  it('ignores what the platform adds to the event beside action and input', async () => {
    const { main } = pingFunction(({ text }) => Promise.resolve(accept({ text })));
    expect(await main({ ...call, userInfo: { openId: 'o-2' }, tcbContext: {} })).toMatchObject({ ok: true });
  });
});

describe('a fault', () => {
  const personal = '王桂英 13800000001 610526184503120025';
  const throwing = (fault: unknown) =>
    pingFunction(async () => {
      await Promise.resolve();
      throw fault;
    });

  it('is answered INTERNAL without a trace of its cause', async () => {
    expect(await throwing(new Error(personal)).main(call)).toEqual({
      ok: false,
      code: 'INTERNAL',
      message: 'An unexpected fault; the request id finds it in the log.',
    });
  });

  it('is logged with request id, action, class, code and places in the code', async () => {
    const { main, log } = throwing(Object.assign(new TypeError('x'), { code: 'ECONNRESET' }));
    await main(call, { request_id: 'platform-id-1' });
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({
      level: 'error',
      requestId: 'platform-id-1',
      action: 'ping',
      code: 'INTERNAL',
      faults: [{ name: 'TypeError', code: 'ECONNRESET' }],
    });
    expect(JSON.stringify(log[0])).toContain('create-function.test.ts:');
  });

  it.each([
    ['in its message', new Error(personal)],
    [
      'in a message that looks like a stack',
      new Error(`x\n    at ${personal} (/a.js:1:1)\n    at 13800000001 (/a.js:1:1)`),
    ],
    ['in its name', Object.assign(new Error('x'), { name: personal })],
    ['in its code', Object.assign(new Error('x'), { code: personal, errCode: 13800000001 })],
    ['in its cause', new Error('x', { cause: new Error(personal, { cause: personal }) })],
    ['in a message changed later', Object.assign(new Error(personal), { message: 'x' })],
    [
      'in a stack whose message was taken away',
      Object.assign(new Error(), { stack: `Error: ${personal}\n    at ${personal}` }),
    ],
    ['thrown as text', personal],
    ['thrown as an object', { name: personal, message: personal, code: personal, stack: personal }],
  ])('leaves no personal data in the log: %s', async (_where, fault) => {
    const { main, log } = throwing(fault);
    expect(await main(call)).toMatchObject({ code: 'INTERNAL' });
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toMatch(/王桂英|13800000001|610526184503120025/);
  });

  it('of a database that stays busy is answered BUSY, so that the person tries again', async () => {
    const { main, log } = throwing(new DatabaseBusy('x'));
    expect(await main(call)).toMatchObject({ ok: false, code: 'BUSY' });
    expect(log).toMatchObject([{ code: 'BUSY', faults: [{ name: 'DatabaseBusy' }] }]);
  });

  it('before the action is reached is answered and logged in the same way', async () => {
    const { main, log } = pingFunction(answering(accept({ text: '' })), () => {
      throw new Error(personal);
    });
    expect(await main(call)).toMatchObject({ code: 'INTERNAL' });
    expect(log).toHaveLength(1);
  });
});

describe('inputs of the account function', () => {
  const reached: string[] = [];
  const stopped = Object.fromEntries(
    Object.entries(accountActions).map(([name, action]) => [
      name,
      {
        ...action,
        run: () => () => {
          reached.push(name);
          return Promise.resolve(refuse('NOT_SIGNED_IN'));
        },
      },
    ]),
  );
  const main = createFunction(
    stopped,
    {},
    {
      caller: () => 'o-1',
      clock: () => new Date(0),
      requestId: () => 'id',
      log: (entry) => reached.push(JSON.stringify(entry)),
    },
  );
  beforeEach(() => reached.splice(0));

  it.each(actionNames)('%s takes what follows the contract', async (action) => {
    expect(await main({ action, input: goodInputs[action] })).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(reached).toEqual([action]);
  });

  it.each(actionNames)('%s refuses bad input of every kind and names the field at most', async (action) => {
    for (const { what, input, field } of badInputs(action)) {
      const answer = await main({ action, input });
      expect({ what, answer }).toEqual({
        what,
        answer: { ok: false, code: 'BAD_INPUT', detail: { field }, message: expect.any(String) as unknown },
      });
    }
    expect(reached).toEqual([]);
  });

  it.each(['\u202e', '\u200f', '\u2066', '\u061c', '\u200d', '\ufe0f', '\u3000', '\t'])(
    'take names, numbers and phones with the mark %j, as phones copy them',
    async (mark) => {
      const { name, idNumber, phone } = goodInputs.register;
      const pasted = { name: `${name}${mark}`, idNumber: `${mark}${idNumber}`, phone: `${mark}${phone}${mark}` };
      expect(await main({ action: 'register', input: { ...goodInputs.register, ...pasted } })).toMatchObject({
        code: 'NOT_SIGNED_IN',
      });
    },
  );

  it('take no password with a direction mark: what is seen is what was typed', async () => {
    for (const mark of ['\u202e', '\u200f', '\u2066', '\u061c'])
      for (const field of ['password', 'passwordAgain'])
        expect(
          await main({ action: 'register', input: { ...goodInputs.register, [field]: `abcd${mark}1234` } }),
        ).toMatchObject({ code: 'BAD_INPUT', detail: { field } });
  });

  it('changePassword does without the old password, for accounts that have none', async () => {
    const { password, passwordAgain } = goodInputs.changePassword;
    expect(await main({ action: 'changePassword', input: { password, passwordAgain } })).toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});

describe('the compiler', () => {
  interface Types {
    first: { a: string };
    second: { b?: number };
  }
  const first = v.strictObject({ a: v.string() });
  const second = v.strictObject({ b: v.exactOptional(v.number()) });

  it('rejects schemas that differ from the contract in either direction', () => {
    const held = following<Types>();
    expect(Object.keys(held({ first, second }))).toEqual(['first', 'second']);
    // @ts-expect-error a missing action
    held({ first });
    // @ts-expect-error an additional action
    held({ first, second, third: first });
    // @ts-expect-error a missing field
    held({ first: v.strictObject({}), second });
    // @ts-expect-error an additional field
    held({ first, second: v.strictObject({ b: v.exactOptional(v.number()), c: v.string() }) });
    // @ts-expect-error an additional field that may be missing
    held({ first: v.strictObject({ a: v.string(), c: v.exactOptional(v.string()) }), second });
    // @ts-expect-error another type
    held({ first: v.strictObject({ a: v.number() }), second });
    // @ts-expect-error required where the contract does without
    held({ first, second: v.strictObject({ b: v.number() }) });
  });

  it('rejects actions that differ from the contract, in a schema, a name or a refusal', () => {
    const held = actionsOf<PingApi, object>();
    const run = () => (): Promise<Result<{ text: string }, 'BAD_NAME'>> => Promise.resolve(accept({ text: '' }));
    expect(Object.keys(held({ ping: { input, answer, run } }))).toEqual(['ping']);
    // @ts-expect-error a missing action
    held({});
    // @ts-expect-error an additional action
    held({ ping: { input, answer, run }, pong: { input, answer, run } });
    // @ts-expect-error an input that means another type
    held({ ping: { input: v.strictObject({ text: v.number() }), answer, run } });
    // @ts-expect-error an answer without a field that the contract names
    held({ ping: { input, answer: v.object({ text: v.string() }), run } });
    const refusesMore = () => () => Promise.resolve(refuse('TRY_TOMORROW'));
    // @ts-expect-error a refusal that the contract does not name
    held({ ping: { input, answer, run: refusesMore } });
  });
});
