import { readSettings } from '../../between/settings';
import { call } from './call';

/** Characters that one key may hold: 1 MB. @see https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html */
const MOST_PER_KEY = 1024 * 1024;
/** Kilobytes that a mini-program may hold for one user. */
const LIMIT = 10 * 1024;
const KILOBYTE = 1024;

const exceeded = () => new Error('exceed storage max size 10Mb');

/** Each WeChat user has a store of their own on the phone. */
const prefix = (): string => `wx:${readSettings().openid}:`;

const keys = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix()))
    .map((key) => key.slice(prefix().length));

const has = (key: string): boolean => localStorage.getItem(prefix() + key) !== null;

const read = (key: string): unknown => {
  const stored = localStorage.getItem(prefix() + key);
  return stored === null ? '' : (JSON.parse(stored) as { data: unknown }).data;
};

const sizeOf = (stored: string[]): number =>
  stored.reduce((sum, key) => sum + (localStorage.getItem(prefix() + key)?.length ?? 0), 0);

const write = (key: string, data: unknown): void => {
  const text = JSON.stringify({ data });
  if (text.length > MOST_PER_KEY) throw new Error('exceed storage item max length');
  if (sizeOf(keys().filter((other) => other !== key)) + text.length > LIMIT * KILOBYTE) throw exceeded();
  try {
    localStorage.setItem(prefix() + key, text);
  } catch {
    // The browser's own store is smaller than the phone's and holds other people's data as well.
    throw exceeded();
  }
};

const remove = (key: string): void => localStorage.removeItem(prefix() + key);

const clear = (): void => keys().forEach(remove);

const info = () => ({ keys: keys(), currentSize: Math.ceil(sizeOf(keys()) / KILOBYTE), limitSize: LIMIT });

export const storageApi = {
  getStorageSync: read,
  setStorageSync: write,
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  getStorage: call('getStorage', ({ key }: { key: string }) => {
    if (!has(key)) throw new Error('data not found');
    return { data: read(key) };
  }),
  setStorage: call('setStorage', ({ key, data }: { key: string; data: unknown }) => write(key, data)),
  removeStorage: call('removeStorage', ({ key }: { key: string }) => remove(key)),
  clearStorage: call('clearStorage', clear),
  getStorageInfo: call('getStorageInfo', info),
};
