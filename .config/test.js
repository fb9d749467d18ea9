/**
 * `npm test`: the checks and the tests beside each other, on one build. What the checks say comes first, then the
 * tests; what either finds fails the whole. Arguments go to jest.
 */
const path = require('node:path');
const { once } = require('node:events');
const { spawn } = require('node:child_process');
const { buildWhereStale } = require('./built');

const root = path.resolve(__dirname, '..');
const start = (script, args, stdio) =>
  spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: root, stdio });
const statusOf = async (child) => (await once(child, 'close'))[0];

/** Keeps what a process prints until `release`, and passes it on from then on. */
const heldBack = (child) => {
  const kept = [];
  let isReleased = false;
  for (const name of ['stdout', 'stderr'])
    child[name].on('data', (bytes) => (isReleased ? process[name].write(bytes) : kept.push([name, bytes])));
  return () => {
    isReleased = true;
    for (const [name, bytes] of kept) process[name].write(bytes);
  };
};

const main = async () => {
  await buildWhereStale();
  const jest = ['-c', '.config/jest.config.js', ...process.argv.slice(2)];
  const tests = start('jest/bin/jest.js', jest, ['inherit', 'pipe', 'pipe']);
  const [release, tested] = [heldBack(tests), statusOf(tests)];
  const checked = await statusOf(start('gulp/bin/gulp.js', ['checkBuilt'], 'inherit'));
  release();
  const failed = (await tested) !== 0;
  if (checked !== 0) console.error('The checks have found something: see above the tests.\nchecks: 0 passed, 1 failed');
  process.exitCode = failed || checked !== 0 ? 1 : 0;
};

void main();
