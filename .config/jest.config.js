const os = require('node:os');
const path = require('node:path');
const rootDir = path.resolve(__dirname, '..');
const cacheDirectory = path.join(rootDir, '.cache/jest');
const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
];
const project = (displayName, files, more = {}) => ({
  displayName,
  rootDir,
  cacheDirectory,
  testEnvironment: 'node',
  testMatch: files.map((pattern) => `<rootDir>/test/${pattern}.test.ts`),
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  transform: { '\\.ts$': swc },
  transformIgnorePatterns: ['/node_modules/'],
  ...more,
});
/** What these need of `dist/` is built once, before the first of them. */
const built = { globalSetup: '<rootDir>/.config/jest-built.js' };

module.exports = {
  rootDir,
  cacheDirectory,
  // On two cores too: while one test waits for a page or a process, another one is at work.
  maxWorkers: Math.max(2, os.availableParallelism() - 1),
  // No test measures speed: on a machine with other work each may take long.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/.config/slow-first.js',
  reporters: ['default', '<rootDir>/.config/closing-line.js'],
  projects: [
    project('rules', ['{shared,liveness,domain,use-cases}/**/*']),
    // Whatever no other project has, so that no test file is left out.
    project('parts', ['**/*'], {
      ...built,
      testPathIgnorePatterns: [
        '<rootDir>/test/(shared|liveness|domain|use-cases|components|e2e)/',
        '<rootDir>/test/simulator/phone-(?!build)',
      ],
    }),
    project('components', ['components/**/*'], {
      ...built,
      testEnvironment: 'jsdom',
      transform: {
        '\\.ts$': swc,
        '/(@vant/weapp|miniprogram_npm)/.*\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
      },
      transformIgnorePatterns: ['/node_modules/(?!@vant/weapp/)'],
    }),
    // One Chromium for all of them; it starts on what is built.
    project('browser', ['e2e/**/*', 'simulator/phone-!(build)'], {
      globalSetup: '<rootDir>/test/support/one-browser.ts',
      globalTeardown: '<rootDir>/test/support/close-browser.ts',
    }),
  ],
};
