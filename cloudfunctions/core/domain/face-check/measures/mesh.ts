/**
 * Measures of the MediaPipe mesh: 468 points, whose numbers stand below. All are ratios within one face, so neither
 * distance nor resolution is in them. Right and left are the person's own.
 */
import type { Pose } from './poses';

/** In any one unit; a smaller third number is nearer. */
export type Point = readonly [x: number, y: number, z: number];

/** Upper and lower lid twice. */
const RIGHT_EYE = [160, 144, 158, 153] as const;
const LEFT_EYE = [385, 380, 387, 373] as const;
/** The height of the nose, from its bridge to below it. */
const BRIDGE = 168;
const BELOW_NOSE = 2;
const LIPS = [13, 14] as const;
const MOUTH_CORNERS = [78, 308] as const;
const NOSE_TIP = 1;
/** Before the ears. */
const RIGHT_EDGE = 234;
const LEFT_EDGE = 454;

export const pointAt = (points: readonly Point[], index: number): Point => {
  const point = points[index];
  if (!point) throw new RangeError(`the mesh has no point ${index}`);
  return point;
};

const distance = (points: readonly Point[], from: number, to: number): number => {
  const [a, b] = [pointAt(points, from), pointAt(points, to)];
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
};

type EyePoints = typeof RIGHT_EYE | typeof LEFT_EYE;

/**
 * How high an eye is open, in heights of the nose. Not in widths of the eye, as the aspect ratio has it: a photograph
 * that is tipped back has lower eyes of the same width, which would be a blink.
 */
const eyeRatio = (points: readonly Point[], [upper, lower, upper2, lower2]: EyePoints): number =>
  (distance(points, upper, lower) + distance(points, upper2, lower2)) / (2 * distance(points, BRIDGE, BELOW_NOSE));

/** Where the nose's tip stands between the edges of the face: −1 at the right one, 1 at the left one. */
const turnOf = (points: readonly Point[]): number => {
  const [right, left, nose] = [RIGHT_EDGE, LEFT_EDGE, NOSE_TIP].map((index) => pointAt(points, index)) as [
    Point,
    Point,
    Point,
  ];
  const [x, y] = [left[0] - right[0], left[1] - right[1]];
  return (2 * ((nose[0] - right[0]) * x + (nose[1] - right[1]) * y)) / (x * x + y * y) - 1;
};

/** The openings of the eyes and the mouth, and the turn of the head, positive to the person's own left in an unmirrored picture. */
export const poseOf = (points: readonly Point[]): Pose => ({
  eyes: [eyeRatio(points, RIGHT_EYE), eyeRatio(points, LEFT_EYE)],
  mouth: distance(points, LIPS[0], LIPS[1]) / distance(points, MOUTH_CORNERS[0], MOUTH_CORNERS[1]),
  turn: turnOf(points),
});
