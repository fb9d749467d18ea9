import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder of a test's own. */
export interface Scratch {
  readonly folder: string;
  /** Takes the folder away with all that is in it. */
  remove(): void;
}

/**
 * Makes a folder in the system's temporary one. Tests delete nothing but what comes from here (the linter sees to it):
 * what is deleted is the path that was made, never one that a caller gives, for a checkout may lie anywhere, below the
 * temporary folder too.
 */
export const makeScratch = (name: string): Scratch => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
};
