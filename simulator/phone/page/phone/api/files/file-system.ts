import { call } from '../call';
import { readSettings } from '../../../between/settings';
import { fileAt, hasFile, isTemporary, keepFile, putFile, removeFile } from './local-files';

type Encoding = 'utf8' | 'utf-8' | 'base64';

interface Reading {
  filePath: string;
  encoding?: Encoding;
}

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const readFile = async ({ filePath, encoding }: Reading): Promise<{ data: string | ArrayBuffer }> => {
  const file = fileAt(filePath);
  if (encoding === undefined) return { data: await file.arrayBuffer() };
  if (encoding === 'base64') return { data: base64Of(new Uint8Array(await file.arrayBuffer())) };
  if (encoding === 'utf8' || encoding === 'utf-8') return { data: await file.text() };
  throw new Error(`the simulator does not read files as ${encoding as string}`);
};

interface Writing extends Reading {
  data: string | ArrayBuffer;
}

const bytesOf = (data: string | ArrayBuffer, encoding: Encoding): BlobPart =>
  typeof data === 'string' && encoding === 'base64' ? Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)) : data;

const TYPES: Record<string, string> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };

const writeFile = ({ filePath, data, encoding = 'utf8' }: Writing): void => {
  if (!filePath.startsWith('wxfile://usr/')) throw new Error(`permission denied, open '${filePath}'`);
  const type = TYPES[filePath.split('.').at(-1) ?? ''] ?? '';
  putFile(filePath, new Blob([bytesOf(data, encoding)], { type }));
};

/** WeChat may keep a temporary file from being removed; it clears them itself, when it likes. */
const unlink = ({ filePath }: { filePath: string }): void => {
  if (isTemporary(filePath) && readSettings().keepsTemporaryFiles)
    throw new Error(`permission denied, unlink '${filePath}'`);
  if (!removeFile(filePath)) throw new Error(`no such file or directory '${filePath}'`);
};

const access = ({ path }: { path: string }): void => {
  if (!hasFile(path)) throw new Error(`no such file or directory ${path}`);
};

/** The temporary file moves: it is gone afterwards. */
const saveFile = ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }): object => {
  const file = fileAt(tempFilePath);
  if (filePath !== undefined) putFile(filePath, file);
  const savedFilePath = filePath ?? keepFile(file, tempFilePath.split('.').at(-1), 'store');
  removeFile(tempFilePath);
  return { savedFilePath };
};

export const fileSystemManager = {
  readFile: call('readFile', readFile),
  writeFile: call('writeFile', writeFile),
  unlink: call('unlink', unlink),
  access: call('access', access),
  saveFile: call('saveFile', saveFile),
  getFileInfo: call('getFileInfo', ({ filePath }: { filePath: string }) => ({ size: fileAt(filePath).size })),
};

/** The file system as far as it is used here; the files live until the page is loaded again. */
export const fileSystemApi = (refusing: (api: Record<string, unknown>, name: string) => unknown) => {
  const only = refusing(fileSystemManager, 'FileSystemManager');
  return { getFileSystemManager: () => only };
};
