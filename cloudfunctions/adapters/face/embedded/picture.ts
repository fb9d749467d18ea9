import type { FaceEngine } from '../engine/engine';

const { floor, min } = Math;

/** Pixels row by row: three bytes each, red, green, blue, or four with one that is not looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly channels: 3 | 4;
}

/** A square part of a picture, as it stands to the picture's axes. */
export interface Crop {
  readonly centre: readonly [x: number, y: number];
  readonly side: number;
  /** Radians, clockwise as one sees it. */
  readonly roll: number;
}

/** Fewer pixels on the shorter side show nothing. */
const LEAST_SIDE = 16;

/**
 * @param mostSide pixels on the longer side
 * @returns undefined where the bytes are no JPEG, a broken one or a larger one
 */
export const pixelsOf = (engine: FaceEngine, bytes: Uint8Array, mostSide: number): Pixels | undefined => {
  const decoded = engine.decode(bytes, mostSide);
  return decoded && min(decoded.width, decoded.height) >= LEAST_SIDE ? { ...decoded, channels: 3 } : undefined;
};

/**
 * A crop as `side` × `side` pixels of red, green, blue, each pixel mixed from the four nearest; black where it lies
 * outside the picture.
 * @param scale what a byte is multiplied with
 * @param shift what is then added
 */
export const cropped = (picture: Pixels, crop: Crop, side: number, scale = 1, shift = 0): Float32Array => {
  const { width, height, data, channels } = picture;
  const step = crop.side / side;
  const cos = Math.cos(crop.roll) * step;
  const sin = Math.sin(crop.roll) * step;
  const out = new Float32Array(side * side * 3).fill(shift);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const across = column + 0.5 - side / 2;
      const down = row + 0.5 - side / 2;
      const x = crop.centre[0] + across * cos - down * sin - 0.5;
      const y = crop.centre[1] + across * sin + down * cos - 0.5;
      if (x < 0 || y < 0 || x > width - 1 || y > height - 1) continue;
      const left = min(floor(x), width - 2);
      const top = min(floor(y), height - 2);
      const right = x - left;
      const low = y - top;
      const here = (top * width + left) * channels;
      const below = here + width * channels;
      const to = (row * side + column) * 3;
      for (let k = 0; k < 3; k++) {
        const upper = (data[here + k] ?? 0) * (1 - right) + (data[here + channels + k] ?? 0) * right;
        const lower = (data[below + k] ?? 0) * (1 - right) + (data[below + channels + k] ?? 0) * right;
        out[to + k] = (upper * (1 - low) + lower * low) * scale + shift;
      }
    }
  return out;
};

/** A point of a crop's own `side` × `side` pixels, in the picture. */
export const inPicture = (crop: Crop, side: number, x: number, y: number): [x: number, y: number] => {
  const across = ((x - side / 2) * crop.side) / side;
  const down = ((y - side / 2) * crop.side) / side;
  const cos = Math.cos(crop.roll);
  const sin = Math.sin(crop.roll);
  return [crop.centre[0] + across * cos - down * sin, crop.centre[1] + across * sin + down * cos];
};
