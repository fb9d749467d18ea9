import type { FaceAction } from '../../../../../miniprogram/shared/contract/identity';

/** Of one still: how far eyes and mouth are open, and the turn of the head, positive to the person's own left. */
export interface Pose {
  readonly eyes: readonly [right: number, left: number];
  readonly mouth: number;
  readonly turn: number;
}

/** An eye is closed below this part of its own open height. One eye suffices. */
export const BLINK_PART = 0.75;
/** Both eyes together are closed below this part: behind glasses no single one may seem to be. */
export const BOTH_BLINK_PART = 0.82;
/** How much more the mouth must open than it is at rest. */
export const MOUTH_MORE = 0.12;
/** How far the head must turn from its own middle. */
export const TURN_AWAY = 0.35;
/** Eyes and mouth are measured while the head is turned less than this. */
export const FRONT_WITHIN = 0.2;

/** Turns that are one position of the head. */
const SAME_TURN = 0.15;

/** What a still shows: the actions in it, and whether it shows the face at rest. Neither is something between. */
export interface Shown {
  readonly actions: readonly FaceAction[];
  readonly isNeutral: boolean;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
};

const upperHalf = (values: readonly number[]): number[] =>
  [...values].sort((a, b) => b - a).slice(0, Math.ceil(values.length / 2));

/** The position that most stills share; of two as frequent ones the earlier, as everybody begins looking straight on. */
const usualTurn = (turns: readonly number[]): number => {
  const near = (turn: number) => turns.filter((other) => Math.abs(other - turn) < SAME_TURN);
  const counts = turns.map((turn) => near(turn).length);
  const most = turns[counts.indexOf(Math.max(...counts))];
  return most === undefined ? NaN : median(near(most));
};

/**
 * The person's own still face: the usual turn; eyes as open and the mouth as closed as they usually are while the head
 * is straight (the median of the wider, of the narrower half, so that three stills of a blink do not become the rule).
 * @param poses in the order in which they were taken
 */
export const baselineOf = (poses: readonly Pose[]): Pose => {
  const turn = usualTurn(poses.map((pose) => pose.turn));
  const straight = poses.filter((pose) => Math.abs(pose.turn - turn) < FRONT_WITHIN);
  const open = (eye: 0 | 1) => median(upperHalf(straight.map(({ eyes }) => eyes[eye])));
  return { turn, eyes: [open(0), open(1)], mouth: -median(upperHalf(straight.map(({ mouth }) => -mouth))) };
};

const isClosed = ({ eyes }: Pose, own: Pose): boolean => {
  const [right, left] = [eyes[0] / own.eyes[0], eyes[1] / own.eyes[1]];
  return right < BLINK_PART || left < BLINK_PART || (right + left) / 2 < BOTH_BLINK_PART;
};

/**
 * Some close their eyes when they open the mouth wide: such a still shows both. Everybody blinks now and then: where no
 * blink was asked, a face with closed eyes is at rest.
 * @param asked what the person was asked to do
 */
export const shownBy = (pose: Pose, own: Pose, asked: readonly FaceAction[]): Shown => {
  const turn = pose.turn - own.turn;
  if (turn > TURN_AWAY) return { actions: ['turn-left'], isNeutral: false };
  if (turn < -TURN_AWAY) return { actions: ['turn-right'], isNeutral: false };
  if (Math.abs(turn) >= FRONT_WITHIN) return { actions: [], isNeutral: false };
  const actions: FaceAction[] = [];
  if (asked.includes('blink') && isClosed(pose, own)) actions.push('blink');
  if (pose.mouth - own.mouth > MOUTH_MORE) actions.push('open-mouth');
  return { actions, isNeutral: actions.length === 0 };
};
