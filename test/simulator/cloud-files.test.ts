import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connectSdk, startTestCloud, type Sdk, type TestCloud } from '../support/local-cloud';
import { makeScratch } from '../support/scratch';

jest.setTimeout(30_000);

let cloud: TestCloud;
let sdk: Sdk;
const scratch = makeScratch('cloud-files');

beforeAll(async () => {
  cloud = await startTestCloud();
  sdk = connectSdk(cloud);
});
afterAll(async () => {
  await cloud.close();
  scratch.remove();
});

const moveClock = (now: string | null) => fetch(`${cloud.url}/clock`, { method: 'PUT', body: JSON.stringify({ now }) });
const put = async (url: string, name: string, body: string | Uint8Array, openid?: string) => {
  const init = {
    method: 'PUT',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    ...(openid && { headers: { 'x-openid': openid } }),
  };
  const response = await fetch(`${url}/files/${name}`, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as object) };
};

describe('a temporary address', () => {
  const addressOf = async (fileID: string, maxAge?: number) => {
    const wanted = maxAge === undefined ? fileID : { fileID, maxAge };
    const { fileList } = await sdk.getTempFileURL({ fileList: [wanted] });
    return String(fileList[0]?.['tempFileURL']);
  };
  const statusOf = async (address: string, headers = {}) => (await fetch(address, { headers })).status;
  let fileID: string;

  beforeAll(
    async () => ({ fileID } = await sdk.uploadFile({ cloudPath: 'a/face.jpg', fileContent: Buffer.from('face') })),
  );
  afterEach(() => moveClock(null));

  test('reads its file, for whoever has it', async () => {
    const address = await addressOf(fileID);
    expect(await (await fetch(address)).text()).toBe('face');
    expect(await statusOf(address, { 'x-openid': 'o-one' })).toBe(200);
    expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('face');
  });

  test('expires ten minutes later by the simulator’s clock, or when its caller said', async () => {
    await moveClock('2026-08-01T09:00:00+08:00');
    const [address, hour] = [await addressOf(fileID), await addressOf(fileID, 3600)];
    await moveClock('2026-08-01T09:09:00+08:00');
    expect(await statusOf(address)).toBe(200);
    await moveClock('2026-08-01T09:11:00+08:00');
    expect([await statusOf(address), await statusOf(hour)]).toEqual([403, 200]);
    await moveClock('2026-08-01T10:01:00+08:00');
    expect(await statusOf(hour)).toBe(403);
  });

  test('is never longer than a day', async () => {
    await moveClock('2026-08-01T09:00:00+08:00');
    const address = await addressOf(fileID, 10 * 24 * 3600);
    await moveClock('2026-08-02T09:01:00+08:00');
    expect(await statusOf(address)).toBe(403);
  });

  test('that was changed is refused: another file, another time, no time, another signature', async () => {
    await put(cloud.url, 'a/other.jpg', 'other');
    const address = await addressOf(fileID);
    const changed = [
      address.replace('face.jpg', 'other.jpg'),
      address.replace(/t=\d/, 't=9'),
      address.replace(/&t=.*/, ''),
      address.replace(/sign=[^&]*&/, ''),
      address.replace(/sign=../, 'sign=zz'),
    ];
    for (const one of changed) expect([one, await statusOf(one)]).toEqual([one, 403]);
  });

  test('is given for fifty files in a call, and fifty are deleted', async () => {
    const fileList = Array.from({ length: 51 }, () => fileID);
    await expect(sdk.getTempFileURL({ fileList })).rejects.toThrow('up to 50 files');
    await expect(sdk.deleteFile({ fileList })).rejects.toThrow('up to 50 files');
    expect((await sdk.getTempFileURL({ fileList: fileList.slice(1) })).fileList).toHaveLength(50);
  });
});

test('a file of more than 50 MB is refused, and nothing of it is there', async () => {
  const most = 50 * 1024 * 1024;
  expect((await put(cloud.url, 'large', new Uint8Array(most))).status).toBe(200);
  expect(await put(cloud.url, 'larger', new Uint8Array(most + 1))).toMatchObject({
    status: 413,
    body: { ok: false, code: 'STORAGE_FILE_TOO_LARGE', errCode: -403001 },
  });
  expect((await fetch(`${cloud.url}/files/larger`)).status).toBe(404);
});

describe('a data directory', () => {
  const start = (dataDir: string) => startTestCloud({ dataDir });
  const modeOf = (directory: string) => statSync(directory).mode & 0o777;

  test('remembers whose a file is over a restart', async () => {
    const dataDir = path.join(scratch.folder, 'owners');
    const first = await start(dataDir);
    await put(first.url, 'stills/mine.jpg', 'one', 'o-one');
    await put(first.url, 'stills/taken.jpg', 'one', 'o-one');
    await put(first.url, 'stills/taken.jpg', 'sealed');
    await first.close();
    const second = await start(dataDir);
    const statuses = [
      (await put(second.url, 'stills/mine.jpg', 'two', 'o-two')).status,
      (await put(second.url, 'stills/mine.jpg', 'again', 'o-one')).status,
      (await put(second.url, 'stills/taken.jpg', 'again', 'o-one')).status,
    ];
    const kept = await (await fetch(`${second.url}/files/stills/mine.jpg`)).text();
    await second.close();
    expect(statuses).toEqual([403, 200, 403]);
    expect(kept).toBe('again');
  });

  test('is readable by its owner alone, also one that an earlier version made', async () => {
    const made = path.join(scratch.folder, 'deep/made');
    await (await start(made)).close();
    expect(modeOf(made)).toBe(0o700);
    chmodSync(made, 0o755);
    await (await start(made)).close();
    expect(modeOf(made)).toBe(0o700);
  });

  test('that holds something else keeps its mode', async () => {
    const others = path.join(scratch.folder, 'others');
    mkdirSync(others);
    writeFileSync(path.join(others, 'letter.txt'), 'not ours');
    chmodSync(others, 0o755);
    await (await start(others)).close();
    expect(modeOf(others)).toBe(0o755);
    for (const name of ['files', 'keys.json', 'database.sqlite'])
      expect(modeOf(path.join(others, name)) & 0o077).toBe(0);
  });
});
