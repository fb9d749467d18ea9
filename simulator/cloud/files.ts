import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CloudError } from './errors';

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface FoundFile {
  stream: Readable;
  size: number;
  contentType: string;
}

/** A directory of files that nobody leaves: paths are relative, slash-separated and without `.` and `..`. */
export class Files {
  /** Who has put a file there in this run; what was there before belongs to nobody. */
  readonly #owners = new Map<string, string>();

  constructor(private readonly root: string) {}

  async open(name: string): Promise<FoundFile> {
    const file = this.#locate(name);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || !found.isFile()) throw new CloudError('FILE_NOT_FOUND', 'There is no such file.', 404);
    const contentType = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { stream: createReadStream(file), size: found.size, contentType };
  }

  async has(name: string): Promise<boolean> {
    const found = await stat(this.#locate(name)).catch(() => undefined);
    return found !== undefined && found.isFile();
  }

  /**
   * Whole or not at all: a broken upload leaves what was there.
   * @param openid the WeChat user who uploads, and who may replace nobody else's file; absent for the functions
   */
  async put(name: string, content: Readable, openid?: string): Promise<void> {
    const file = this.#locate(name);
    if (openid !== undefined && this.#owners.get(name) !== openid && (await this.has(name))) {
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'This file belongs to somebody else.', 403);
    }
    const unfinished = path.join(this.root, `.${randomUUID()}`);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await pipeline(content, createWriteStream(unfinished));
      await rename(unfinished, file);
      if (openid === undefined) this.#owners.delete(name);
      else this.#owners.set(name, openid);
    } catch (cause) {
      await rm(unfinished, { force: true });
      if (['ENOTDIR', 'EEXIST', 'EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) {
        throw new CloudError('BAD_PATH', 'A file and a folder cannot have the same path.', 409);
      }
      throw cause;
    }
  }

  async remove(name: string): Promise<boolean> {
    const there = await this.has(name);
    await rm(this.#locate(name), { force: true });
    this.#owners.delete(name);
    return there;
  }

  #locate(name: string): string {
    const segments = name.split('/');
    const fine = segments.every((segment) => /^(?!\.)[^\\\0]{1,200}$/u.test(segment));
    if (!fine || Buffer.byteLength(name) > 800)
      throw new CloudError('BAD_PATH', 'This is not a path of cloud storage.');
    return path.join(this.root, ...segments);
  }
}
