import type { Files } from '../../../cloudfunctions/core/ports/files';
import { turn } from './memory-database';

/** Cloud storage in memory. What is kept is not encrypted: that is the adapter's to prove. */
export class MemoryFiles implements Files {
  /** Bytes by file id; a file's id is its path behind a prefix, as in the cloud. */
  private readonly files = new Map<string, Uint8Array>();
  private count = 0;

  /** What a phone does. @returns the file's id */
  upload(path: string, bytes: Uint8Array): string {
    const fileId = `cloud://test/${path}`;
    this.files.set(fileId, bytes);
    return fileId;
  }

  /** Paths of all that is stored, in order. */
  get paths(): string[] {
    return [...this.files.keys()].map((fileId) => fileId.slice('cloud://test/'.length)).sort();
  }

  async uploaded(fileId: string, path: string | RegExp): Promise<Uint8Array | undefined> {
    await turn();
    const at = fileId.slice('cloud://test/'.length);
    const isThere = typeof path === 'string' ? at === path : path.test(at);
    return isThere ? this.files.get(fileId) : undefined;
  }

  async keep(folder: 'portraits' | 'reviews', bytes: Uint8Array): Promise<string> {
    await turn();
    return this.upload(`${folder}/${++this.count}`, bytes);
  }

  async open(fileId: string): Promise<Uint8Array> {
    await turn();
    const bytes = this.files.get(fileId);
    if (!bytes) throw new Error('The file is gone.');
    return bytes;
  }

  async remove(fileIds: readonly string[]): Promise<void> {
    await turn();
    for (const fileId of fileIds) this.files.delete(fileId);
  }
}
