import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '../../core/ports/passwords';

interface Cost {
  /** Iterations; a power of two. */
  readonly N: number;
  /** Block size: the memory is 128 · N · r bytes. */
  readonly r: number;
  readonly p: number;
}

/** 32 MB and about 0.1 s on the platform's processors; a function has 256 MB and serves one call at a time. */
const CURRENT: Cost = { N: 2 ** 15, r: 8, p: 1 };
/** A stored hash that asks for more than this is a fault and no work for the processor. */
const MOST_MEMORY = 128 * 1024 * 1024;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const FORMAT = /^scrypt\$([1-9]\d{0,6})\$([1-9]\d?)\$([1-9]\d?)\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;

/** What a missing hash is compared with. Nothing equals it: its answer is thrown away. */
const NOBODY = { cost: CURRENT, salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) };

const derive = (password: string, salt: Buffer, cost: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, { ...cost, maxmem: MOST_MEMORY }, (fault, hash) =>
      fault ? reject(fault) : resolve(hash),
    );
  });

function parse(stored: string): typeof NOBODY {
  const [, N, r, p, salt, hash] = FORMAT.exec(stored) ?? [];
  if (!N || !r || !p || !salt || !hash) throw new TypeError('A stored password has an unknown form.');
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

/**
 * scrypt; `scrypt$N$r$p$salt$hash`, so that the cost can be raised for new passwords while old ones still match.
 * @rule A7
 */
export const createPasswords = (): Passwords => ({
  async hash(password) {
    const salt = randomBytes(SALT_BYTES);
    const hash = await derive(password, salt, CURRENT);
    const { N, r, p } = CURRENT;
    return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
  },

  async matches(password, stored) {
    const { cost, salt, hash } = stored === undefined ? NOBODY : parse(stored);
    const equal = timingSafeEqual(await derive(password, salt, cost), hash);
    return equal && stored !== undefined;
  },
});
