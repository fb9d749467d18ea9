import path from 'node:path';
import js from '@eslint/js';
import ts from 'typescript-eslint';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import imports, { createNodeResolver } from 'eslint-plugin-import-x';
import wxml from 'eslint-plugin-wxml';
import * as wxmlParser from '@wxml/parser';

const root = path.resolve(import.meta.dirname, '..');
const chinese = '[\\u4e00-\\u9fff]';

/** Who may import what (docs/architecture.md). A folder not named here may import anything its own zone allows. */
const only = (target, ...allowed) => ({
  target,
  from: root,
  except: allowed,
  message: `${target} may import only ${allowed.join(', ')}`,
});
const never = (target, ...from) => ({ target, from, message: `${target} must not import ${from.join(', ')}` });

/** The folders whose pages people see; all but the first are packages of their own (`subPackages` in app.json). */
const pageFolders = ['pages', 'certification', 'family'];
const pages = `{${pageFolders.join(',')}}`;

/** What is uploaded, and the seeder of the simulator. */
const wiring = ['account', 'certification', 'seed'];

/**
 * The groups of use-cases, each with the groups below it that it may use: what people come for first does not know what
 * was built on it, so that a group can be read alone. `steps` is what several groups share.
 */
const groupsBelow = {
  account: ['identity', 'face-check'],
  family: ['account', 'identity', 'face-check'],
  certification: ['account', 'identity', 'face-check'],
  review: ['certification', 'account', 'identity', 'face-check'],
  identity: ['face-check'],
  'face-check': [],
  help: [],
  steps: [],
};
const useCases = 'cloudfunctions/core/use-cases';
const useCaseZones = Object.entries(groupsBelow).map(([group, below]) =>
  only(
    `${useCases}/${group}`,
    ...new Set([group, 'steps', ...below].map((each) => `${useCases}/${each}`)),
    'cloudfunctions/core/domain',
    'cloudfunctions/core/ports',
    'miniprogram/shared',
  ),
);

const zones = [
  only('miniprogram/shared', 'miniprogram/shared'),
  only('miniprogram', 'miniprogram', 'node_modules'),
  only('miniprogram/liveness', 'miniprogram/liveness', 'miniprogram/shared'),
  never('miniprogram/copy', `miniprogram/{${pages},components,stores,services,liveness}/**/*`),
  never('miniprogram/services', `miniprogram/{${pages},components,stores}/**/*`),
  never('miniprogram/stores', `miniprogram/{${pages},components}/**/*`),
  never('miniprogram/components', `miniprogram/${pages}/**/*`, 'miniprogram/services/cloud.*'),
  // A package is fetched when it is needed: what two of them share lies in the main package, and never the other way.
  ...pageFolders.map((folder) =>
    never(`miniprogram/${folder}`, `miniprogram/{${pageFolders.filter((other) => other !== folder).join(',')}}/**/*`),
  ),
  ...useCaseZones,
  only('cloudfunctions/core/domain', 'cloudfunctions/core/domain', 'miniprogram/shared'),
  only('cloudfunctions/core/ports', 'cloudfunctions/core/ports', 'cloudfunctions/core/domain', 'miniprogram/shared'),
  only('cloudfunctions/core/functions', 'cloudfunctions/core', 'miniprogram/shared', 'node_modules'),
  only(
    'cloudfunctions/adapters',
    'cloudfunctions/adapters',
    'cloudfunctions/core/ports',
    'cloudfunctions/core/domain/documents',
    'cloudfunctions/core/domain/face-check/measures',
    'cloudfunctions/core/domain/roster',
    'cloudfunctions/database',
    'miniprogram/shared',
    'miniprogram/copy',
    'node_modules',
  ),
  only('cloudfunctions/database', 'cloudfunctions/database'),
  // What is uploaded is wiring: it knows the adapters and the functions, and nothing knows it.
  ...wiring.map((folder) =>
    only(
      `cloudfunctions/${folder}`,
      `cloudfunctions/${folder}`,
      'cloudfunctions/outside.ts',
      'cloudfunctions/adapters',
      'cloudfunctions/core/functions',
      'cloudfunctions/core/domain/documents',
      'cloudfunctions/database',
      'miniprogram/shared',
      'node_modules',
    ),
  ),
  never('simulator', 'miniprogram/**/*', 'cloudfunctions/**/*'),
].map(({ target, from, except, message }) => ({
  target: path.join(root, target),
  from: (Array.isArray(from) ? from : [from]).map((place) => path.resolve(root, place)),
  ...(except && { except: except.map((place) => path.join('.', place)) }),
  message,
}));

const sdkOutsideItsFolder = {
  paths: [{ name: 'wx-server-sdk', message: 'Only cloudfunctions/adapters/cloud-database speaks to the SDK.' }],
};
const wxMember = (name, message) => ({
  selector: `MemberExpression[object.name='wx'][property.name='${name}']`,
  message,
});
const cloudOnlyInItsService = wxMember('cloud', 'wx.cloud is used in miniprogram/services/cloud.ts only.');
const cameraOnlyInItsService = wxMember(
  'createCameraContext',
  'Cameras are used in miniprogram/services/camera.ts only.',
);
const sessionOnlyInItsService = wxMember(
  'createVKSession',
  'VisionKit is used in miniprogram/services/camera.ts only.',
);
const phoneStaysOutside = {
  name: 'wx',
  message: 'miniprogram/liveness and miniprogram/shared know nothing of a phone: they are given what they need.',
};
const wordsBelongToCopy = [
  { selector: `Literal[value=/${chinese}/]`, message: 'What the user reads belongs to miniprogram/copy.' },
  { selector: `TemplateElement[value.raw=/${chinese}/]`, message: 'What the user reads belongs to miniprogram/copy.' },
];

const deletesOnlyScratch = [
  'ImportDeclaration[source.value=/^(node:)?fs/] > ImportSpecifier[imported.name=/^(rm|rmdir|unlink)(Sync)?$/]',
  'MemberExpression[object.name=/^(fs|promises)$/][property.name=/^(rm|rmdir|unlink)(Sync)?$/]',
].map((selector) => ({
  selector,
  message: 'A test deletes only what it has made: makeScratch of test/support/scratch.ts, and its remove().',
}));

export default ts.config(
  { ignores: ['dist/**', '.cache/**', '**/miniprogram_npm/**', 'node_modules/**', 'screenshots/**', '.data/**'] },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ...ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { 'import-x': imports },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })] },
    rules: {
      'no-undef': 'off',
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'no-restricted-imports': ['error', sdkOutsideItsFolder],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A list of ours that grows names every decision on it; a default would hide the new one.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        cloudOnlyInItsService,
        cameraOnlyInItsService,
        sessionOnlyInItsService,
        ...wordsBelongToCopy,
      ],
    },
  },
  {
    files: ['miniprogram/services/cloud.ts'],
    rules: { 'no-restricted-syntax': ['error', cameraOnlyInItsService, sessionOnlyInItsService, ...wordsBelongToCopy] },
  },
  {
    files: ['miniprogram/services/camera.ts'],
    rules: { 'no-restricted-syntax': ['error', cloudOnlyInItsService, ...wordsBelongToCopy] },
  },
  {
    files: ['miniprogram/{liveness,shared}/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', phoneStaysOutside] },
  },
  { files: ['miniprogram/copy/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['cloudfunctions/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...wordsBelongToCopy] } },
  { files: ['cloudfunctions/adapters/cloud-database/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Asymmetric matchers are `any`, and fakes of asynchronous ports have nothing to wait for.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', ...deletesOnlyScratch],
      'max-lines-per-function': 'off',
    },
  },
  { files: ['test/support/scratch.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.wxml'],
    plugins: { wxml },
    // Named, for the linter's cache has to tell configurations apart.
    languageOptions: { parser: { ...wxmlParser, meta: { name: '@wxml/parser' } } },
    rules: {
      'wxml/report-wxml-syntax-error': 'error',
      'wxml/report-interpolation-error': 'error',
      'wxml/report-wxs-syntax-error': 'error',
      'wxml/no-duplicate-attributes': 'error',
      'wxml/no-inconsistent-tagname': 'error',
      'wxml/no-vue-directive': 'error',
      'wxml/wx-key': 'error',
      'wxml/no-wx-for-with-wx-if': 'error',
      'wxml/no-unexpected-string-bool': 'error',
      'wxml/no-wx-if-string': 'error',
      'wxml/no-const-and-let-in-wxs': 'error',
    },
  },
  {
    files: ['**/*.wxs'],
    extends: [js.configs.recommended],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'commonjs',
      globals: { getRegExp: 'readonly', getDate: 'readonly' },
    },
  },
  {
    files: ['**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  { files: ['**/*.js'], rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] } },
  prettier,
  // The formatter's set of switched-off rules holds these two, which are limits and not layout.
  { files: ['**/*.ts'], rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] } },
);
