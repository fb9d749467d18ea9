import { randomBytes, randomInt } from 'node:crypto';
import type { Random } from '../../core/ports/random';

/** The operating system's source. */
export const createRandom = (): Random => ({
  id: () => randomBytes(16).toString('hex'),
  digits: (length) => Array.from({ length }, () => randomInt(10)).join(''),
  integer: (below) => randomInt(below),
});
