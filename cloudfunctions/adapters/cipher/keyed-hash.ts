import { createHmac } from 'node:crypto';
import type { KeyedHash } from '../../core/ports/keyed-hash';

/**
 * HMAC-SM3 over the purpose, a NUL and the value. A purpose is a word of the code and has no NUL, so no value under
 * one purpose can pass for another value under another purpose.
 * @param key 32 bytes; never changed, or nobody is found any more
 * @rule H2
 */
export const createKeyedHash = (key: Buffer): KeyedHash => ({
  of: (purpose, value) => createHmac('sm3', key).update(`${purpose}\0${value}`, 'utf8').digest('hex'),
});
