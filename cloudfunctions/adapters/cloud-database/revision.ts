import { randomInt } from 'node:crypto';

/** The field that a compare-and-set compares. */
export const REVISION = '_rev';

/**
 * Drawn anew at each write. A counter would begin again after remove and create, or put, and let a `replace` that saw
 * the old document overwrite the new one. 47 bits, the most that `randomInt` draws, pass the wire as a number unharmed.
 */
export const nextRevision = (): number => randomInt(1, 2 ** 47);
