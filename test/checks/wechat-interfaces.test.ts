import fs from 'node:fs';
import path from 'node:path';
import { isLibraryTooOld, OLDEST_LIBRARY } from '../../miniprogram/shared/library-version';
import { sourcesOf } from '../support/mini-program-files';

const typings = fs.readFileSync(
  path.resolve(__dirname, '../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts'),
  'utf8',
);

/** The library that an interface of `wx` came with, by the comment above it in WeChat's own types; 1.0.0 where it tells none. */
const cameWith = (name: string): string => {
  const declared = typings.search(new RegExp(`\\n {8}${name}[<(]`));
  if (declared < 0) throw new Error(`WeChat's types have no wx.${name}`);
  const comment = typings.slice(typings.lastIndexOf('/**', declared), declared);
  return /需要基础库：\s*`(\d+\.\d+\.\d+)`/.exec(comment)?.[1] ?? '1.0.0';
};

/** These are looked for before they are called (services/camera.ts, services/wechat-version.ts). */
const LOOKED_FOR = ['createVKSession', 'getAppBaseInfo', 'updateWeChatApp'];

const called = new Set(
  sourcesOf('.ts')
    .flatMap(([, text]) => [...text.matchAll(/\bwx\s*\.([a-zA-Z]+)/g)].map(([, name = '']) => name))
    .filter((name) => name !== 'cloud'),
);

test('there are interfaces to look at, and their versions are found', () => {
  expect(called.size).toBeGreaterThan(20);
  expect(cameWith('setInnerAudioOption')).toBe('2.3.0');
  expect(cameWith('getAppBaseInfo')).toBe('2.20.1');
});

test('what is called without a look came with the oldest library that the app opens on', () => {
  const tooNew = [...called].filter(
    (name) => !LOOKED_FOR.includes(name) && isLibraryTooOld(OLDEST_LIBRARY, cameWith(name)),
  );
  expect(tooNew).toEqual([]);
});

test('the project is made for a library that is no older', () => {
  const { libVersion } = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../../project.config.json'), 'utf8')) as {
    libVersion: string;
  };
  expect(isLibraryTooOld(libVersion)).toBe(false);
});
