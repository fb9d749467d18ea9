import { createHash } from 'node:crypto';
import { cropped, type Crop, type Pixels } from './picture';

const { floor, max, round } = Math;

/** Columns and rows of the grid whose neighbours are compared. */
const GRID = 32;

interface Grey {
  readonly width: number;
  readonly height: number;
  /** Row by row, one more than the picture has each way: brightness of all pixels above and to the left, in sixteenths. */
  readonly sums: Uint32Array;
}

/** With sums, the brightness of any rectangle is four look-ups, and a grid costs no pass over the picture. */
const greyOf = ({ width, height, data, channels }: Pixels): Grey => {
  const wide = width + 1;
  const sums = new Uint32Array(wide * (height + 1));
  for (let y = 0, at = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++, at += channels) {
      row += (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 4;
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] ?? 0) + row;
    }
  }
  return { width, height, sums };
};

/** Where each of so many parts of the middle of a line begins, and where the last one ends. */
const bordersOf = (length: number, parts: number, without: number): number[] => {
  const left = (length * without) / 2;
  return Array.from({ length: parts + 1 }, (_, part) => round(left + (part * (length - 2 * left)) / parts));
};

/**
 * Mean brightness of each field of a grid over the middle of the picture, 0 to 255.
 * @param without the part of width and height that is left out at the edges together
 */
const fields = ({ width, height, sums }: Grey, columns: number, rows: number, without: number): Float64Array => {
  const across = bordersOf(width, columns, without);
  const down = bordersOf(height, rows, without);
  const at = (x: number, y: number) => sums[y * (width + 1) + x] ?? 0;
  return Float64Array.from({ length: columns * rows }, (_, field) => {
    const [column, row] = [field % columns, floor(field / columns)];
    const [left = 0, right = 0] = [across[column], across[column + 1]];
    const [top = 0, bottom = 0] = [down[row], down[row + 1]];
    const sum = at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
    return sum / 16 / max(1, (right - left) * (bottom - top));
  });
};

/** The whole picture, and as it looks after its edges were cut off. */
const CUTS = [0, 0.01, 0.02, 0.03];

/** 1024 bits: whether each field is brighter than its right neighbour. */
const gradients = (picture: Grey, without: number): Buffer => {
  const bright = fields(picture, GRID + 1, GRID, without);
  const bits = Buffer.alloc((GRID * GRID) / 8);
  for (let bit = 0; bit < GRID * GRID; bit++) {
    const field = floor(bit / GRID) * (GRID + 1) + (bit % GRID);
    if ((bright[field] ?? 0) > (bright[field + 1] ?? 0)) bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return bits;
};

/** Four times 1024 bits, base64, as `domain/face/reuse` compares them. */
export const perceptualHashOf = (picture: Pixels): string => {
  const grey = greyOf(picture);
  return Buffer.concat(CUTS.map((without) => gradients(grey, without))).toString('base64');
};

export const bytesHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** Mean brightness of the whole picture, 0 to 255. */
export const brightnessOf = (picture: Pixels): number => fields(greyOf(picture), 1, 1, 0)[0] ?? 0;

/** Pixels of the square to which every face is brought before its sharpness is measured. */
const SHARPNESS_SIDE = 128;

/** Mean brightness of a face, 0 to 255, and the variance of its Laplacian: how sharp it is. */
export const qualityOf = (picture: Pixels, crop: Crop): { brightness: number; sharpness: number } => {
  const side = SHARPNESS_SIDE;
  const pixels = cropped(picture, crop, side);
  const grey = new Float32Array(side * side).map((_, pixel) => {
    const at = pixel * 3;
    return 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
  });
  let [sum, squares, count] = [0, 0, 0];
  for (let y = 1; y < side - 1; y++)
    for (let x = 1; x < side - 1; x++) {
      const at = y * side + x;
      const edges = (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - side] ?? 0) + (grey[at + side] ?? 0);
      const laplacian = edges - 4 * (grey[at] ?? 0);
      sum += laplacian;
      squares += laplacian * laplacian;
      count++;
    }
  const brightness = grey.reduce((all, value) => all + value, 0) / grey.length;
  return { brightness, sharpness: squares / count - (sum / count) ** 2 };
};
