import { decode, encode } from 'jpeg-js';

const { floor, max, min, round } = Math;

/** A photograph as red, green, blue bytes, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Brightness 0 to 255, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What decoding may take: a phone sends two megapixels, its camera makes up to twelve. */
const LIMITS = { maxResolutionInMP: 13, maxMemoryUsageInMB: 300 };
/** Pixels on the longer side: more shows nothing more of a card. */
const LONGER_SIDE = 1600;
const SMALLEST = 200;

/** The picture in a JPEG; undefined where the bytes are none, or one of a size that no phone sends. */
function decoded(bytes: Uint8Array): Picture | undefined {
  try {
    const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: false, ...LIMITS });
    return min(width, height) < SMALLEST ? undefined : { width, height, rgb: data };
  } catch {
    // The decoder says "no JPEG", "broken" and "too large" by exceptions of no type of their own.
    return undefined;
  }
}

/** The mean of the pixels that fall together. */
function shrunk(picture: Picture): Picture {
  const scale = max(picture.width, picture.height) / LONGER_SIDE;
  if (scale <= 1) return picture;
  const width = round(picture.width / scale);
  const height = round(picture.height / scale);
  const rgb = new Uint8Array(width * height * 3);
  const sums = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    const top = floor(y * scale);
    const bottom = min(picture.height, max(top + 1, floor((y + 1) * scale)));
    for (let x = 0; x < width; x++) {
      const left = floor(x * scale);
      const right = min(picture.width, max(left + 1, floor((x + 1) * scale)));
      sums.fill(0);
      for (let row = top; row < bottom; row++)
        for (let at = (row * picture.width + left) * 3; at < (row * picture.width + right) * 3; at++)
          sums[(at - row * picture.width * 3) % 3]! += picture.rgb[at] ?? 0;
      const count = (bottom - top) * (right - left);
      for (let k = 0; k < 3; k++) rgb[(y * width + x) * 3 + k] = (sums[k] ?? 0) / count;
    }
  }
  return { width, height, rgb };
}

/** A photograph of at most 1600 pixels on its longer side; undefined where the bytes are no JPEG of a usable size. */
export function openPhoto(bytes: Uint8Array): Picture | undefined {
  const picture = decoded(bytes);
  return picture && shrunk(picture);
}

/** Turned clockwise by so many quarters. */
export function turned(picture: Picture, quarters: number): Picture {
  let { width, height, rgb } = picture;
  for (let quarter = 0; quarter < quarters; quarter++) {
    const next = new Uint8Array(rgb.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const from = (y * width + x) * 3;
        const to = (x * height + (height - 1 - y)) * 3;
        next[to] = rgb[from] ?? 0;
        next[to + 1] = rgb[from + 1] ?? 0;
        next[to + 2] = rgb[from + 2] ?? 0;
      }
    [width, height, rgb] = [height, width, next];
  }
  return { width, height, rgb };
}

export const brightnessOf = (red: number, green: number, blue: number): number =>
  0.299 * red + 0.587 * green + 0.114 * blue;

export function greyOf({ width, height, rgb }: Picture): Grey {
  const values = new Uint8Array(width * height);
  for (let at = 0; at < values.length; at++)
    values[at] = brightnessOf(rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0);
  return { width, height, values };
}

/** Between pixels; places outside take the nearest pixel inside. */
function brightnessAt({ width, height, values }: Grey, x: number, y: number): number {
  const fromLeft = min(width - 1.001, max(0, x));
  const fromTop = min(height - 1.001, max(0, y));
  const left = floor(fromLeft);
  const top = floor(fromTop);
  const right = fromLeft - left;
  const low = fromTop - top;
  const at = top * width + left;
  const upper = (values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right;
  const lower = (values[at + width] ?? 0) * (1 - right) + (values[at + width + 1] ?? 0) * right;
  return upper * (1 - low) + lower * low;
}

/** Part of a picture, straightened: `placeOf` says where in it a pixel of the result comes from. */
export function sampled(from: Grey, width: number, height: number, placeOf: (x: number, y: number) => Point): Grey {
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const place = placeOf(x, y);
      values[y * width + x] = brightnessAt(from, place.x, place.y);
    }
  return { width, height, values };
}

/** The upright part of a picture; what reaches over its edge is left out. */
export function cut(picture: Picture, left: number, top: number, width: number, height: number): Picture {
  const fromX = max(0, round(left));
  const fromY = max(0, round(top));
  const toX = min(picture.width, round(left + width));
  const toY = min(picture.height, round(top + height));
  const part = { width: toX - fromX, height: toY - fromY };
  const rgb = new Uint8Array(part.width * part.height * 3);
  for (let y = 0; y < part.height; y++) {
    const start = ((fromY + y) * picture.width + fromX) * 3;
    rgb.set(picture.rgb.subarray(start, start + part.width * 3), y * part.width * 3);
  }
  return { ...part, rgb };
}

/** The best quality that fits. @param most bytes */
export function toJpeg({ width, height, rgb }: Picture, most: number): Uint8Array {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let k = 0; k < 3; k++) data[pixel * 4 + k] = rgb[pixel * 3 + k] ?? 0;
  for (const quality of [92, 85, 75, 60, 45, 30]) {
    const bytes = encode({ data, width, height }, quality).data;
    if (bytes.length <= most) return bytes;
  }
  throw new RangeError('The picture is too large for so few bytes.');
}
