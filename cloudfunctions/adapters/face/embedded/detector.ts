import { ANCHORS, ANCHOR_NUMBERS, DETECTOR_SIDE, type FaceEngine } from '../engine/engine';
import { cropped, inPicture, type Crop, type Pixels } from './picture';

/** Where a face is: from above the brows to the chin, in pixels of the picture; it may reach beyond the edges. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How surely it is a face, 0 to 1. */
  readonly score: number;
  /** Radians by which the line of the eyes falls to the right. */
  readonly roll: number;
}

const LEAST_SCORE = 0.5;
const MOST_FACES = 8;
/** Two boxes that share more than this part of their area are one face. */
const SAME_FACE = 0.3;

interface Anchor {
  readonly x: number;
  readonly y: number;
}

const grid = (stride: number, boxes: number): Anchor[] => {
  const cells = DETECTOR_SIDE / stride;
  return Array.from({ length: cells * cells * boxes }, (_, index) => {
    const cell = Math.floor(index / boxes);
    return { x: stride * ((cell % cells) + 0.5), y: stride * (Math.floor(cell / cells) + 0.5) };
  });
};
const anchors = [...grid(16, 2), ...grid(32, 6)];

const overlap = (a: FaceBox, b: FaceBox): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (a.width * a.height + b.width * b.height - width * height);
};

const boxOf = (rows: Float32Array, index: number, view: Crop): FaceBox | undefined => {
  const at = (column: number) => rows[index * ANCHOR_NUMBERS + column] ?? 0;
  const score = 1 / (1 + Math.exp(-at(0)));
  const anchor = anchors[index];
  if (score < LEAST_SCORE || !anchor) return undefined;
  const scale = view.side / DETECTOR_SIDE;
  const [width, height] = [at(3) * scale, at(4) * scale];
  const [x, y] = inPicture(view, DETECTOR_SIDE, at(1) + anchor.x, at(2) + anchor.y);
  const roll = Math.atan2(at(8) - at(6), at(7) - at(5));
  return { x: x - width / 2, y: y - height / 2, width, height, score, roll };
};

/** The surest first. */
export const detectFaces = async (engine: FaceEngine, picture: Pixels): Promise<FaceBox[]> => {
  const { width, height } = picture;
  // A square round the whole picture: squeezed into one, wide faces would be narrow.
  const view: Crop = { centre: [width / 2, height / 2], side: Math.max(width, height), roll: 0 };
  const rows = await engine.detect(cropped(picture, view, DETECTOR_SIDE, 1 / 127.5, -1));
  const candidates = Array.from({ length: ANCHORS }, (_, index) => boxOf(rows, index, view))
    .filter((box) => box !== undefined)
    .sort((a, b) => b.score - a.score);
  const found: FaceBox[] = [];
  for (const box of candidates)
    if (found.length < MOST_FACES && found.every((other) => overlap(box, other) < SAME_FACE)) found.push(box);
  return found;
};
