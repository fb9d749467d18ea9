import { request } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { makeScratch } from '../support/scratch';

let cloud: TestCloud;
const made = makeScratch('cloud-http');
const scratch = made.folder;

beforeAll(async () => {
  const phoneDir = path.join(scratch, 'phone');
  mkdirSync(path.join(phoneDir, 'assets'), { recursive: true });
  writeFileSync(path.join(phoneDir, 'index.html'), '<title>phone</title>');
  writeFileSync(path.join(phoneDir, 'assets/app.js'), 'let a;');
  writeFileSync(path.join(scratch, 'secret.txt'), 'secret');
  cloud = await startTestCloud({
    phoneDir,
    functions: {
      echo: 'exports.main = async (event) => event;',
      sized: `exports.main = async ({ bytes }) => 'x'.repeat(bytes - 2);`,
    },
  });
});
afterAll(async () => {
  await cloud.close();
  made.remove();
});

interface Answer {
  status: number;
  text: string;
  headers: Record<string, unknown>;
}

/** Unlike fetch, sends the path and the headers as they are. */
const send = (
  method: string,
  target: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(cloud.url);
    const sent = request(
      {
        hostname,
        port,
        method,
        path: target,
        headers: { host: `127.0.0.1:${port}`, 'content-length': String(Buffer.byteLength(body)), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            headers: response.headers,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
const json = ({ text }: Answer) => JSON.parse(text) as Record<string, unknown>;
const caller = { 'x-openid': 'o-somebody' };

/** A JSON object of so many bytes. */
const sized = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;

describe('a function call', () => {
  test('may hold 100 KB, and its answer 1 MB', async () => {
    expect((await send('POST', '/functions/echo', caller, sized(100 * 1024))).status).toBe(200);
    expect((await send('POST', '/functions/sized', caller, `{"bytes":${1024 * 1024}}`)).text.length).toBe(1024 * 1024);
  });

  test('whose answer is larger than 1 MB is refused with -604001; another function gets it', async () => {
    const answer = await send('POST', '/functions/sized', caller, `{"bytes":${1024 * 1024 + 1}}`);
    expect(answer.status).toBe(500);
    expect(json(answer)).toMatchObject({
      ok: false,
      errCode: -604001,
      message: expect.stringContaining('1MB') as string,
    });
    expect(await cloud.invoke('sized', { bytes: 1024 * 1024 + 1 })).toHaveLength(1024 * 1024 - 1);
    await expect(cloud.invoke('sized', { bytes: 6 * 1024 * 1024 + 1 })).rejects.toThrow('6 MB');
  });

  test('answers what the function answers', async () => {
    const answer = await send('POST', '/functions/echo', caller, '{"action":"me","input":{"名":"字"}}');
    expect(answer.status).toBe(200);
    expect(json(answer)).toEqual({
      action: 'me',
      input: { 名: '字' },
      userInfo: { openId: 'o-somebody', appId: 'wxsimulator' },
    });
  });

  test.each([
    ['without an openid', '/functions/echo', {}, '{}', 400, 'NO_OPENID'],
    ['with an openid that is none', '/functions/echo', { 'x-openid': 'a b' }, '{}', 400, 'NO_OPENID'],
    ['of a function that is not there', '/functions/nowhere', caller, '{}', 404, 'FUNCTION_NOT_FOUND'],
    ['of a path instead of a name', '/functions/..%2fecho', caller, '{}', 404, 'FUNCTION_NOT_FOUND'],
    ['with broken JSON', '/functions/echo', caller, '{"a":', 400, 'BAD_JSON'],
    ['with nothing', '/functions/echo', caller, '', 400, 'BAD_JSON'],
    ['with an array', '/functions/echo', caller, '[]', 400, 'BAD_INPUT'],
    ['with null', '/functions/echo', caller, 'null', 400, 'BAD_INPUT'],
    ['with 100 KB and a byte', '/functions/echo', caller, sized(100 * 1024 + 1), 413, 'EXCEED_MAX_PAYLOAD_SIZE'],
  ])('%s is refused with a code', async (_what, target, headers, body, status, code) => {
    const answer = await send('POST', target, headers, body);
    expect(answer.status).toBe(status);
    expect(json(answer)).toMatchObject({ ok: false, code, message: expect.any(String) as string });
  });
});

describe('a stranger (rule H1)', () => {
  const query = '{"action":"database.getDocument","collectionName":"accounts"}';
  const credential = () =>
    `TC3-HMAC-SHA256 Credential=${cloud.sdkEnvironment()['TENCENTCLOUD_SECRETID']}/2026-01-01/tcb/tc3_request`;

  test('cannot use the database; a function’s credential can', async () => {
    expect(json(await send('POST', '/admin', {}, query))).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
    const guessed = { authorization: 'TC3-HMAC-SHA256 Credential=x/2026-01-01/tcb/tc3_request' };
    expect((await send('POST', '/admin', guessed, query)).status).toBe(403);
    expect(json(await send('POST', '/admin', { authorization: credential() }, query))).toMatchObject({
      data: { list: [] },
    });
  });

  test.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['a name that was made to point here', { host: 'evil.example:80' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ])('that is %s is refused everywhere', async (_who, headers) => {
    for (const [method, target] of [
      ['GET', '/outbox'],
      ['GET', '/'],
      ['PUT', '/clock'],
      ['POST', '/functions/echo'],
    ] as const) {
      const answer = await send(method, target, { ...caller, ...headers }, '{}');
      expect([target, answer.status, json(answer)['code']]).toEqual([target, 403, 'FORBIDDEN']);
    }
  });

  test('cannot use the database from a page even with a credential', async () => {
    const headers = { authorization: credential(), origin: 'https://evil.example' };
    expect((await send('POST', '/admin', headers, query)).status).toBe(403);
  });

  test('cannot send text messages', async () => {
    expect((await send('POST', '/sms', { authorization: 'Bearer x' }, '{}')).status).toBe(403);
  });

  test('that is the simulator’s own page is welcome', async () => {
    const { port } = new URL(cloud.url);
    for (const name of ['127.0.0.1', 'localhost']) {
      const headers = { host: `${name}:${port}`, origin: `http://${name}:${port}` };
      expect((await send('GET', '/health', headers)).status).toBe(200);
    }
  });
});

describe('the outbox', () => {
  const token = () => ({ authorization: `Bearer ${cloud.sdkEnvironment()['SMS_GATEWAY_TOKEN']}` });
  const message = (code: string) => ({
    to: '13800000001',
    template: 'code-register',
    params: { code },
    text: `${code}`,
  });

  test('shows what was sent, newest first, at most 200', async () => {
    expect(cloud.sdkEnvironment()['SMS_GATEWAY_URL']).toBe(`${cloud.url}/sms`);
    for (let code = 1; code <= 201; code += 1)
      await send('POST', '/sms', token(), JSON.stringify(message(String(code))));
    const shown = JSON.parse((await send('GET', '/outbox')).text) as unknown[];
    expect(shown).toHaveLength(200);
    expect(shown[0]).toEqual({ ...message('201'), channel: 'sms', at: expect.stringMatching(/^\d{4}-.*Z$/) as string });
    expect(shown[199]).toMatchObject({ params: { code: '2' } });
  });

  test.each([
    '{}',
    '{"to":1,"template":"a","params":{},"text":""}',
    '{"to":"1","template":"a","params":{"code":1},"text":""}',
  ])('does not take %s', async (body) => {
    expect(json(await send('POST', '/sms', token(), body))).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('the clock', () => {
  test('is read and moved, and runs on', async () => {
    await send('PUT', '/clock', {}, '{"now":"2026-08-01T00:00:00+08:00"}');
    const { now } = json(await send('GET', '/clock'));
    expect(now).toMatch(/^2026-07-31T16:00:0/);
    await send('PUT', '/clock', {}, '{"now":null}');
    expect(Math.abs(Date.parse(String(json(await send('GET', '/clock'))['now'])) - Date.now())).toBeLessThan(20_000);
  });

  test.each(['{}', '{"now":"soon"}', '{"now":5}', '{"now":""}'])('does not take %s', async (body) => {
    expect(json(await send('PUT', '/clock', {}, body))).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('files', () => {
  test('are written and read by path', async () => {
    expect((await send('PUT', '/files/a/%E4%BA%8C.png', {}, Buffer.from([1, 2]))).status).toBe(200);
    const answer = await send('GET', '/files/a/%E4%BA%8C.png');
    expect(answer).toMatchObject({ status: 200, text: '\u0001\u0002', headers: { 'content-type': 'image/png' } });
    expect((await send('GET', '/files/a/none.png')).status).toBe(404);
  });

  test('and folders cannot have the same path', async () => {
    await send('PUT', '/files/x/y', {}, 'a');
    expect(json(await send('PUT', '/files/x/y/z', {}, 'b'))).toMatchObject({ code: 'BAD_PATH' });
    expect(json(await send('PUT', '/files/x', {}, 'b'))).toMatchObject({ code: 'BAD_PATH' });
    expect((await send('GET', '/files/x/y')).text).toBe('a');
  });

  test('an upload of the phone answers the id by which functions read it', async () => {
    const { headers } = await send('PUT', '/files/faces/%E4%BA%8C.jpg', { 'x-openid': 'o-one' }, 'face');
    expect(headers['x-file-id']).toBe(encodeURI('cloud://simulator.local/faces/二.jpg'));
  });

  test('nobody reads what was uploaded with a phone or a browser, not even who uploaded it', async () => {
    await send('PUT', '/files/faces/mine.jpg', { 'x-openid': 'o-one' }, 'face');
    const readers: Record<string, string>[] = [
      { 'x-openid': 'o-one' },
      { 'x-openid': 'o-two' },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of readers) {
      const answer = await send('GET', '/files/faces/mine.jpg', headers);
      expect([answer.status, json(answer)]).toEqual([
        403,
        expect.objectContaining({ code: 'STORAGE_EXCEED_AUTHORITY' }),
      ]);
    }
    expect((await send('GET', '/files/faces/mine.jpg')).text).toBe('face');
  });

  test('a phone writes its own files again, and nobody else may', async () => {
    await send('PUT', '/files/faces/own.jpg', { 'x-openid': 'o-one' }, 'first');
    expect((await send('PUT', '/files/faces/own.jpg', { 'x-openid': 'o-one' }, 'second')).status).toBe(200);
    const refused = await send('PUT', '/files/faces/own.jpg', { 'x-openid': 'o-two' }, 'third');
    expect(json(refused)).toMatchObject({ code: 'STORAGE_EXCEED_AUTHORITY' });
    expect((await send('GET', '/files/faces/own.jpg')).text).toBe('second');
    await send('PUT', '/files/faces/function.jpg', {}, 'sealed');
    expect((await send('PUT', '/files/faces/function.jpg', { 'x-openid': 'o-one' }, 'other')).status).toBe(403);
    expect((await send('PUT', '/files/faces/bad.jpg', { 'x-openid': 'not an openid' }, 'x')).status).toBe(400);
  });

  test.each([
    '/files/../secret.txt',
    '/files/..%2f..%2fkeys.json',
    '/files/a/%2e%2e/b',
    '/files/%00',
    '/files/%',
    '/files//etc/passwd',
    '/files/a%5c..%5cb',
  ])('outside their folder are not written or read: %s', async (target) => {
    for (const method of ['PUT', 'GET'])
      expect(json(await send(method, target, {}, 'x'))).toMatchObject({ code: 'BAD_PATH' });
  });
});

describe('the phone', () => {
  test('is served at the root, with its files', async () => {
    expect(await send('GET', '/?as=wang')).toMatchObject({ status: 200, text: '<title>phone</title>' });
    expect((await send('GET', '/assets/app.js')).headers['content-type']).toContain('text/javascript');
  });

  test.each(['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/none.js'])(
    'shows nothing else: %s',
    async (target) => {
      const answer = await send('GET', target);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain('secret');
    },
  );
});

test.each([
  ['GET', '/functions/echo', 405],
  ['DELETE', '/files/a', 405],
  ['GET', '/admin', 405],
  ['POST', '/nowhere', 405],
  ['GET', '/captchas/none', 404],
  ['POST', '/triggers/nightly', 404],
  ['POST', '/triggers/echo', 404],
  ['POST', '/faults', 405],
])('%s %s answers %i with a code', async (method, target, status) => {
  const answer = await send(method, target, caller, '{}');
  expect(answer.status).toBe(status);
  expect(json(answer)).toMatchObject({ ok: false, code: expect.stringMatching(/^[A-Z_]+$/) as string });
});

test('the answer of a captcha can be looked up', async () => {
  cloud.store.insert('captchas', [{ _id: 'c1', answer: '13' }]);
  expect(json(await send('GET', '/captchas/c1'))).toEqual({ answer: '13' });
});

test('people to try are named', async () => {
  const people = JSON.parse((await send('GET', '/people')).text) as Record<string, string>[];
  expect(people.length).toBeGreaterThanOrEqual(4);
  const fields = ['id', 'label', 'openid', 'phone', 'name', 'idNumber', 'note'];
  for (const person of people) expect(Object.keys(person)).toEqual(fields);
});
