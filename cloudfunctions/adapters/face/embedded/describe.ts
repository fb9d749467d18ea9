import { DESCRIPTION_SIDE, type FaceEngine } from '../engine/engine';
import { cropped, type Crop, type Pixels } from './picture';

/** 1024 numbers that stand for a face. */
export const descriptionOf = (engine: FaceEngine, picture: Pixels, crop: Crop): Promise<Float32Array> =>
  engine.describe(cropped(picture, crop, DESCRIPTION_SIDE));

/** The scale on which the bands were measured (`docs/face.md`): that of Human, whose network it is. */
const STRETCH = 25;
const NEAREST = 0.2;
const FARTHEST = 0.8;

/** 0 to 1. */
export const similarityOf = (one: Float32Array, other: Float32Array): number => {
  const squares = one.reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0);
  const near = 1 - Math.sqrt(STRETCH * squares) / 100;
  return Math.min(1, Math.max(0, (near - NEAREST) / (FARTHEST - NEAREST)));
};

/** @returns base64 of 32-bit numbers, the low byte first */
export const templateOf = (description: Float32Array): string => {
  const bytes = Buffer.alloc(description.length * 4);
  description.forEach((value, index) => bytes.writeFloatLE(value, index * 4));
  return bytes.toString('base64');
};

const NUMBERS = 1024;

/** @throws RangeError for what `templateOf` has not made */
export const descriptionFrom = (template: string): Float32Array => {
  const bytes = Buffer.from(template, 'base64');
  if (bytes.length !== NUMBERS * 4) throw new RangeError('not a template of this engine');
  return Float32Array.from({ length: NUMBERS }, (_, index) => bytes.readFloatLE(index * 4));
};
