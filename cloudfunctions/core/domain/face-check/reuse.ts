import type { SeenStill } from '../documents/face';

/** Bits of one look; a still has several, of itself and of what is left when its edges are cut off a little. */
const LOOK_BYTES = 1024 / 8;
/**
 * Looks that differ in fewer bits are of one picture. Measured (docs/face.md): most of the same pictures packed again,
 * made smaller or cut off at the edges, and none of an honest face at another moment, which differs in 60 and more.
 */
export const SAME_PICTURE_BITS = 58;
/** So many stills that look like remembered ones are no chance: whoever shows a try again shows all of it. */
const ALIKE_STILLS = 2;
/** Stills that are remembered of a recipient: those of five tries. */
export const REMEMBERED_STILLS = 40;

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const bytesOf = (base64: string): Uint8Array => {
  const values = Array.from(base64.replace(/=+$/, ''), (sign) => BASE64.indexOf(sign));
  return Uint8Array.from({ length: Math.floor((values.length * 6) / 8) }, (_, byte) => {
    const at = Math.floor((byte * 8) / 6);
    const pair = ((values[at] ?? 0) << 6) | (values[at + 1] ?? 0);
    return (pair >> (4 - ((byte * 8) % 6))) & 255;
  });
};

const looksOf = (look: string): Uint8Array[] => {
  const bytes = bytesOf(look);
  return Array.from({ length: Math.floor(bytes.length / LOOK_BYTES) }, (_, index) =>
    bytes.subarray(index * LOOK_BYTES, (index + 1) * LOOK_BYTES),
  );
};

const ones = (byte: number): number => {
  let count = 0;
  for (let rest = byte; rest; rest &= rest - 1) count++;
  return count;
};

const difference = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((bits, byte, index) => bits + ones(byte ^ (b[index] ?? 0)), 0);

/** In bits: the least between the whole of the one and any part of the other; Infinity where there is nothing to compare. */
export const hashDistance = (look: string, other: string): number => {
  const [mine, theirs] = [looksOf(look), looksOf(other)];
  const [whole, otherWhole] = [mine[0], theirs[0]];
  if (!whole || !otherWhole) return Infinity;
  return Math.min(
    ...mine.map((part) => difference(part, otherWhole)),
    ...theirs.map((part) => difference(part, whole)),
  );
};

const hasBytesOf = (still: SeenStill, others: readonly SeenStill[]): boolean =>
  others.some(({ sha256 }) => sha256 === still.sha256);

const looksLikeOneOf = (still: SeenStill, others: readonly SeenStill[]): boolean =>
  others.some(({ perceptualHash }) => hashDistance(still.perceptualHash, perceptualHash) < SAME_PICTURE_BITS);

/**
 * Whether the stills are those of an earlier try: one in the same bytes, or some that look the same. Within a try only
 * the same bytes count: the next frame of somebody who holds still looks the same, and is honest.
 */
export const areReused = (stills: readonly SeenStill[], seen: readonly SeenStill[]): boolean =>
  stills.some((still, index) => hasBytesOf(still, [...seen, ...stills.slice(0, index)])) ||
  stills.filter((still) => looksLikeOneOf(still, seen)).length >= ALIKE_STILLS;

/** What is remembered from now on: the newest last, and no more than 40. */
export const rememberStills = (
  seen: readonly SeenStill[],
  { stills }: { readonly stills: readonly SeenStill[] },
): SeenStill[] =>
  [...seen, ...stills.map(({ sha256, perceptualHash }) => ({ sha256, perceptualHash }))].slice(-REMEMBERED_STILLS);
