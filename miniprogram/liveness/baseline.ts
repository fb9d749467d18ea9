import type { FacePose } from './face-pose';
import type { FaceAction } from '../shared/contract/identity';

/** A person's own face at rest. Fixed limits fail on old faces: open eyes may be as narrow as a young person's closed. */
export type Baseline = Pick<FacePose, 'eyes' | 'mouth' | 'turn'>;

/** What the server asks for, and what the phone waits for: a little more, so that the server sees it too. */
interface Limits {
  /** An eye is closed below this part of its own height. */
  readonly closed: number;
  /** How much more the mouth opens. */
  readonly open: number;
  readonly turned: number;
}
export const ENOUGH: Limits = { closed: 0.72, open: 0.14, turned: 0.37 };
export const CLEAR: Limits = { closed: 0.6, open: 0.22, turned: 0.44 };

/** Eyes and mouth are measured while the head is turned less than this. */
const FRONT = 0.2;
/** How near to rest a face is that serves as a neutral still. */
const AT_REST = { eyes: 0.85, mouth: 0.08, turn: 0.14 } as const;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
};

/** @param views of a face that was asked to look straight ahead; a blink among them does not matter */
export const baselineOf = (views: readonly FacePose[]): Baseline => ({
  eyes: [median(views.map(({ eyes }) => eyes[0])), median(views.map(({ eyes }) => eyes[1]))],
  mouth: median(views.map(({ mouth }) => mouth)),
  turn: median(views.map(({ turn }) => turn)),
});

export const isAtRest = (view: FacePose, own: Baseline): boolean =>
  view.eyes.every((eye, side) => eye > AT_REST.eyes * (own.eyes[side] ?? 0)) &&
  view.mouth - own.mouth < AT_REST.mouth &&
  Math.abs(view.turn - own.turn) < AT_REST.turn;

/**
 * How far an action has gone, 1 where it reaches the limit; 0 where it can't be told. One eye suffices.
 */
export const extent = (action: FaceAction, view: FacePose, own: Baseline, limits: Limits): number => {
  const turn = view.turn - own.turn;
  if (action === 'turn-left') return Math.max(0, turn / limits.turned);
  if (action === 'turn-right') return Math.max(0, -turn / limits.turned);
  if (Math.abs(turn) > FRONT) return 0;
  if (action === 'open-mouth') return Math.max(0, (view.mouth - own.mouth) / limits.open);
  const narrowest = Math.min(...view.eyes.map((eye, side) => eye / (own.eyes[side] ?? NaN)));
  return Math.max(0, (1 - narrowest) / (1 - limits.closed));
};
