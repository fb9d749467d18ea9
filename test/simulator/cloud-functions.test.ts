import { connectSdk, startTestCloud, type Sdk, type TestCloud } from '../support/local-cloud';

/** Workers that load the SDK start slowly on a busy machine. */
jest.setTimeout(30_000);

const sdkSource = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });`;

let cloud: TestCloud;
let sdk: Sdk;

beforeAll(async () => {
  cloud = await startTestCloud({
    functions: {
      who: `${sdkSource}
        exports.main = async ({ calls = 0 }) => {
          const before = cloud.getWXContext().OPENID;
          for (let i = 0; i < calls; i += 1) await cloud.database().collection('accounts').where({ a: 1 }).count();
          return { before, after: cloud.getWXContext().OPENID, keys: Object.keys(process.env) };
        };`,
      clock: `exports.main = async (event) => ({
          now: Date.now(), made: new Date(), text: Date(), given: new Date(0),
          same: new Date().constructor === Date && new Date() instanceof Date, event });`,
      crowd: `let running = 0, most = 0, served = 0;
        exports.main = async () => {
          most = Math.max(most, ++running);
          await new Promise((resolve) => setTimeout(resolve, 5));
          running -= 1;
          return { most, served: ++served, thread: require('worker_threads').threadId };
        };`,
      faults: `exports.main = async ({ how }) => {
          if (how === 'throw') throw new Error('boom');
          if (how === 'exit') process.exit(1);
          if (how === 'reject') { Promise.reject(new Error('loose')); await new Promise(() => undefined); }
          if (how === 'hang') await new Promise(() => undefined);
          if (how === 'spin') for (;;);
          if (how === 'large') return 'x'.repeat(7 * 1024 * 1024);
          if (how === 'log') console.log('hello from inside');
          return how;
        };`,
      hungry: `exports.main = async ({ how }) => {
          if (how === 'memory') { const all = []; for (;;) all.push(new Array(1e5).fill(how)); }
          if (how === 'buffers') {
            const all = [];
            for (;;) { all.push(Buffer.alloc(1024 * 1024, 1)); await new Promise(setImmediate); }
          }
          if (how === 'wasm') { globalThis.kept = new WebAssembly.Memory({ initial: 16 * 128 }); return how; }
          return how;
        };`,
      broken: `throw new Error('cannot load');`,
      phone: `${sdkSource}
        exports.main = ({ code }) => cloud.openapi.phonenumber.getPhoneNumber({ code })
          .catch(({ errCode }) => ({ errCode }));`,
      unlisted: `${sdkSource}
        exports.main = ({ code }) => cloud.openapi.phonenumber.getPhoneNumber({ code })
          .catch(({ errCode }) => ({ errCode }));`,
    },
    declarations: { faults: { timeout: 3 }, hungry: { memorySize: 128 } },
    openapi: { phone: ['phonenumber.getPhoneNumber'] },
  });
  sdk = connectSdk(cloud);
});
afterAll(() => cloud.close());

const post = (path: string, body: unknown, openid?: string) =>
  fetch(cloud.url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: openid === undefined ? {} : { 'x-openid': openid },
  });
const call = async (name: string, body: unknown) => {
  const response = await post(`/functions/${name}`, body, 'o-somebody');
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('of concurrent callers each is seen as themselves, before and after waiting', async () => {
  const openids = Array.from({ length: 24 }, (_, index) => `o-person-${index}`);
  const answers = await Promise.all(openids.map((openid) => cloud.invoke('who', { calls: 1 }, { openid })));
  expect(answers).toMatchObject(openids.map((openid) => ({ before: openid, after: openid })));
});

test('a call that comes from no WeChat user has no openid, also right after one that had', async () => {
  await cloud.invoke('who', {}, { openid: 'o-somebody' });
  for (let turn = 0; turn < 9; turn += 1) expect(await cloud.invoke('who', {})).not.toHaveProperty('before');
});

test('a function has the platform’s environment and its own configuration, and nothing of this machine', async () => {
  process.env['SECRET_OF_THE_LAPTOP'] = 'x';
  const { keys } = (await cloud.invoke('who', {}, { openid: 'o' })) as { keys: string[] };
  delete process.env['SECRET_OF_THE_LAPTOP'];
  expect(keys).toEqual(
    expect.arrayContaining(['FIELD_KEYS', 'HASH_KEY', 'SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN', 'WX_OPENID']),
  );
  expect(keys).not.toContain('PATH');
  expect(keys).not.toContain('SECRET_OF_THE_LAPTOP');
});

test('the database calls of one invocation are told in a header', async () => {
  const [three, none] = await Promise.all([
    post('/functions/who', { calls: 3 }, 'o-a'),
    post('/functions/who', { calls: 0 }, 'o-b'),
  ]);
  expect(three.headers.get('x-database-calls')).toBe('3');
  expect(none.headers.get('x-database-calls')).toBe('0');
});

test('a moved clock is what a function sees, in every way to ask for the time', async () => {
  await fetch(`${cloud.url}/clock`, { method: 'PUT', body: '{"now":"2026-08-02T01:12:00.000Z"}' });
  const seen = (await cloud.invoke('clock', { a: 1 })) as Record<string, string | number>;
  await fetch(`${cloud.url}/clock`, { method: 'PUT', body: '{"now":null}' });
  for (const key of ['now', 'made', 'text']) {
    const late = new Date(seen[key] ?? '').getTime() - Date.UTC(2026, 7, 2, 1, 12);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(20_000);
  }
  expect(seen).toMatchObject({ given: '1970-01-01T00:00:00.000Z', same: true, event: { a: 1 } });
  const back = (await cloud.invoke('clock', {})) as { now: number };
  expect(Math.abs(back.now - Date.now())).toBeLessThan(20_000);
});

test('fifty at once are all answered by more than eight instances, one at a time in each', async () => {
  const answers = (await Promise.all(Array.from({ length: 50 }, () => cloud.invoke('crowd', {})))) as {
    most: number;
    thread: number;
  }[];
  expect(answers).toHaveLength(50);
  expect(answers.every(({ most }) => most === 1)).toBe(true);
  expect(new Set(answers.map(({ thread }) => thread)).size).toBe(16);
});

test('those that wait when the cloud ends are refused, and nothing keeps running', async () => {
  const other = await startTestCloud({ functions: { hang: 'exports.main = () => new Promise(() => undefined)' } });
  const calls = Array.from({ length: 20 }, () => other.invoke('hang', {}));
  const outcomes = Promise.allSettled(calls);
  await other.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(calls.map(() => 'rejected'));
});

describe('a function that fails', () => {
  test.each([
    ['throw', 500, 'FUNCTIONS_EXECUTE_FAIL', 'boom'],
    ['exit', 500, 'FUNCTIONS_EXECUTE_FAIL', ''],
    ['reject', 500, 'FUNCTIONS_EXECUTE_FAIL', 'loose'],
    ['hang', 504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'Invoking task timed out after 3 seconds'],
    ['spin', 504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'Invoking task timed out after 3 seconds'],
  ])('by %s is answered with a code, and the next call is served', async (how, status, code, words) => {
    const failed = await call('faults', { how });
    expect(failed).toMatchObject({ status, body: { ok: false, code } });
    expect(failed.body['message']).toContain(words);
    expect((await call('faults', { how: 'well' })).status).toBe(200);
  });

  test.each(['memory', 'buffers', 'wasm'])(
    'by taking more %s than it has is ended, and the next is served',
    async (how) => {
      expect(await call('hungry', { how })).toMatchObject({
        status: 500,
        body: { code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message: 'The function took more memory than its 128 MB.' },
      });
      expect((await call('hungry', { how: 'well' })).status).toBe(200);
    },
  );

  test('to load is answered, every time', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await call('broken', {})).toMatchObject({ status: 500, body: { code: 'FUNCTIONS_EXECUTE_FAIL' } });
    }
    expect(cloud.lines.join('\n')).toContain('cannot load');
  });
});

test('what a function logs is in the log with the id of the request', async () => {
  const response = await post('/functions/faults', { how: 'log' }, 'o-a');
  const id = response.headers.get('x-request-id') ?? 'none';
  const logged = () => cloud.lines.some((line) => line === `[faults ${id}] hello from inside`);
  // The line comes by a pipe of its own, perhaps after the answer.
  const deadline = Date.now() + 4000;
  while (!logged() && Date.now() < deadline) await new Promise(setImmediate);
  expect(logged()).toBe(true);
});

describe('the SDK', () => {
  test('calls functions', async () => {
    expect((await sdk.callFunction({ name: 'clock', data: { a: '中' } })).result).toMatchObject({ event: { a: '中' } });
    await expect(sdk.callFunction({ name: 'nowhere' })).rejects.toThrow('could not be found');
    await expect(sdk.callFunction({ name: 'faults', data: { how: 'throw' } })).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    });
  });

  test('uploads, links, downloads and deletes files', async () => {
    const content = Buffer.from([0, 255, 10, 13, 128]);
    const { fileID } = await sdk.uploadFile({ cloudPath: 'faces/二 1.jpg', fileContent: content });
    expect((await sdk.downloadFile({ fileID })).fileContent.equals(content)).toBe(true);
    const { fileList } = await sdk.getTempFileURL({ fileList: [fileID, 'cloud://simulator.local/none'] });
    expect(fileList).toEqual([
      expect.objectContaining({
        tempFileURL: expect.stringContaining(`${cloud.url}/files/faces/二 1.jpg?sign=`) as string,
      }),
      expect.objectContaining({ fileID: 'cloud://simulator.local/none', tempFileURL: '' }),
    ]);
    await sdk.deleteFile({ fileList: [fileID] });
    await expect(sdk.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test.each(['../outside', 'a/../../outside', '/etc/passwd', 'a//b', '.hidden', 'a\\b'])(
    'cannot write the file %s',
    async (cloudPath) => {
      await expect(sdk.uploadFile({ cloudPath, fileContent: Buffer.from('x') })).rejects.toThrow();
    },
  );
});

describe('the phone-number button', () => {
  const press = async (phone: string, countryCode?: string) =>
    ((await (await post('/wechat/phone-codes', { phone, countryCode })).json()) as { code: string }).code;

  test('gives a code which the real SDK turns into the number, once', async () => {
    const code = await press('13800000001');
    expect(await cloud.invoke('phone', { code })).toMatchObject({
      phoneInfo: { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86' },
    });
    expect(await cloud.invoke('phone', { code })).toEqual({ errCode: 40029 });
  });

  test('knows numbers from abroad', async () => {
    const code = await press('5550100', '1');
    expect(await cloud.invoke('phone', { code })).toMatchObject({
      phoneInfo: { phoneNumber: '+15550100', countryCode: '1' },
    });
  });

  test('gives a code that is worthless after five minutes', async () => {
    const code = await press('13800000001');
    const later = new Date(Date.now() + 5 * 60_000).toISOString();
    await fetch(`${cloud.url}/clock`, { method: 'PUT', body: JSON.stringify({ now: later }) });
    const answer = await cloud.invoke('phone', { code });
    await fetch(`${cloud.url}/clock`, { method: 'PUT', body: '{"now":null}' });
    expect(answer).toEqual({ errCode: 40029 });
  });

  test('is refused to a function whose config.json does not ask for it', async () => {
    expect(await cloud.invoke('unlisted', { code: await press('13800000001') })).toEqual({ errCode: -604101 });
  });

  test('is the only open interface here', async () => {
    await expect(sdk.openapi['subscribeMessage']?.['send']?.({})).rejects.toThrow('no openapi.subscribeMessage.send');
  });
});
