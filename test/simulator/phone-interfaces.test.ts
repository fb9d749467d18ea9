import fs from 'node:fs';
import path from 'node:path';
import { isOlder, SINCE } from '../../simulator/phone/page/phone/api/base-library';
import { TAP_ONLY } from '../../simulator/phone/page/phone/api/consent/user-tap';
import { openTypes } from '../../simulator/phone/page/phone/api/open-types';
import { PRIVATE, PRIVATE_KINDS, SCOPES } from '../../simulator/phone/page/between/consent';
import { elementTemplates } from '../../simulator/phone/element-templates';
import { interfacesPage, wxNames } from '../../simulator/phone/page/phone/interfaces';

const root = path.resolve(__dirname, '../..');
const typings = fs.readFileSync(
  path.join(root, 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts'),
  'utf8',
);

/** The version of the base library that WeChat's typings name for each function of `wx`; empty where they name none. */
const versions = new Map<string, string>();
for (const [, comment = '', name = ''] of typings.matchAll(/\/\*\*((?:(?!\*\/)[^])*?)\*\/\s*\n {8}(\w+)\s*[(<:]/g))
  if (comment.includes(`wx.${name}(`) && !versions.has(name))
    versions.set(name, /需要基础库： `([\d.]+)`/.exec(comment)?.[1] ?? '');

test('the page about the interfaces is what the code has today', () => {
  expect(fs.readFileSync(path.join(root, 'docs/simulator-interfaces.md'), 'utf8')).toBe(interfacesPage());
});

test('each interface is as old as WeChat’s typings say', () => {
  const known = wxNames().filter((name) => versions.has(name));
  expect(known.length).toBeGreaterThan(80);
  expect(Object.fromEntries(known.map((name) => [name, SINCE[name] ?? '']))).toEqual(
    Object.fromEntries(known.map((name) => [name, versions.get(name)])),
  );
});

test('no version is said for what the simulator does not have', () => {
  expect(Object.keys(SINCE).filter((name) => !wxNames().includes(name))).toEqual([]);
});

test('what may be kept shut is there', () => {
  const there = [
    ...wxNames(),
    ...SCOPES,
    ...Object.keys(elementTemplates),
    ...Object.keys(openTypes).map((name) => `button.${name}`),
  ];
  const named = [...TAP_ONLY, ...PRIVATE_KINDS.flatMap((kind) => [...PRIVATE[kind].interfaces])];
  expect(named.filter((name) => !there.includes(name))).toEqual([]);
});

test.each([
  ['2.9.4', '2.20.1', true],
  ['2.20.1', '2.9.4', false],
  ['2.20.1', '2.20.1', false],
  ['2.20.1', '2.20', false],
  ['1.9.90', '2.0.0', true],
])('library %s is older than %s: %s', (version, other, older) => {
  expect(isOlder(version, other)).toBe(older);
});
