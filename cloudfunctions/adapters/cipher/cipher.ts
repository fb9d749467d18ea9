import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Encrypts what must not be read from the database alone (rule H2). */
export interface Cipher {
  /** @param context where the value belongs; it opens only with the same words. */
  seal(text: string, context: string): string;
  /** @throws BrokenSeal where the value is not sealed, was changed, belongs elsewhere, or its key is unknown. */
  open(sealed: unknown, context: string): string;
  /** As `seal`, for a file. */
  sealBytes(bytes: Uint8Array, context: string): Buffer;
  /** @throws BrokenSeal as `open` does */
  openBytes(sealed: Uint8Array, context: string): Buffer;
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
/** A text, and the beginning of a file: the two never pass for each other. */
const TEXT = /^s1\.([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]+)$/;
const FILE = /^b1\.([A-Za-z0-9_-]{1,16})\./;
const LONGEST_FILE_HEADER = 'b1.'.length + 16 + '.'.length;
type Form = 's1' | 'b1';

interface KeyPair {
  readonly sm4: Buffer;
  readonly mac: Buffer;
}

/** What a sealed value belongs to. */
interface Belonging {
  readonly form: Form;
  readonly keyId: string;
  readonly context: string;
}

/** Over the form, the key's id, the place, the IV and the ciphertext; lengths keep the parts from sliding into each other. */
function macOf(key: KeyPair, { form, keyId, context }: Belonging, body: Buffer): Buffer {
  const header = Buffer.from(JSON.stringify([form, keyId, context]), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return createHmac('sm3', key.mac).update(length).update(header).update(body).digest();
}

/** IV, ciphertext and MAC. */
function encrypt(pair: KeyPair, belonging: Belonging, bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('sm4-ctr', pair.sm4, iv);
  const body = Buffer.concat([iv, cipher.update(bytes), cipher.final()]);
  return Buffer.concat([body, macOf(pair, belonging, body)]);
}

function decrypt(pair: KeyPair | undefined, belonging: Belonging, sealed: Buffer): Buffer {
  if (!pair || sealed.length < IV_BYTES + MAC_BYTES)
    throw new BrokenSeal(`Not sealed, or its key is gone: ${belonging.context}`);
  const body = sealed.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(sealed.subarray(-MAC_BYTES), macOf(pair, belonging, body)))
    throw new BrokenSeal(`Changed, or moved from another place: ${belonging.context}`);
  const decipher = createDecipheriv('sm4-ctr', pair.sm4, body.subarray(0, IV_BYTES));
  return Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()]);
}

/**
 * SM4-CTR, then HMAC-SM3 over the result (encrypt-then-MAC), in Node's own crypto. A value looks like
 * `s1.<key id>.<base64url of IV, ciphertext and MAC>`, a file like `b1.<key id>.<IV, ciphertext and MAC>`.
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
      const sealed = encrypt(currentPair, { form: 's1', keyId: current, context }, Buffer.from(text, 'utf8'));
      return `s1.${current}.${sealed.toString('base64url')}`;
    },

    open(sealed, context) {
      const [, keyId = '', content = ''] = (typeof sealed === 'string' && TEXT.exec(sealed)) || [];
      const belonging = { form: 's1', keyId, context } as const;
      return decrypt(pairs.get(keyId), belonging, Buffer.from(content, 'base64url')).toString('utf8');
    },

    sealBytes: (bytes, context) =>
      Buffer.concat([
        Buffer.from(`b1.${current}.`, 'latin1'),
        encrypt(currentPair, { form: 'b1', keyId: current, context }, bytes),
      ]),

    openBytes(sealed, context) {
      const bytes = Buffer.from(sealed);
      const [header = '', keyId = ''] = FILE.exec(bytes.toString('latin1', 0, LONGEST_FILE_HEADER)) ?? [];
      return decrypt(pairs.get(keyId), { form: 'b1', keyId, context }, bytes.subarray(header.length));
    },
  };
}
