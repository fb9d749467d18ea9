import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What the functions seal and hash with, as the environment variables that hold it. */
export interface Keys {
  FIELD_KEYS: string;
  HASH_KEY: string;
}

function makeKeys(): Keys {
  // 16 bytes for SM4 and 32 for the HMAC.
  const field = randomBytes(48).toString('base64');
  return {
    FIELD_KEYS: JSON.stringify({ current: 'k1', keys: { k1: field } }),
    HASH_KEY: randomBytes(32).toString('base64'),
  };
}

/**
 * The keys of this data directory, made at the first start. They stand apart from the database, readable by the owner alone.
 * @param file undefined makes keys for this run
 * @param needed whether data is there already that new keys could not read
 */
export function keysOf(file: string | undefined, needed: boolean): Keys {
  if (file === undefined) return makeKeys();
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  if (needed)
    throw new Error(
      `${file} is gone, and the database cannot be read without it: remove the data directory to begin anew`,
    );
  const keys = makeKeys();
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' });
  return keys;
}
