/**
 * Whether a head turns, or a picture of one. Both look narrower; but only a solid head's nose, which stands out, moves
 * away from the line between the bridge of the nose and the chin. On paper they lie in one plane, also when it is bent.
 */
import { pointAt, type Point } from './mesh';

export interface Depth {
  /** How far the nose's tip is from the middle line, in lengths of that line; positive to the person's own left. */
  readonly lead: number;
  /** Between the outer corners of the eyes, in heights from the bridge of the nose to below it. */
  readonly width: number;
}

const BRIDGE = 168;
const CHIN = 152;
const NOSE_TIP = 1;
const BELOW_NOSE = 2;
const RIGHT_CORNER = 33;
const LEFT_CORNER = 263;

export const depthOf = (points: readonly Point[]): Depth => {
  const at = (index: number) => pointAt(points, index);
  const [bridge, chin, nose] = [at(BRIDGE), at(CHIN), at(NOSE_TIP)];
  const [right, left, below] = [at(RIGHT_CORNER), at(LEFT_CORNER), at(BELOW_NOSE)];
  const [x, y] = [chin[0] - bridge[0], chin[1] - bridge[1]];
  return {
    lead: ((nose[0] - bridge[0]) * y - (nose[1] - bridge[1]) * x) / (x * x + y * y),
    width: Math.hypot(left[0] - right[0], left[1] - right[1]) / Math.hypot(below[0] - bridge[0], below[1] - bridge[1]),
  };
};

/** As narrow as this, compared with the own straight face, something has been turned far. */
export const NARROW = 0.87;
/** A head that is turned so far has a nose that leads by more. */
export const NARROW_LEAD = 0.1;
/** The least that a nose leads by, when the head counts as turned. */
export const TURNED_LEAD = 0.04;

/** As wide as this for its height, a paper is tipped so far back that its open eyes are as low as closed ones. */
export const TIPPED = 1.13;

export interface Turned {
  readonly depth: Depth;
  /** `turn-left` 1, `turn-right` −1, neither 0. */
  readonly side: -1 | 0 | 1;
  /** Whether an eye seems closed or the mouth open. */
  readonly seemsToAct: boolean;
}

/**
 * @param straight the own face at rest
 * @returns true where a turn was a solid head's, false where something was a plane's, undefined where nothing tells
 */
export const isSolid = (stills: readonly Turned[], straight: Depth): boolean | undefined => {
  const moved = stills.map(({ depth, ...still }) => ({
    ...still,
    lead: depth.lead - straight.lead,
    width: depth.width / straight.width,
  }));
  const flat = moved.some(
    ({ lead, width, side, seemsToAct }) =>
      (width < NARROW && Math.abs(lead) < NARROW_LEAD) ||
      (width > TIPPED && seemsToAct) ||
      (side !== 0 && lead * side < TURNED_LEAD),
  );
  if (flat) return false;
  return moved.some(({ side }) => side !== 0) ? true : undefined;
};
