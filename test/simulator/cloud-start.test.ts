import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readIdNumber } from '../../miniprogram/shared/id-number';
import people from '../../simulator/people.json';
import { demo } from '../../simulator/seed/demo';
import { seedStore } from '../../simulator/seed/seed-store';
import { startTestCloud } from '../support/local-cloud';
import { makeScratch } from '../support/scratch';
import { buildSimulator, runSimulator, urlOf, type SimulatorProcess } from '../support/simulator-process';

/** Each test starts processes, on a machine that may be busy. */
jest.setTimeout(60_000);

const scratch = makeScratch('cloud-start');
const dist = scratch.folder;
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
  scratch.remove();
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
    expect(await call(firstUrl, 'count', { name: 'recipients' })).toBe(310);
    await fetch(`${firstUrl}/clock`, { method: 'PUT', body: '{"now":"2030-01-01T00:00:00Z"}' });
    await fetch(`${firstUrl}/files/a.txt`, { method: 'PUT', body: 'kept' });
    expect(await stop(first)).toBe(0);

    const keys = readFileSync(path.join(dataDir, 'keys.json'), 'utf8');
    expect(statSync(path.join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
    const second = run('--port', '0', '--data', dataDir);
    const secondUrl = await urlOf(second);
    expect(second.lines.join()).not.toContain('county');
    expect(await call(secondUrl, 'count', { name: 'recipients' })).toBe(310);
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

  test('says that it is well only when the county stands', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    free.close();
    await once(free, 'close');
    const simulator = run('--port', String(port), '--memory');
    const url = `http://127.0.0.1:${port}`;
    const health = async () => (await fetch(`${url}/health`).catch(() => undefined))?.status;
    const seen = new Set<number | undefined>();
    for (let status = await health(); status !== 200; status = await health()) seen.add(status);
    expect(await call(url, 'count', { name: 'recipients' })).toBe(310);
    expect([...seen].filter((status) => status !== undefined)).toEqual([503]);
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

const county = (day: string) => demo(new Date(`${day}T09:12:00.000+08:00`));
const batch = (name: string, day = '2026-08-01') =>
  county(day).find(({ collection }) => collection === name)?.documents ?? [];
const valueOf = (idNumber: string, day?: string) =>
  batch('recipients', day).find((document) => 'idOf' in document && document.idOf.value === idNumber)?.value;
const person = (id: string) => {
  const found = people.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`${id} is not on the panel`);
  return found;
};

describe('the demo seed', () => {
  const idNumbers = county('2026-08-01').flatMap(({ documents }) =>
    documents.flatMap((document) => ('idOf' in document ? [document.idOf.value] : [])),
  );

  test('has valid numbers of nobody who lives: born before 1890', () => {
    expect(idNumbers.length).toBeGreaterThan(300);
    for (const idNumber of idNumbers) {
      expect(readIdNumber(idNumber, '2026-08-01')).toEqual({ ok: true, data: idNumber });
      expect(Number(idNumber.slice(6, 10))).toBeLessThan(1890);
    }
  });

  test('has no two documents with the same id, and no two certifications with the same number', () => {
    for (const { documents } of county('2026-08-01')) {
      const ids = documents.map((document) => ('idOf' in document ? JSON.stringify(document.idOf) : document.id));
      expect(new Set(ids).size).toBe(ids.length);
    }
    const numbers = batch('certifications').map(({ value }) => value['number']);
    expect(numbers.every((number) => /^\d{16}$/.test(String(number)))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('holds the cards that the panel describes, and only valid numbers are described', () => {
    expect(new Set(people.map(({ openid }) => openid)).size).toBe(people.length);
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length);
    for (const { idNumber } of people) expect(readIdNumber(idNumber, '2026-08-01').ok).toBe(true);
    for (const card of batch('socialSecurityCards')) {
      const holder = people.find(({ idNumber }) => 'idOf' in card && idNumber === card.idOf.value);
      expect(holder?.name).toBe(card.value['name']);
      expect(holder?.note.includes('没有激活')).toBe(!card.value['activated']);
    }
  });

  test('has somebody in every state of the roster, as the panel describes them', () => {
    const of = (id: string, day?: string) => valueOf(person(id).idNumber, day);
    expect(of('wang')).toMatchObject({
      name: '王桂英',
      payment: 'paid',
      last: { period: '2025', until: '2026-12-31' },
    });
    expect(of('zhang')).toMatchObject({ name: '张秀兰', payment: 'paid' });
    expect(of('zhang')).not.toHaveProperty('last');
    expect(of('liu')).toMatchObject({ name: '刘玉贞' });
    expect(of('chen')).toMatchObject({ payment: 'paid', last: { period: '2026', method: 'data-match' } });
    expect(of('yang')).toMatchObject({ payment: 'suspended-not-certified', unpaidFrom: '2026-01' });
    expect(of('huang')).toMatchObject({ payment: 'suspended-special' });
    expect(of('zhou')).toMatchObject({ payment: 'ended' });
    expect(of('wu')).toMatchObject({ name: '吴文花', correctedName: { name: '吴文华', from: '2026-08-02' } });
    for (const id of ['daughter', 'unit', 'agency']) expect(of(id)).toBeUndefined();
  });

  test('opens the cycle of the year in which it is set up, so that it can be used on any day', () => {
    const cycleOn = (day: string) => batch('recipients', day).find((document) => 'id' in document)?.value;
    expect(cycleOn('2026-01-01')).toMatchObject({
      year: 2026,
      opensOn: '2026-01-01',
      deadline: '2026-12-31',
      firstUnpaidMonth: '2027-01',
    });
    expect(cycleOn('2027-12-31')).toMatchObject({ year: 2027, opensOn: '2027-01-01', deadline: '2027-12-31' });
    for (const day of ['2026-01-01', '2026-12-31'])
      for (const { value } of batch('certifications', day))
        expect((value['at'] as Date).getTime()).toBeLessThan(Date.parse(`${day}T09:12:00.000+08:00`));
  });

  test('that was cut off is done again, and what was there already is not doubled', async () => {
    const cloud = await startTestCloud();
    const seeder = path.join(dist, 'seed/index.js');
    const seed = county('2026-08-01');
    try {
      cloud.store.seedState = 'begun';
      await cloud.runOnce(seeder, [seed[0]], 60);
      expect(await seedStore(cloud, seeder, seed)).toBe(true);
      expect(cloud.store.count('socialSecurityCards', {})).toBe(4);
      expect(cloud.store.count('recipients', {})).toBe(310);
      expect(await seedStore(cloud, seeder, seed)).toBe(false);
    } finally {
      await cloud.close();
    }
  });

  test('is not done among data of somebody’s own', async () => {
    const cloud = await startTestCloud();
    cloud.store.insert('accounts', [{ createdAt: new Date(0) }]);
    expect(await seedStore(cloud, path.join(dist, 'seed/index.js'), county('2026-08-01'))).toBe(false);
    expect(cloud.store.count('recipients', {})).toBe(0);
    await cloud.close();
  });

  test('of an earlier version is not gone on with: the way out is named', async () => {
    const cloud = await startTestCloud();
    cloud.store.seedState = 'outdated';
    await expect(seedStore(cloud, path.join(dist, 'seed/index.js'), county('2026-08-01'))).rejects.toThrow(
      '--data DIRECTORY',
    );
    expect(cloud.store.count('recipients', {})).toBe(0);
    await cloud.close();
  });
});
