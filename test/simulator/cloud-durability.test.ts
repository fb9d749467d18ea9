import path from 'node:path';
import { makeScratch } from '../support/scratch';
import { buildSimulator, runSimulator, urlOf, type SimulatorProcess } from '../support/simulator-process';

/** Three processes are started, on a machine that may be busy. */
jest.setTimeout(60_000);

const functions = {
  // Writes a document plainly and two more in one transaction, all through the real SDK.
  writer: `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    const db = cloud.database();
    exports.main = async ({ id }) => {
      await db.collection('accounts').add({ data: { _id: id, filler: 'x'.repeat(2000) } });
      const transaction = await db.startTransaction();
      await transaction.collection('accounts').add({ data: { _id: id + '-1' } });
      await transaction.collection('sessions').doc(id + '-2').set({ data: { accountId: id } });
      await transaction.commit();
      return { id };
    };`,
  reader: `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    const db = cloud.database();
    const idsIn = async (name, after = '') => {
      const { data } = await db.collection(name).where({ _id: db.command.gt(after) })
        .orderBy('_id', 'asc').field({ _id: true }).limit(1000).get();
      const ids = data.map(({ _id }) => _id);
      return ids.length < 1000 ? ids : [...ids, ...(await idsIn(name, ids.at(-1)))];
    };
    exports.main = async () => [...(await idsIn('accounts')), ...(await idsIn('sessions'))];`,
};

const scratch = makeScratch('cloud-durability');
const dist = scratch.folder;
const options = ['--port', '0', '--seed', 'none', '--data', path.join(dist, 'data')];
const started: SimulatorProcess[] = [];

beforeAll(() => buildSimulator(dist, functions));
afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  scratch.remove();
});

async function call(url: string, name: string, body: object): Promise<unknown> {
  const headers = { 'x-openid': 'o-writer' };
  const response = await fetch(`${url}/functions/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Writes from several sides until the simulator is dead, and kills it once enough has been acknowledged. */
async function writeUntilKilled(round: number, enough: number): Promise<string[]> {
  const simulator = runSimulator(dist, options);
  started.push(simulator);
  const url = await urlOf(simulator);
  const acknowledged: string[] = [];
  let dead = false;
  void simulator.ended.then(() => (dead = true));
  const write = async (writer: number): Promise<void> => {
    for (let turn = 0; !dead; turn += 1) {
      const id = `${round}-${writer}-${turn}`;
      // A call that the kill cuts off is not acknowledged, and may or may not have been written.
      const answered = await call(url, 'writer', { id }).then(
        () => true,
        () => false,
      );
      if (!answered) return;
      acknowledged.push(id);
      if (acknowledged.length === enough) simulator.child.kill('SIGKILL');
    }
  };
  await Promise.all([0, 1, 2, 3].map(write));
  await simulator.ended;
  return acknowledged;
}

test('kill -9 while writing loses nothing acknowledged, and no transaction is there by half', async () => {
  const acknowledged = [...(await writeUntilKilled(1, 60)), ...(await writeUntilKilled(2, 60))];
  expect(acknowledged.length).toBeGreaterThanOrEqual(120);
  const simulator = runSimulator(dist, options);
  started.push(simulator);
  const there = new Set((await call(await urlOf(simulator), 'reader', {})) as string[]);
  const wanted = acknowledged.flatMap((id) => [id, `${id}-1`, `${id}-2`]);
  expect(wanted.filter((id) => !there.has(id))).toEqual([]);
  const halves = [...there].filter((id) => /-[12]$/.test(id) && id.split('-').length === 4);
  const other = (id: string) => id.slice(0, -1) + (id.endsWith('1') ? '2' : '1');
  expect(halves.filter((id) => !there.has(other(id)))).toEqual([]);
});
