import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIdNumber } from '../../miniprogram/shared/id-number';
import people from '../../simulator/people.json';
import { demo } from '../../simulator/seed/demo';
import { sow } from '../../simulator/seed/sow';
import { startTestCloud } from '../support/local-cloud';
import { buildSimulator, runSimulator, urlOf, type SimulatorProcess } from '../support/simulator-process';

/** Each test starts processes, on a machine that may be busy. */
jest.setTimeout(60_000);

const dist = mkdtempSync(path.join(tmpdir(), 'cloud-start-'));
const dataDir = path.join(dist, 'data');
const started: SimulatorProcess[] = [];

beforeAll(() =>
  buildSimulator(dist, {
    zone: `exports.main = async () => new Date(0).getHours();`,
    count: `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      exports.main = async ({ name }) => (await cloud.database().collection(name).where({}).count()).total;`,
  }),
);
afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(dist, { recursive: true, force: true });
});

const run = (...options: string[]): SimulatorProcess => {
  const simulator = runSimulator(dist, options);
  started.push(simulator);
  return simulator;
};
const call = async (url: string, name: string, body: object): Promise<unknown> => {
  const headers = { 'x-openid': 'o-a' };
  return (await fetch(`${url}/functions/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
};
const stop = async ({ child, ended }: SimulatorProcess): Promise<number | null> => {
  child.kill('SIGTERM');
  return ended;
};

describe('the simulator', () => {
  test('seeds an empty store once, keeps everything between runs, and ends cleanly on a signal', async () => {
    const first = run('--port', '0', '--data', dataDir);
    const firstUrl = await urlOf(first);
    expect(await call(firstUrl, 'count', { name: 'socialSecurityCards' })).toBe(4);
    expect(await call(firstUrl, 'count', { name: 'recipients' })).toBe(304);
    await fetch(`${firstUrl}/clock`, { method: 'PUT', body: '{"now":"2030-01-01T00:00:00Z"}' });
    await fetch(`${firstUrl}/files/a.txt`, { method: 'PUT', body: 'kept' });
    expect(await stop(first)).toBe(0);

    const keys = readFileSync(path.join(dataDir, 'keys.json'), 'utf8');
    expect(statSync(path.join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
    const second = run('--port', '0', '--data', dataDir);
    const secondUrl = await urlOf(second);
    expect(second.lines.join()).not.toContain('county');
    expect(await call(secondUrl, 'count', { name: 'recipients' })).toBe(304);
    expect(await (await fetch(`${secondUrl}/clock`)).text()).toContain('2030-01-01');
    expect(await (await fetch(`${secondUrl}/files/a.txt`)).text()).toBe('kept');
    expect(readFileSync(path.join(dataDir, 'keys.json'), 'utf8')).toBe(keys);

    const third = run('--port', '0', '--data', dataDir);
    expect(await third.ended).toBe(1);
    expect(third.lines.join()).toContain('Another simulator runs on');
    expect(await stop(second)).toBe(0);
  });

  test('keeps nothing with --memory, seeds nothing with --seed none, and runs functions in UTC', async () => {
    process.env['TZ'] = 'Asia/Shanghai';
    const simulator = run('--port', '0', '--memory', '--seed', 'none');
    delete process.env['TZ'];
    const url = await urlOf(simulator);
    expect(await call(url, 'count', { name: 'recipients' })).toBe(0);
    expect(await call(url, 'zone', {})).toBe(0);
    expect(await stop(simulator)).toBe(0);
  });

  test('names the way out where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const simulator = run('--port', String(port), '--memory');
    expect(await simulator.ended).toBe(1);
    other.close();
    expect(simulator.lines.join()).toContain(`Port ${port} is taken`);
    expect(simulator.lines.join()).toContain(`--port ${port + 1}`);
  });

  test('explains its options when asked, and when it does not understand', async () => {
    const asked = run('--help');
    expect(await asked.ended).toBe(0);
    for (const option of ['--port', '--data', '--memory', '--seed']) expect(asked.lines.join()).toContain(option);
    for (const options of [['--what'], ['--port', 'x'], ['--port', '70000'], ['--seed', 'all']]) {
      const simulator = run(...options);
      expect(await simulator.ended).toBe(2);
      expect(simulator.lines.join()).toContain('npm start -- [options]');
    }
  });
});

describe('the demo seed', () => {
  const idNumbers = demo.flatMap(({ documents }) => documents.map(({ idOf }) => idOf.value));

  test('has valid numbers of nobody who lives: born before 1890', () => {
    for (const idNumber of idNumbers) {
      expect(readIdNumber(idNumber, '2026-08-01')).toEqual({ ok: true, data: idNumber });
      expect(Number(idNumber.slice(6, 10))).toBeLessThan(1890);
    }
  });

  test('has no two recipients with the same number', () => {
    const recipients = demo.find(({ collection }) => collection === 'recipients')?.documents ?? [];
    expect(new Set(recipients.map(({ idOf }) => idOf.value)).size).toBe(recipients.length);
  });

  test('holds the cards that the panel describes, and only valid numbers are described', () => {
    const described = people.flatMap(({ note }) => note.match(/\d{17}[\dX]/g) ?? []);
    expect(described).toHaveLength(people.length);
    for (const idNumber of described) expect(readIdNumber(idNumber, '2026-08-01').ok).toBe(true);
    const cards = demo.find(({ collection }) => collection === 'socialSecurityCards')?.documents ?? [];
    for (const { idOf, value } of cards) {
      const person = people.find(({ note }) => note.includes(idOf.value));
      expect(person?.label).toContain(String(value['name']));
      expect(person?.note.includes('没有激活')).toBe(!value['activated']);
    }
  });

  test('that was cut off is sown again, and what was there already is not doubled', async () => {
    const cloud = await startTestCloud();
    const seeder = path.join(dist, 'seed/index.js');
    try {
      cloud.store.seedState = 'begun';
      await cloud.runOnce(seeder, [demo[0]], 60);
      expect(await sow(cloud, seeder, demo)).toBe(true);
      expect(cloud.store.count('socialSecurityCards', {})).toBe(4);
      expect(await sow(cloud, seeder, demo)).toBe(false);
    } finally {
      await cloud.close();
    }
  });

  test('is not sown among data of somebody’s own', async () => {
    const cloud = await startTestCloud();
    cloud.store.insert('accounts', [{ createdAt: new Date(0) }]);
    expect(await sow(cloud, path.join(dist, 'seed/index.js'), demo)).toBe(false);
    expect(cloud.store.count('recipients', {})).toBe(0);
    await cloud.close();
  });
});
