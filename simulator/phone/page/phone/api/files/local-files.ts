/**
 * The files that the mini-program holds on the phone: `wxfile://tmp_…` for this visit, `wxfile://store_…` where it saved
 * them. The simulator keeps all of them until the page is loaded again.
 */
const files = new Map<string, Blob>();
const addresses = new Map<string, string>();
let made = 0;

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

export const extensionOf = (file: Blob): string => EXTENSIONS[file.type] ?? 'dat';

/** Keeps a file and gives it a path. */
export const keepFile = (file: Blob, extension = extensionOf(file), kind: 'tmp' | 'store' = 'tmp'): string => {
  made += 1;
  const path = `wxfile://${kind}_${made}.${extension}`;
  if (kind === 'store') requireRoom(path, file);
  files.set(path, file);
  return path;
};

/** Bytes that a mini-program may keep for itself. @see https://developers.weixin.qq.com/miniprogram/dev/framework/ability/file-system.html */
const MOST_KEPT = 200 * 1024 * 1024;

export const isTemporary = (path: string): boolean => path.startsWith('wxfile://tmp_');

/** @throws Error in WeChat's words where the mini-program would keep more than it may */
const requireRoom = (path: string, { size }: Blob): void => {
  const kept = [...files].filter(([other]) => other !== path && !isTemporary(other));
  if (kept.reduce((sum, [, file]) => sum + file.size, size) > MOST_KEPT)
    throw new Error('the maximum size of the file storage limit is exceeded');
};

export const putFile = (path: string, file: Blob): void => {
  requireRoom(path, file);
  removeFile(path);
  files.set(path, file);
};

export const isLocal = (path: string): boolean => path.startsWith('wxfile://');

/** @throws Error in WeChat's words where there is no such file */
export const fileAt = (path: string): Blob => {
  const file = files.get(path);
  if (!file) throw new Error(`no such file or directory, open '${path}'`);
  return file;
};

export const hasFile = (path: string): boolean => files.has(path);

/** @returns whether it was there */
export const removeFile = (path: string): boolean => {
  const address = addresses.get(path);
  if (address) URL.revokeObjectURL(address);
  addresses.delete(path);
  return files.delete(path);
};

/** What the browser opens the file by; an address that leads nowhere where there is no such file. */
export const addressOf = (path: string): string => {
  const file = files.get(path);
  if (!file) return 'data:,';
  const address = addresses.get(path) ?? URL.createObjectURL(file);
  addresses.set(path, address);
  return address;
};
