import type { Colour, Picture } from './picture';

const { abs, ceil, floor, max, min } = Math;

/** A corner of a triangle: where it is drawn, how far away, and where its colour is in the photograph. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly u: number;
  readonly v: number;
}

export interface Canvas {
  readonly picture: Picture;
  /** How far away what was drawn is, pixel by pixel. */
  readonly depth: Float32Array;
}

export const canvasOn = (picture: Picture): Canvas => ({
  picture,
  depth: new Float32Array(picture.width * picture.height).fill(Infinity),
});

/** Colours between pixels, written at once: a film has a hundred million of them. */
const sample = ({ width, height, rgb }: Picture, u: number, v: number, to: Uint8Array, at: number): void => {
  const x = u < 0 ? 0 : u > width - 1.001 ? width - 1.001 : u;
  const y = v < 0 ? 0 : v > height - 1.001 ? height - 1.001 : v;
  const left = x | 0;
  const top = y | 0;
  const right = x - left;
  const low = y - top;
  const a = (1 - right) * (1 - low);
  const b = right * (1 - low);
  const c = (1 - right) * low;
  const d = right * low;
  const here = (top * width + left) * 3;
  const below = here + width * 3;
  for (let k = 0; k < 3; k++)
    to[at + k] =
      (rgb[here + k] ?? 0) * a +
      (rgb[here + 3 + k] ?? 0) * b +
      (rgb[below + k] ?? 0) * c +
      (rgb[below + 3 + k] ?? 0) * d;
};

/** A whole picture moved and magnified about its middle; what comes in at the edges is the edge itself. */
export const movedAbout = (picture: Picture, alongX: number, alongY: number, scale: number): Picture => {
  const { width, height } = picture;
  const rgb = new Uint8Array(picture.rgb.length);
  for (let y = 0; y < height; y++) {
    const v = (y - alongY - height / 2) / scale + height / 2;
    for (let x = 0; x < width; x++)
      sample(picture, (x - alongX - width / 2) / scale + width / 2, v, rgb, (y * width + x) * 3);
  }
  return { width, height, rgb };
};

/** Draws a triangle where nothing nearer is, in the photograph's colours or in one. */
export const drawTriangle = (
  { picture: { width, height, rgb }, depth }: Canvas,
  photograph: Picture,
  [a, b, c]: readonly [Corner, Corner, Corner],
  colour?: Colour,
): void => {
  const area = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y);
  if (abs(area) < 1e-6) return;
  const [leftmost, rightmost] = [max(0, floor(min(a.x, b.x, c.x))), min(width - 1, ceil(max(a.x, b.x, c.x)))];
  const [top, bottom] = [max(0, floor(min(a.y, b.y, c.y))), min(height - 1, ceil(max(a.y, b.y, c.y)))];
  for (let y = top; y <= bottom; y++)
    for (let x = leftmost; x <= rightmost; x++) {
      const ofA = ((b.y - c.y) * (x - c.x) + (c.x - b.x) * (y - c.y)) / area;
      const ofB = ((c.y - a.y) * (x - c.x) + (a.x - c.x) * (y - c.y)) / area;
      const ofC = 1 - ofA - ofB;
      // A hair's breadth more, so that no gap is left between neighbours.
      if (ofA < -1e-3 || ofB < -1e-3 || ofC < -1e-3) continue;
      const pixel = y * width + x;
      const far = ofA * a.z + ofB * b.z + ofC * c.z;
      if (far > (depth[pixel] ?? 0)) continue;
      depth[pixel] = far;
      if (colour) rgb.set(colour, pixel * 3);
      else sample(photograph, ofA * a.u + ofB * b.u + ofC * c.u, ofA * a.v + ofB * b.v + ofC * c.v, rgb, pixel * 3);
    }
};
