import { once } from 'node:events';
import { connect } from 'node:net';
import { startTestCloud, type TestCloud } from '../support/local-cloud';

jest.setTimeout(30_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ functions: { echo: 'exports.main = async (event) => event;' } });
});
afterAll(() => cloud.close());

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const credential = () => ({
  authorization: `TC3-HMAC-SHA256 Credential=${cloud.sdkEnvironment()['TENCENTCLOUD_SECRETID']}/2026-01-01/tcb/tc3_request`,
});
const ask = async (method: string, path: string, body: string | Buffer, headers: Record<string, string> = {}) => {
  const init = {
    method,
    headers: { 'x-openid': 'o-a', ...headers },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
  };
  const response = await fetch(cloud.url + path, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const isUp = async () => (await fetch(`${cloud.url}/health`)).status;

const places: [string, string][] = [
  ['POST', '/functions/echo'],
  ['POST', '/admin'],
  ['PUT', '/clock'],
  ['PUT', '/faults'],
  ['POST', '/sms'],
  ['POST', '/wechat/phone-codes'],
];

describe.each(places)('%s %s refuses with a code', (method, path) => {
  test.each<[string, string | Buffer]>([
    ['JSON nested 5,000 deep', nested(5000)],
    ['arrays nested 50,000 deep', '['.repeat(50_000)],
    ['JSON that breaks off', '{"a":'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0, 1, 0x7b])],
    ['nothing', ''],
    ['21 MB', `{"a":"${'x'.repeat(21 * 1024 * 1024)}"}`],
  ])('%s', async (_what, body) => {
    const headers = path === '/sms' ? { authorization: `Bearer ${cloud.sdkEnvironment()['SMS_GATEWAY_TOKEN']}` } : {};
    const answer = await ask(method, path, body, { ...(path === '/admin' && credential()), ...headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toMatchObject({ ok: false, code: expect.stringMatching(/^[A-Z_]+$/) as string });
    expect(await isUp()).toBe(200);
  });
});

test('a function takes 100 levels and is not called with more', async () => {
  expect((await ask('POST', '/functions/echo', nested(100))).status).toBe(200);
  expect(await ask('POST', '/functions/echo', nested(101))).toMatchObject({ status: 400, body: { code: 'TOO_DEEP' } });
  const brackets = JSON.stringify({ a: '[{"\\'.repeat(200) });
  expect((await ask('POST', '/functions/echo', brackets)).status).toBe(200);
});

test.each([
  [
    'a document nested 5,000 deep',
    { action: 'database.insertDocument', collectionName: 'accounts', data: [nested(5000)] },
  ],
  ['a query nested 5,000 deep', { action: 'database.getDocument', collectionName: 'accounts', query: nested(5000) }],
  ['a query that is no JSON', { action: 'database.getDocument', collectionName: 'accounts', query: '{' }],
  ['an update of junk', { action: 'database.modifyDocument', collectionName: 'accounts', data: '\u0000', merge: true }],
  ['a collection that is an object', { action: 'database.getDocument', collectionName: { a: 1 }, query: '{}' }],
  ['a file list of null', { action: 'storage.batchGetDownloadUrl', file_list: [null] }],
  ['an action of the object’s own', { action: 'constructor' }],
  ['a call with deep data', { action: 'functions.invokeFunction', function_name: 'echo', request_data: nested(5000) }],
])('%s is refused on the wire with a code', async (_what, body) => {
  const answer = await ask('POST', '/admin', JSON.stringify(body), credential());
  expect(answer.body).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) as string });
  expect(await isUp()).toBe(200);
});

test('a form that is none is refused with a code', async () => {
  const headers = { ...credential(), 'content-type': 'multipart/form-data' };
  const answer = await ask('POST', '/admin', '--\r\n\r\n--', headers);
  expect(answer.body).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) as string });
});

/** A head of HTTP/1.1 that the simulator takes for its own, and what comes after it. */
const own = (line: string, rest = '') =>
  `${line} HTTP/1.1\r\nhost: ${new URL(cloud.url).host}\r\nx-openid: o-a\r\n${rest}`;

test.each<[string, () => string | Buffer]>([
  ['bytes that are no HTTP', () => Buffer.from([0x16, 0x03, 0x01, 0xff, 0x00, 0x0d, 0x0a, 0x0d, 0x0a])],
  ['a call that breaks off', () => own('POST /functions/echo', 'content-length: 10\r\n\r\n{"a"')],
  ['a file that breaks off', () => own('PUT /files/broken', 'content-length: 10\r\n\r\nabc')],
  ['a header of a megabyte', () => own('GET /', `x: ${'x'.repeat(1024 * 1024)}\r\n\r\n`)],
  ['a chunk of junk', () => own('PUT /clock', 'transfer-encoding: chunked\r\n\r\nzz\r\n')],
  ['an upgrade', () => own('GET /health', 'connection: upgrade\r\nupgrade: websocket\r\n\r\n')],
  ['a tunnel', () => own('CONNECT example.org:443', '\r\n')],
  ['a path of percent signs', () => own('GET /files/%%%', '\r\n')],
])('%s on the socket does not end the simulator', async (_what, bytes) => {
  const { hostname, port } = new URL(cloud.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.end(bytes());
  socket.resume();
  await once(socket, 'close');
  expect(await isUp()).toBe(200);
  expect((await fetch(`${cloud.url}/files/broken`)).status).toBe(404);
});

test('until the data are set up nothing is answered but what that needs', async () => {
  const seen: (number | string)[] = [];
  const other = await startTestCloud({
    functions: { echo: 'exports.main = async (event) => event;' },
    prepare: async ({ url }) => {
      for (const [method, path] of [
        ['GET', '/health'],
        ['POST', '/functions/echo'],
        ['PUT', '/clock'],
      ] as const) {
        const response = await fetch(url + path, { method, headers: { 'x-openid': 'o-a' } });
        seen.push(response.status, ((await response.json()) as { code: string }).code);
      }
    },
  });
  expect(seen).toEqual([503, 'NOT_READY', 503, 'NOT_READY', 503, 'NOT_READY']);
  expect((await fetch(`${other.url}/health`)).status).toBe(200);
  await other.close();
});

test('where the data cannot be set up nothing keeps listening', async () => {
  let url = '';
  const starting = startTestCloud({
    prepare: (cloudInTheMaking) => {
      url = cloudInTheMaking.url;
      return Promise.reject(new Error('no county'));
    },
  });
  await expect(starting).rejects.toThrow('no county');
  await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
});
