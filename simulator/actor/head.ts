import {
  CHIN,
  FOREHEAD,
  LEFT_EDGE,
  LEFT_MOUTH_CORNER,
  MESH_POINTS,
  RIGHT_EDGE,
  RIGHT_MOUTH_CORNER,
  leftEye,
  lips,
  oval,
  rightEye,
  type Eye,
} from './anatomy';

const { abs, cos, exp, hypot, min, sin } = Math;

/** In pixels of the picture; a smaller z is nearer. */
export type Point = readonly [x: number, y: number, z: number];
export type Mesh = readonly Point[];

/** How a face holds itself. All zero, or absent, is as in the photograph. */
export interface Pose {
  /** Radians to the person's own left. */
  readonly yaw?: number;
  /** Radians downwards. */
  readonly pitch?: number;
  /** 0 open to 1 closed. */
  readonly rightLid?: number;
  readonly leftLid?: number;
  /** 0 closed to 1 wide open. */
  readonly mouth?: number;
  /** Pixels by which the whole picture is moved, as by a hand that holds the phone. */
  readonly x?: number;
  readonly y?: number;
  /** What the whole picture is magnified by. */
  readonly scale?: number;
}

/** The mesh of a photograph is flatter than a head: its depth is guessed from one view. */
const DEPTH = 1.45;

export interface Head {
  readonly points: Mesh;
  readonly centre: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
  /** Where the head turns about. */
  readonly axis: number;
  /** Down the face, of length 1. */
  readonly down: readonly [x: number, y: number];
}

export const pointOf = (mesh: Mesh, index: number): Point => {
  const point = mesh[index];
  if (!point) throw new RangeError(`the mesh has no point ${index}`);
  return point;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export const headOf = (mesh: Mesh): Head => {
  const points = mesh.slice(0, MESH_POINTS).map(([x, y, z]): Point => [x, y, z * DEPTH]);
  const edge = oval.map((index) => pointOf(points, index));
  const [right, left] = [pointOf(points, RIGHT_EDGE), pointOf(points, LEFT_EDGE)];
  const [top, chin] = [pointOf(points, FOREHEAD), pointOf(points, CHIN)];
  const width = hypot(left[0] - right[0], left[1] - right[1]);
  const height = hypot(chin[0] - top[0], chin[1] - top[1]);
  return {
    points,
    centre: [mean(edge.map(([x]) => x)), mean(edge.map(([, y]) => y))],
    width,
    height,
    axis: mean(edge.map(([, , z]) => z)) + width * 0.15,
    down: [(chin[0] - top[0]) / height, (chin[1] - top[1]) / height],
  };
};

type Moving = [x: number, y: number, z: number][];

const move = (points: Moving, index: number, x: number, y: number): void => {
  const point = points[index];
  if (!point) return;
  point[0] += x;
  point[1] += y;
};

/** The upper lid comes down to the lower one, and the skin above it covers the eye. */
const closeEye = (to: Moving, { points }: Head, eye: Eye, lid: number): void =>
  eye.upper.forEach((upper, index) => {
    const lower = eye.lower[index] ?? upper;
    const [from, onto] = [pointOf(points, upper), pointOf(points, lower)];
    const x = (onto[0] - from[0]) * lid;
    const y = (onto[1] - from[1]) * lid;
    move(to, upper, x, y);
    move(to, eye.lid[index] ?? upper, x * 0.9, y * 0.9);
    move(to, eye.fold[index] ?? upper, x * 0.1, y * 0.1);
  });

/** The jaw falls: all below the mouth, the less the farther from its middle. */
const openMouth = (to: Moving, { points, down, height }: Head, mouth: number): void => {
  const [right, left] = [pointOf(points, RIGHT_MOUTH_CORNER), pointOf(points, LEFT_MOUTH_CORNER)];
  const middle = [(right[0] + left[0]) / 2, (right[1] + left[1]) / 2] as const;
  const width = hypot(left[0] - right[0], left[1] - right[1]);
  const fall = mouth * height * 0.2;
  const lower = new Set(lips.lower);
  const still = new Set(lips.still);
  points.forEach(([x, y], index) => {
    const [fromX, fromY] = [x - middle[0], y - middle[1]];
    const below = fromX * down[0] + fromY * down[1];
    const beside = abs(fromX * down[1] - fromY * down[0]);
    if (still.has(index)) return;
    const part = lower.has(index)
      ? exp(-((beside / (width * 0.55)) ** 4))
      : below > 0
        ? exp(-((beside / (width * 0.75)) ** 2)) * min(1, below / (width * 0.22))
        : 0;
    move(to, index, down[0] * fall * part, down[1] * fall * part);
  });
  for (const index of lips.upper) move(to, index, down[0] * fall * -0.12, down[1] * fall * -0.12);
};

/** The points of the mesh in a pose; what moves the whole picture is not in it. */
export const posed = (head: Head, { yaw = 0, pitch = 0, rightLid = 0, leftLid = 0, mouth = 0 }: Pose): Mesh => {
  const points: Moving = head.points.map(([x, y, z]) => [x, y, z]);
  if (rightLid) closeEye(points, head, rightEye, rightLid);
  if (leftLid) closeEye(points, head, leftEye, leftLid);
  if (mouth) openMouth(points, head, mouth);
  const { centre, axis } = head;
  return points.map(([fromX, fromY, fromZ]) => {
    const [x, y, z] = [fromX - centre[0], fromY - centre[1], fromZ - axis];
    const depth = x * sin(yaw) + z * cos(yaw);
    return [
      x * cos(yaw) - z * sin(yaw) + centre[0],
      y * cos(pitch) - depth * sin(pitch) + centre[1],
      y * sin(pitch) + depth * cos(pitch) + axis,
    ];
  });
};
