/** The whole matrix of faces and cards before the real engines; the tests take one of each species (`sampleOf`). */
const path = require('node:path');
const { spawnSync } = require('node:child_process');

const root = path.resolve(__dirname, '../..');
const files = ['face-embedded', 'face-reuse', 'id-card'].map((name) => `test/adapters/${name}.test.ts`);
const jest = [
  path.join(root, 'node_modules/jest/bin/jest.js'),
  '-c',
  '.config/jest.config.js',
  '--runInBand',
  ...files,
];
const { status } = spawnSync(process.execPath, jest, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WHOLE_MATRIX: '1' },
});
process.exitCode = status ?? 1;
