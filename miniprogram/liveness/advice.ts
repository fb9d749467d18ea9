import type { FacePose, ObservedFrame } from './face-pose';

/** What to change so that a still serves; in the order in which it is said. */
export type Advice =
  | 'too-dark'
  | 'too-bright'
  | 'no-face'
  | 'several-faces'
  | 'nearer'
  | 'farther'
  | 'off-centre'
  | 'look-ahead'
  | 'hold-still';

/** Mean brightness, 0 to 255, in which a face can be told from its neighbours. */
const DARKEST = 45;
const BRIGHTEST = 225;
/** Width of a face as a part of the frame's. */
const SMALLEST = 0.26;
const LARGEST = 0.8;
/** How far the middle of the face may lie from the middle of the frame, across and down. */
const ASIDE = { x: 0.2, y: 0.28 } as const;

export const lightAdvice = (light: number): Advice | undefined => {
  if (light < DARKEST) return 'too-dark';
  return light > BRIGHTEST ? 'too-bright' : undefined;
};

const placeAdvice = ({ width, centre }: FacePose): Advice | undefined => {
  if (width < SMALLEST) return 'nearer';
  if (width > LARGEST) return 'farther';
  const isAside = Math.abs(centre.x - 0.5) > ASIDE.x || Math.abs(centre.y - 0.5) > ASIDE.y;
  return isAside ? 'off-centre' : undefined;
};

/**
 * @param isPlacing the face is to find its place; once it has, hands may tremble and heads turn as they like
 * @returns undefined where the one face is well placed and well lit
 */
export const adviceFor = ({ faces, light }: ObservedFrame, isPlacing: boolean): Advice | undefined => {
  const [face, another] = faces;
  const badLight = lightAdvice(light);
  if (badLight) return badLight;
  if (!face) return 'no-face';
  if (another) return 'several-faces';
  return isPlacing ? placeAdvice(face) : undefined;
};
