import { STILL_BYTES, STILL_SIDE } from '../../../../miniprogram/shared/contract/identity';
import { poseOf } from '../../../core/domain/face-check/measures/mesh';
import { depthOf, type Depth } from '../../../core/domain/face-check/measures/solid';
import type { StillFindings } from '../../../core/ports/face-verifier';
import type { FaceEngine } from '../engine/engine';
import { detectFaces, type FaceBox } from './detector';
import { brightnessOf, bytesHash, perceptualHashOf, qualityOf } from './perceptual-hash';
import { cropOf, meshOf } from './mesh';
import { pixelsOf, type Crop, type Pixels } from './picture';

/** The face of a still, as it is looked at more closely. */
export interface SeenFace {
  readonly picture: Pixels;
  readonly crop: Crop;
  readonly depth: Depth;
}

export interface ExaminedStill {
  readonly findings: StillFindings;
  readonly face?: SeenFace;
}

/** A face smaller than this part of the largest is somebody far behind, or on a poster: it does not count. */
const COUNTS_FROM = 0.4;
const LEAST_MESH_SCORE = 0.5;

/** Those that count, the one nearest the centre first. */
export const facesInFront = (faces: readonly FaceBox[], { width, height }: Pixels): FaceBox[] => {
  const largest = Math.max(...faces.map((face) => face.width));
  const fromCentre = (face: FaceBox) =>
    Math.hypot(face.x + face.width / 2 - width / 2, face.y + face.height / 2 - height / 2);
  return faces.filter((face) => face.width >= COUNTS_FROM * largest).sort((a, b) => fromCentre(a) - fromCentre(b));
};

const nothing = { faces: 0, size: 0, brightness: 0, sharpness: 0, eyes: [0, 0], mouth: 0, turn: 0 } as const;

const examinePicture = async (
  engine: FaceEngine,
  picture: Pixels,
  sha256: string,
  looksAtLids: boolean,
): Promise<ExaminedStill> => {
  const seen = { isPicture: true, perceptualHash: perceptualHashOf(picture), sha256 };
  const faces = facesInFront(await detectFaces(engine, picture), picture);
  const [nearest] = faces;
  const mesh = nearest && (await meshOf(engine, picture, cropOf(nearest), looksAtLids));
  if (!mesh || mesh.score < LEAST_MESH_SCORE)
    return { findings: { ...nothing, ...seen, brightness: brightnessOf(picture) } };
  const crop = cropOf(nearest);
  const side = Math.max(nearest.width, nearest.height);
  return {
    findings: {
      ...seen,
      faces: faces.length,
      size: side / Math.min(picture.width, picture.height),
      ...qualityOf(picture, { ...crop, side }),
      ...poseOf(mesh.points),
    },
    face: { picture, crop, depth: depthOf(mesh.points) },
  };
};

/**
 * Never throws for what is in the bytes.
 * @param looksAtLids takes a third longer, and is needed where a blink was asked
 */
export const examineStill = async (
  engine: FaceEngine,
  bytes: Uint8Array,
  looksAtLids: boolean,
): Promise<ExaminedStill> => {
  const hash = bytesHash(bytes);
  const picture = bytes.length <= STILL_BYTES ? pixelsOf(engine, bytes, STILL_SIDE) : undefined;
  return picture
    ? examinePicture(engine, picture, hash, looksAtLids)
    : { findings: { ...nothing, isPicture: false, perceptualHash: '', sha256: hash } };
};
