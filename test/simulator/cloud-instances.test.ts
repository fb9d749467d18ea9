import { startTestCloud, type TestCloud } from '../support/local-cloud';

jest.setTimeout(30_000);

/** Spins: a module that computes while it is loaded. */
const slowToLoad = (milliseconds: number) => `const until = Date.now() + ${milliseconds}; while (Date.now() < until);`;

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud({
    functions: {
      slow: `${slowToLoad(1500)} exports.main = async () => 'loaded';`,
      late: `let beats = 0, served = 0;
        exports.main = async ({ start }) => {
          if (start) setInterval(() => (beats += 1), 1);
          return { beats, served: ++served };
        };`,
      ticks: `exports.main = () => new Promise((resolve) => {
          let left = 200;
          const timer = setInterval(() => { if (--left === 0) { clearInterval(timer); resolve(); } }, 1);
        });`,
      chatter: `exports.main = async () => { for (let i = 1; i <= 30; i += 1) console.log('line ' + i); };`,
    },
    declarations: { slow: { timeout: 1 } },
  });
});
afterAll(() => cloud.close());

test('loading a function counts in its time-out', async () => {
  await expect(cloud.invoke('slow', {})).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    message: 'Invoking task timed out after 1 seconds',
  });
});

test('what a function leaves running after its answer stands still until the next call', async () => {
  const first = (await cloud.invoke('late', { start: true })) as { beats: number };
  expect(first.beats).toBe(0);
  // Meanwhile another function's timer goes off two hundred times.
  await cloud.invoke('ticks', {});
  const second = (await cloud.invoke('late', {})) as { beats: number; served: number };
  expect(second.beats).toBeLessThan(10);
  expect(second.served).toBe(2);
});

test('everything that a call has logged is in the log before its answer', async () => {
  await cloud.invoke('chatter', {});
  const lines = cloud.lines.filter((line) => line.startsWith('[chatter '));
  expect(lines.map((line) => line.replace(/^.*\] /, ''))).toEqual(
    Array.from({ length: 30 }, (_, index) => `line ${index + 1}`),
  );
});

test('an instance that stands still can be ended', async () => {
  const other = await startTestCloud({ functions: { one: 'exports.main = async () => 1;' } });
  expect(await other.invoke('one', {})).toBe(1);
  await other.close();
  await expect(fetch(`${other.url}/health`)).rejects.toThrow();
});

test('no more instances run at once than the simulator is told', async () => {
  const source = `exports.main = async () => {
      await new Promise(setImmediate);
      return require('worker_threads').threadId;
    };`;
  const other = await startTestCloud({ functions: { one: source }, instances: 2 });
  const threads = await Promise.all(Array.from({ length: 12 }, () => other.invoke('one', {})));
  await other.close();
  expect(new Set(threads).size).toBe(2);
});
