import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Encrypts what must not be read from the database alone (rule H2). */
export interface Cipher {
  /** @param context where the value belongs; it opens only with the same words. */
  seal(text: string, context: string): string;
  /** @throws BrokenSeal where the value is not sealed, was changed, belongs elsewhere, or its key is unknown. */
  open(sealed: unknown, context: string): string;
}

/** The keys by their ids: all of them open, `current` seals. A retired key stays until nothing is sealed with it. */
export interface CipherKeys {
  readonly current: string;
  /** 48 bytes each: 16 for SM4, 32 for HMAC-SM3. */
  readonly keys: Readonly<Record<string, Buffer>>;
}

/** A sealed value that cannot be trusted. It says where, never what. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
  readonly code = 'BROKEN_SEAL';
}

export const KEY_BYTES = 48;
const SM4_KEY_BYTES = 16;
const IV_BYTES = 16;
const MAC_BYTES = 32;
const FORMAT = /^s1\.([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]+)$/;

interface KeyPair {
  readonly sm4: Buffer;
  readonly mac: Buffer;
}

/** Over the key's id, the place, the IV and the ciphertext; lengths keep the parts from sliding into each other. */
function macOf(key: KeyPair, keyId: string, context: string, body: Buffer): Buffer {
  const header = Buffer.from(JSON.stringify(['s1', keyId, context]), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return createHmac('sm3', key.mac).update(length).update(header).update(body).digest();
}

/**
 * SM4-CTR, then HMAC-SM3 over the result (encrypt-then-MAC), in Node's own crypto. A value looks like
 * `s1.<key id>.<base64url of IV, ciphertext and MAC>`.
 * @rule H2
 */
export function createCipher({ current, keys }: CipherKeys): Cipher {
  const pairs = new Map<string, KeyPair>();
  for (const [id, key] of Object.entries(keys))
    pairs.set(id, { sm4: key.subarray(0, SM4_KEY_BYTES), mac: key.subarray(SM4_KEY_BYTES) });
  const currentPair = pairs.get(current);
  if (!currentPair) throw new TypeError('The current key is not among the keys.');

  return {
    seal(text, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('sm4-ctr', currentPair.sm4, iv);
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
      const mac = macOf(currentPair, current, context, body);
      return `s1.${current}.${Buffer.concat([body, mac]).toString('base64url')}`;
    },

    open(sealed, context) {
      const [, keyId = '', content = ''] = (typeof sealed === 'string' && FORMAT.exec(sealed)) || [];
      const pair = pairs.get(keyId);
      const bytes = Buffer.from(content, 'base64url');
      if (!pair || bytes.length < IV_BYTES + MAC_BYTES)
        throw new BrokenSeal(`Not sealed, or its key is gone: ${context}`);
      const body = bytes.subarray(0, -MAC_BYTES);
      if (!timingSafeEqual(bytes.subarray(-MAC_BYTES), macOf(pair, keyId, context, body)))
        throw new BrokenSeal(`Changed, or moved from another place: ${context}`);
      const decipher = createDecipheriv('sm4-ctr', pair.sm4, body.subarray(0, IV_BYTES));
      return Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()]).toString('utf8');
    },
  };
}
