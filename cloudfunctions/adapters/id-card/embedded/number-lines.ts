import type { CardFrame } from './layout';
import { NUMBER_BAND, placeOn } from './layout';
import type { Grey, Point } from './picture';
import { sampled } from './picture';

/** Pixels for a unit of the frame while lines are looked for: a digit is then 22 to 40 pixels high. */
const SCALE = 100;
/** Heights of a digit. */
const LOWEST = 16;
const HIGHEST = 52;
/** Digits may touch: a blot may be as wide as a few of them. */
const WIDEST = 4;
const FEWEST_BLOTS = 7;
/** How wide a line of 18 digits is, in heights of a digit. */
const LENGTH = { least: 11, most: 24 };
const MOST_LINES = 3;

/** A connected piece of ink. */
interface Blot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line that may be the number: the middles of its two ends, in pixels of the photograph. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
  /** Of a digit, in pixels of the photograph. */
  readonly height: number;
}

/** Sums over all pixels above and to the left. */
function integral({ width, height, values }: Grey): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += values[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** Darker than its surroundings: shadows and uneven light stay out. */
function inkOf(grey: Grey): Uint8Array {
  const { width, height, values } = grey;
  const sums = integral(grey);
  const reach = SCALE / 3;
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, Math.floor(y - reach));
    const bottom = Math.min(height, Math.ceil(y + reach));
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, Math.floor(x - reach));
      const right = Math.min(width, Math.ceil(x + reach));
      const sum =
        (sums[bottom * (width + 1) + right] ?? 0) -
        (sums[top * (width + 1) + right] ?? 0) -
        (sums[bottom * (width + 1) + left] ?? 0) +
        (sums[top * (width + 1) + left] ?? 0);
      const mean = sum / ((bottom - top) * (right - left));
      if ((values[y * width + x] ?? 0) < mean * 0.82 - 4) ink[y * width + x] = 1;
    }
  }
  return ink;
}

/** Follows one blot and wipes it out. */
function followed(ink: Uint8Array, width: number, start: number): Blot {
  const open = [start];
  let [left, right, top, bottom] = [width, 0, Infinity, 0];
  ink[start] = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    for (const [dx, dy] of [
      [-1, -1],
      [0, -1],
      [1, -1],
      [-1, 0],
      [1, 0],
      [-1, 1],
      [0, 1],
      [1, 1],
    ] as const) {
      const next = at + dy * width + dx;
      if (x + dx < 0 || x + dx >= width || !ink[next]) continue;
      ink[next] = 0;
      open.push(next);
    }
  }
  return { left, right, top, bottom };
}

const heightOf = ({ top, bottom }: Blot): number => bottom - top + 1;
const widthOf = ({ left, right }: Blot): number => right - left + 1;
const middleOf = ({ left, right, top, bottom }: Blot): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

const isDigitSized = (blot: Blot): boolean => {
  const height = heightOf(blot);
  return height >= LOWEST && height <= HIGHEST && widthOf(blot) <= height * WIDEST && widthOf(blot) > 2;
};

function blotsOf(grey: Grey): Blot[] {
  const ink = inkOf(grey);
  const blots: Blot[] = [];
  for (let at = 0; at < ink.length; at++) if (ink[at]) blots.push(followed(ink, grey.width, at));
  return blots.filter(isDigitSized).sort((one, other) => one.left - other.left);
}

/** Whether `next` may stand right of `blot` on one line. */
function follows(blot: Blot, next: Blot): boolean {
  const height = Math.max(heightOf(blot), heightOf(next));
  if (Math.min(heightOf(blot), heightOf(next)) < height * 0.68) return false;
  const gap = next.left - blot.right;
  return gap > -height * 0.3 && gap < height * 1.35 && Math.abs(middleOf(next).y - middleOf(blot).y) < height * 0.35;
}

/** Chains of blots, each the nearest right neighbour of the one before; the longest first. */
function chainsOf(blots: readonly Blot[]): Blot[][] {
  const taken = new Set<Blot>();
  const chains: Blot[][] = [];
  for (const start of blots) {
    if (taken.has(start)) continue;
    const chain = [start];
    for (let last: Blot | undefined = start; last;) {
      const before: Blot = last;
      last = blots.find((next) => next.left > before.left && !taken.has(next) && follows(before, next));
      if (last) chain.push(last);
    }
    for (const blot of chain) taken.add(blot);
    chains.push(chain);
  }
  return chains.sort((one, other) => other.length - one.length);
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** The straight line through the middles of a chain, by least squares; undefined where it is not of a number's length. */
function lineThrough(chain: readonly Blot[]): { from: Point; to: Point; height: number } | undefined {
  const height = median(chain.map(heightOf));
  const left = Math.min(...chain.map((blot) => blot.left));
  const right = Math.max(...chain.map((blot) => blot.right));
  const length = (right - left) / height;
  if (chain.length < FEWEST_BLOTS || length < LENGTH.least || length > LENGTH.most) return undefined;
  const middles = chain.map(middleOf);
  const meanX = middles.reduce((sum, { x }) => sum + x, 0) / middles.length;
  const meanY = middles.reduce((sum, { y }) => sum + y, 0) / middles.length;
  const slope =
    middles.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) /
    middles.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const yAt = (x: number) => meanY + slope * (x - meanX);
  return { from: { x: left, y: yAt(left) }, to: { x: right, y: yAt(right) }, height };
}

/** What may be the line of the number, the likeliest first. */
export function numberLines(photo: Grey, frame: CardFrame): Line[] {
  const { left, top, right, bottom } = NUMBER_BAND;
  const onPhoto = (x: number, y: number) => placeOn(frame, left + x / SCALE, top + y / SCALE);
  const band = sampled(photo, Math.round((right - left) * SCALE), Math.round((bottom - top) * SCALE), onPhoto);
  const lines = chainsOf(blotsOf(band)).flatMap((chain) => lineThrough(chain) ?? []);
  return lines.slice(0, MOST_LINES).map(({ from, to, height }) => ({
    from: onPhoto(from.x, from.y),
    to: onPhoto(to.x, to.y),
    height: (height / SCALE) * frame.unit,
  }));
}

/** The line straightened, with room around it. @param digit height of a digit in pixels */
export function straightened(photo: Grey, { from, to, height }: Line, digit: number): Grey {
  const scale = height / digit;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const axis = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const room = digit * 0.6;
  return sampled(photo, Math.round(length / scale + 2 * room), Math.round(digit + 2 * room), (x, y) => {
    const along = (x - room) * scale;
    const across = (y - room - digit / 2) * scale;
    return { x: from.x + along * axis.x - across * axis.y, y: from.y + along * axis.y + across * axis.x };
  });
}
