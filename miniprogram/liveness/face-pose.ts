/** What the phone sees of a face in one frame of its camera, and how well. Guidance only: the server looks for itself. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One face. Sides are the person's own. */
export interface FacePose {
  /** Aspect ratios of the eyes: height through width. */
  readonly eyes: readonly [right: number, left: number];
  /** Aspect ratio of the mouth's inner edge. */
  readonly mouth: number;
  /** How far the head is turned: 0 straight on, positive to the person's own left, about 1 in profile. */
  readonly turn: number;
  /** Middle of the face, 0 to 1 from the upper left corner of the frame. */
  readonly centre: Point;
  /** Width of the face as a part of the frame's. */
  readonly width: number;
}

/** One frame. */
export interface ObservedFrame {
  /** Milliseconds on a clock of the phone's own. */
  readonly at: number;
  readonly faces: readonly FacePose[];
  /** Mean brightness, 0 to 255. */
  readonly light: number;
}

/** The points of WeChat's 106 that are used, by their places (contour 0–32, eyes 52–63, mouth 96–103, tip of the nose 46). */
const EDGE = { right: 0, left: 32 } as const;
const NOSE = 46;
const RIGHT_EYE = { corners: [52, 55], lids: [[53, 57], [54, 56]] } as const; // prettier-ignore
const LEFT_EYE = { corners: [58, 61], lids: [[59, 63], [60, 62]] } as const; // prettier-ignore
const MOUTH = { corners: [96, 100], lips: [98, 102] } as const;

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** Where a point lies on the way from one to another: 0 at the first, 1 at the second. */
const partOfWay = (point: Point, from: Point, to: Point) => {
  const way = { x: to.x - from.x, y: to.y - from.y };
  return ((point.x - from.x) * way.x + (point.y - from.y) * way.y) / (way.x ** 2 + way.y ** 2);
};

/**
 * @param points 106, each 0 to 1 across and down the frame, not mirrored
 * @param frame its size in pixels: ratios are those of the face, whatever the shape of the frame
 * @throws RangeError where a point is missing
 */
export const facePose = (points: readonly Point[], frame: { width: number; height: number }): FacePose => {
  const at = (place: number): Point => {
    const point = points[place];
    if (!point) throw new RangeError(`there is no point ${place}`);
    return { x: point.x * frame.width, y: point.y * frame.height };
  };
  const between = ([one, other]: readonly [number, number]) => distance(at(one), at(other));
  const openness = ({ corners, lids }: typeof RIGHT_EYE | typeof LEFT_EYE) =>
    (between(lids[0]) + between(lids[1])) / (2 * between(corners));
  const [right, left] = [at(EDGE.right), at(EDGE.left)];
  return {
    eyes: [openness(RIGHT_EYE), openness(LEFT_EYE)],
    mouth: between(MOUTH.lips) / between(MOUTH.corners),
    turn: 2 * partOfWay(at(NOSE), right, left) - 1,
    centre: { x: (right.x + left.x) / 2 / frame.width, y: (right.y + left.y) / 2 / frame.height },
    width: distance(right, left) / frame.width,
  };
};

/** Every so many pixels are looked at: a frame has hundreds of thousands. */
const STEP = 97;

/** Mean brightness of a frame, 0 to 255. @param pixels red, green, blue, alpha, row by row */
export const lightOf = (pixels: ArrayBuffer): number => {
  const bytes = new Uint8Array(pixels);
  let sum = 0;
  let count = 0;
  for (let at = 0; at + 2 < bytes.length; at += 4 * STEP) {
    sum += 0.299 * (bytes[at] ?? 0) + 0.587 * (bytes[at + 1] ?? 0) + 0.114 * (bytes[at + 2] ?? 0);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
};
