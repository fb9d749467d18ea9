import { EYE_POINTS, EYE_SIDE, MESH_SIDE, type FaceEngine } from '../engine/engine';
import { pointAt, poseOf, type Point } from '../../../core/domain/face-check/measures/mesh';
import { FRONT_WITHIN, TURN_AWAY } from '../../../core/domain/face-check/measures/poses';
import type { FaceBox } from './detector';
import { cropped, inPicture, type Crop, type Pixels } from './picture';

/** The networks were taught on faces with so much around them. */
const MARGIN = 1.4;

export interface FaceMesh {
  /** In pixels of the picture; a smaller third number is nearer. */
  readonly points: readonly Point[];
  /** How surely it is a face, 0 to 1. */
  readonly score: number;
}

/** The upright square round a face. */
export const cropOf = ({ x, y, width, height, roll }: FaceBox): Crop => ({
  centre: [x + width / 2, y + height / 2],
  side: Math.max(width, height) * MARGIN,
  roll,
});

/** Whose middle is within `TURN_AWAY` is judged by the eyes while turned less than `FRONT_WITHIN` from it. */
const TURNED = TURN_AWAY + FRONT_WITHIN;

/** The network sees an eye with so much around it. */
const EYE_MARGIN = 2.3;
/** The edges of the lids in the mesh, in the order of the iris network: from the outer corner below and then above. */
const RIGHT_LIDS = [33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173];
const LEFT_LIDS = [263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398];
const INNER_CORNER = 8;

const eyeCrop = (points: readonly Point[], lids: readonly number[], roll: number): Crop => {
  const [outer, inner] = [pointAt(points, lids[0] ?? 0), pointAt(points, lids[INNER_CORNER] ?? 0)];
  return {
    centre: [(outer[0] + inner[0]) / 2, (outer[1] + inner[1]) / 2],
    side: Math.hypot(outer[0] - inner[0], outer[1] - inner[1]) * EYE_MARGIN,
    roll,
  };
};

const mirrored = (pixels: Float32Array): Float32Array => {
  const out = new Float32Array(pixels.length);
  for (let row = 0; row < EYE_SIDE; row++)
    for (let column = 0; column < EYE_SIDE; column++) {
      const from = (row * EYE_SIDE + EYE_SIDE - 1 - column) * 3;
      out.set(pixels.subarray(from, from + 3), (row * EYE_SIDE + column) * 3);
    }
  return out;
};

/** The mesh hardly follows lids behind glasses: a network that looks at the eyes alone puts them right. */
const withLids = async (engine: FaceEngine, picture: Pixels, points: Point[], roll: number): Promise<Point[]> => {
  const crops = [RIGHT_LIDS, LEFT_LIDS].map((lids) => eyeCrop(points, lids, roll));
  const [right, left] = crops.map((crop) => cropped(picture, crop, EYE_SIDE, 1 / 255));
  if (!right || !left) return points;
  const both = new Float32Array(right.length * 2);
  both.set(right);
  both.set(mirrored(left), right.length);
  const seen = await engine.eyes(both);
  const refined = [...points];
  [RIGHT_LIDS, LEFT_LIDS].forEach((lids, eye) => {
    const crop = crops[eye];
    if (!crop) return;
    lids.forEach((index, place) => {
      const at = (eye * EYE_POINTS + place) * 3;
      const x = seen[at] ?? 0;
      const [, , z] = pointAt(points, index);
      const [u, v] = inPicture(crop, EYE_SIDE, eye === 0 ? x : EYE_SIDE - x, seen[at + 1] ?? 0);
      refined[index] = [u, v, z];
    });
  });
  return refined;
};

export const meshOf = async (
  engine: FaceEngine,
  picture: Pixels,
  crop: Crop,
  looksAtLids = true,
): Promise<FaceMesh> => {
  const { points, score } = await engine.mesh(cropped(picture, crop, MESH_SIDE, 1 / 255));
  const at = (index: number) => points[index] ?? 0;
  const plain = Array.from({ length: points.length / 3 }, (_, index): Point => {
    const [x, y] = inPicture(crop, MESH_SIDE, at(index * 3), at(index * 3 + 1));
    return [x, y, (at(index * 3 + 2) * crop.side) / MESH_SIDE];
  });
  const isLookedAt = looksAtLids && Math.abs(poseOf(plain).turn) < TURNED;
  return { score, points: isLookedAt ? await withLids(engine, picture, plain, crop.roll) : plain };
};
