import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Clock } from './clock';
import { Files } from './files/files';
import { keysOf, type Keys } from './keys';
import { Store, type CollectionDeclaration } from './database/store';

/** What is kept between runs: `database.sqlite`, `files/`, `keys.json` and `clock.json` in one directory. */
export interface Data {
  store: Store;
  files: Files;
  keys: Keys;
  clock: Clock;
  close: () => void;
}

function openStore(file: string, collectionsFile: string, log: (line: string) => void): Store {
  const declarations = JSON.parse(readFileSync(collectionsFile, 'utf8')) as Record<string, CollectionDeclaration>;
  try {
    return new Store(file, declarations, log);
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause;
    throw new Error(`Another simulator runs on ${file}.`, { cause });
  }
}

/** What is ours already may have been made by an earlier version, for everybody to read; what is not ours stays as it is. */
function makePrivate(directory: string): void {
  const isNew = mkdirSync(directory, { recursive: true, mode: 0o700 }) !== undefined;
  const isOurs = isNew || existsSync(path.join(directory, 'database.sqlite')) || readdirSync(directory).length === 0;
  if (isOurs) chmodSync(directory, 0o700);
}

/**
 * @param directory readable by its owner alone; undefined keeps files in a temporary one, and all else in memory
 * @throws where another simulator has it open
 */
export function openData(directory: string | undefined, collectionsFile: string, log: (line: string) => void): Data {
  const root = directory ?? mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  const kept = (name: string): string | undefined => directory && path.join(directory, name);
  makePrivate(root);
  mkdirSync(path.join(root, 'files'), { recursive: true, mode: 0o700 });
  const database = kept('database.sqlite') ?? ':memory:';
  const keys = keysOf(kept('keys.json'), existsSync(database));
  const clock = new Clock(kept('clock.json'));
  // SQLite gives its other files the mode of this one.
  if (directory !== undefined) closeSync(openSync(database, 'a', 0o600));
  const store = openStore(database, collectionsFile, log);
  const close = (): void => {
    store.close();
    if (directory === undefined) rmSync(root, { recursive: true, force: true });
  };
  return { store, files: new Files(path.join(root, 'files'), keys.HASH_KEY), keys, clock, close };
}
