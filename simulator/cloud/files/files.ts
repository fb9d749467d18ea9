import { createHmac, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CloudError } from '../errors';

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

/** The platform refuses larger ones by -403001. It names no number that we know; what phones send here has 2 MB. */
const sizeLimit = 50 * 1024 * 1024;

/** The rest of a file that is too large is read and dropped, so that who sends it gets to see the answer. */
async function* limited(content: Readable): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= sizeLimit) yield chunk;
  }
  if (size > sizeLimit) throw new CloudError('STORAGE_FILE_TOO_LARGE', `A file has at most ${sizeLimit} bytes.`, 413);
}

/** A directory of files that nobody leaves: paths are relative, slash-separated and without `.` and `..`. */
export class Files {
  /** The hash of who has put a file there, in a file of the same path; what has no owner belongs to the functions. */
  readonly #owners: string;

  /** @param ownerKey hashes owners, so that nobody's openid stands in the directory; absent where no phone writes */
  constructor(
    private readonly root: string,
    private readonly ownerKey = '',
  ) {
    this.#owners = `${root}.owners`;
  }

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
    if (openid !== undefined && (await this.has(name)) && (await this.#ownerOf(name)) !== this.#hashOf(openid)) {
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'This file belongs to somebody else.', 403);
    }
    const unfinished = path.join(this.root, `.${randomUUID()}`);
    try {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await pipeline(content, limited, createWriteStream(unfinished));
      // Where this is cut off the file belongs to the functions, and no phone can write it again.
      await rm(this.#locate(name, this.#owners), { force: true });
      await rename(unfinished, file);
      if (openid !== undefined) await this.#keepOwner(name, openid);
    } catch (cause) {
      await rm(unfinished, { force: true });
      if (['ENOTDIR', 'EEXIST', 'EISDIR', 'ERR_FS_EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) {
        throw new CloudError('BAD_PATH', 'A file and a folder cannot have the same path.', 409);
      }
      throw cause;
    }
  }

  async remove(name: string): Promise<boolean> {
    const there = await this.has(name);
    await rm(this.#locate(name), { force: true });
    if (there) await rm(this.#locate(name, this.#owners), { force: true });
    return there;
  }

  async #keepOwner(name: string, openid: string): Promise<void> {
    const file = this.#locate(name, this.#owners);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, this.#hashOf(openid));
  }

  #hashOf(openid: string): string {
    return createHmac('sha256', this.ownerKey).update(openid).digest('hex');
  }

  async #ownerOf(name: string): Promise<string | undefined> {
    try {
      return await readFile(this.#locate(name, this.#owners), 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw cause;
    }
  }

  #locate(name: string, root = this.root): string {
    const segments = name.split('/');
    const fine = segments.every((segment) => /^(?!\.)[^\\\0]{1,200}$/u.test(segment));
    if (!fine || Buffer.byteLength(name) > 800)
      throw new CloudError('BAD_PATH', 'This is not a path of cloud storage.');
    return path.join(root, ...segments);
  }
}
