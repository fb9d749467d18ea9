const path = require('node:path');
const rootDir = path.resolve(__dirname, '..');
const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
];
const project = (displayName, folders, more = {}) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  transform: { '\\.ts$': swc },
  transformIgnorePatterns: ['/node_modules/'],
  ...more,
});

module.exports = {
  rootDir,
  projects: [
    project('rules', ['shared', 'liveness', 'domain', 'use-cases']),
    project('parts', ['adapters', 'simulator', 'database', 'checks']),
    project('components', ['components'], {
      testEnvironment: 'jsdom',
      transform: {
        '\\.ts$': swc,
        '/(@vant/weapp|miniprogram_npm)/.*\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
      },
      transformIgnorePatterns: ['/node_modules/(?!@vant/weapp/)'],
    }),
    project('browser', ['e2e']),
  ],
};
