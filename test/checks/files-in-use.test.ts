import fs from 'node:fs';
import path from 'node:path';
import { makeScratch, type Scratch } from '../support/scratch';

interface Finder {
  filesInUse(root: string): Set<string>;
  removeUnusedFiles(root: string): void;
}
const { filesInUse, removeUnusedFiles } = jest.requireActual<Finder>('../../.config/files-in-use.js');

const app = {
  'app.js': 'require("./stores/session");',
  'app.json': JSON.stringify({
    pages: ['pages/home/index'],
    subPackages: [{ root: 'family', pages: ['contacts/index'] }],
    tabBar: { custom: true },
    sitemapLocation: 'sitemap.json',
  }),
  'app.wxss': "@import './styles/text.wxss';",
  'sitemap.json': '{}',
  'styles/text.wxss': '',
  'stores/session.js': 'var a=require("mobx"),b=require(\'../copy/errors.js\');',
  'copy/errors.js': '',
  'miniprogram_npm/mobx/index.js': '',
  'custom-tab-bar/index.js': '',
  'pages/home/index.js': '',
  'pages/home/index.json': JSON.stringify({ usingComponents: { tile: '../../components/tile/index' } }),
  'pages/home/index.wxml': '<import src="./rows.wxml"/><wxs module="m" src="../../dates.wxs"/>',
  'pages/home/rows.wxml': '',
  'dates.wxs': '',
  'components/tile/index.js': '',
  'components/tile/index.json': JSON.stringify({ usingComponents: { 'van-icon': '@vant/weapp/icon/index' } }),
  'miniprogram_npm/@vant/weapp/icon/index.js': 'require("../common/component")',
  'miniprogram_npm/@vant/weapp/icon/index.json': '{}',
  'miniprogram_npm/@vant/weapp/common/component.js': '',
  'family/contacts/index.js': 'require("uqr")',
  'family/miniprogram_npm/uqr/index.js': '',
};

const made: Scratch[] = [];
afterEach(() => made.splice(0).forEach((scratch) => scratch.remove()));

const build = (files: Record<string, string>): string => {
  const scratch = makeScratch('files-in-use');
  made.push(scratch);
  const root = scratch.folder;
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
  return root;
};

test('whatever a page reaches by script, template, style, component or package is in use', () => {
  expect([...filesInUse(build(app))].sort()).toEqual(Object.keys(app).sort());
});

test('what no page reaches is not uploaded; pictures, which only data name, stay', () => {
  const root = build({ ...app, 'copy/sms.js': '', 'styles/old.wxss': '', 'pictures/card.png': '' });
  removeUnusedFiles(root);
  expect(fs.existsSync(path.join(root, 'copy/sms.js'))).toBe(false);
  expect(fs.existsSync(path.join(root, 'styles/old.wxss'))).toBe(false);
  expect(fs.existsSync(path.join(root, 'pictures/card.png'))).toBe(true);
  expect(fs.existsSync(path.join(root, 'copy/errors.js'))).toBe(true);
});

test.each([
  ['a script', { 'stores/session.js': 'require("../copy/gone")' }, 'stores/session.js names ../copy/gone'],
  ['a package', { 'family/contacts/index.js': 'require("uqr2")' }, 'family/contacts/index.js names uqr2'],
  ['a style', { 'app.wxss': "@import './gone.wxss';" }, 'app.wxss names ./gone.wxss'],
  ['a template', { 'pages/home/rows.wxml': '<include src="gone.wxml"/>' }, 'pages/home/rows.wxml names gone.wxml'],
  [
    'a component',
    { 'pages/home/index.json': '{"usingComponents":{"a":"/components/a/index"}}' },
    'pages/home/index.json names /components/a/index',
  ],
])('%s that the build lacks stops the build', (_, changed, words) => {
  const root = build({ ...app, ...changed });
  expect(() => filesInUse(root)).toThrow(`${words}, which is not in the build`);
});
