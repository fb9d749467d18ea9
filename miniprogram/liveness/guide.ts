import { adviceFor } from './advice';
import type { Advice } from './advice';
import { baselineOf, CLEAR, ENOUGH, extent, isAtRest } from './baseline';
import type { Baseline } from './baseline';
import type { FacePose, ObservedFrame } from './face-pose';
import { planFor, stepOf } from './plan';
import type { Kept, Progress } from './plan';
import type { FaceAction } from '../shared/contract/identity';

/** Milliseconds after which another way is offered: of an action (`face.md`), and of finding the face at all. */
export const PATIENCE_MS = 20_000;
export const FINDING_MS = 40_000;
/** Milliseconds between two stills of the same: two of one moment are worth no more than one. */
const APART_MS = 400;
/** Milliseconds of a still face from which its own measures are taken, and frames at least. */
const RESTING_MS = 900;
const RESTING_FRAMES = 4;
/** An action has reached its peak when it falls below this part of it, or lasts this long. */
const RECEDED = 0.75;
const PEAK_MS = 900;
/** How far the middle of the face may move between two frames, and the head may turn while it is measured. */
const STILL = 0.035;
const SAME_TURN = 0.14;
/** Before the person's own middle is known: so far from straight is not looking ahead. */
const AHEAD = 0.3;

/** A face at work: what has been seen so far, by the frames' times. */
export interface Guide extends Progress {
  /** Since when the present step is asked for. */
  readonly since: number;
  readonly own: Baseline | undefined;
  /** Frames in a row that show the face placed well and at rest. */
  readonly resting: readonly { readonly at: number; readonly view: FacePose }[];
  /** Of the action that is asked for: the frame where it was first clear, and the one where it is at its largest. */
  readonly clear: number | undefined;
  readonly peak: { readonly at: number; readonly extent: number } | undefined;
  readonly advice: Advice | undefined;
}

export const startGuide = (actions: readonly FaceAction[], at: number): Guide => ({
  steps: planFor(actions),
  place: 0,
  kept: [],
  isStuck: false,
  since: at,
  own: undefined,
  resting: [],
  clear: undefined,
  peak: undefined,
  advice: undefined,
});

const next = (guide: Guide, at: number, kept: readonly Kept[]): Guide => ({
  ...guide,
  kept: [...guide.kept, ...kept],
  place: guide.place + 1,
  since: at,
  resting: [],
  clear: undefined,
  peak: undefined,
  advice: undefined,
});

const peakStills = (action: FaceAction, { clear, peak }: Guide): Kept[] => {
  if (!peak) return [];
  const first = clear !== undefined && clear < peak.at ? [{ shows: action, at: clear }] : [];
  return [...first, { shows: action, at: peak.at }];
};

/** Time is up: what the server would accept is taken, however small; else another way is offered. */
const giveUp = (guide: Guide, at: number): Guide => {
  const step = stepOf(guide);
  if (step?.kind === 'action' && guide.peak && guide.peak.extent >= 1)
    return next(guide, at, peakStills(step.action, guide));
  return { ...guide, isStuck: true };
};

const followAction = (
  guide: Guide,
  action: FaceAction,
  own: Baseline,
  { at, view }: { at: number; view: FacePose },
): Guide => {
  const now = extent(action, view, own, ENOUGH);
  const isClear = extent(action, view, own, CLEAR) >= 1;
  const peak = guide.peak && guide.peak.extent >= now ? guide.peak : { at, extent: now };
  const clear = guide.clear ?? (isClear ? at : undefined);
  const seen: Guide = { ...guide, peak, clear, advice: undefined };
  if (clear === undefined) return seen;
  return now < RECEDED * peak.extent || at - clear >= PEAK_MS ? next(seen, at, peakStills(action, seen)) : seen;
};

/** Frames that go together: the face stayed where it was. */
const restingWith = (guide: Guide, at: number, view: FacePose): Guide['resting'] => {
  const last = guide.resting[guide.resting.length - 1];
  const hasMoved =
    last !== undefined &&
    (Math.hypot(view.centre.x - last.view.centre.x, view.centre.y - last.view.centre.y) > STILL ||
      Math.abs(view.turn - last.view.turn) > SAME_TURN);
  return [...(hasMoved ? [] : guide.resting), { at, view }];
};

const lastNeutral = ({ kept }: Guide): number => kept[kept.length - 1]?.at ?? -Infinity;

/** Keeps this frame where it shows the face at rest, some time after the last one that was kept. */
const keepNeutral = (
  guide: Guide,
  stills: number,
  own: Baseline,
  { at, view }: { at: number; view: FacePose },
): Guide => {
  const isSoon = at - lastNeutral(guide) < APART_MS;
  if (isSoon || !isAtRest(view, own)) return guide;
  const still: Kept = { shows: 'neutral', at };
  const before = guide.kept
    .slice()
    .reverse()
    .findIndex(({ shows }) => shows !== 'neutral');
  const here = (before < 0 ? guide.kept.length : before) + 1;
  return here >= stills ? next(guide, at, [still]) : { ...guide, kept: [...guide.kept, still] };
};

const followNeutral = (guide: Guide, stills: number, seen: { at: number; view: FacePose }): Guide => {
  const { at, view } = seen;
  const resting = restingWith(guide, at, view);
  const first = resting[0]?.at ?? at;
  const isResting = at - first >= RESTING_MS && resting.length >= RESTING_FRAMES;
  const moved = { ...guide, resting, advice: resting.length === 1 ? ('hold-still' as const) : undefined };
  if (guide.own) {
    if (Math.abs(view.turn - guide.own.turn) > SAME_TURN) return { ...moved, advice: 'look-ahead' };
    return resting.length >= 2 ? keepNeutral(moved, stills, guide.own, seen) : moved;
  }
  if (Math.abs(view.turn) > AHEAD) return { ...guide, resting: [], advice: 'look-ahead' };
  if (!isResting) return { ...moved, advice: 'hold-still' };
  const own = baselineOf(resting.map((each) => each.view));
  return keepNeutral({ ...moved, own }, stills, own, seen);
};

/** What the guide knows after one more frame. Frames come in the order of their times. */
export const follow = (guide: Guide, frame: ObservedFrame): Guide => {
  const step = stepOf(guide);
  if (!step || guide.isStuck) return guide;
  const { at } = frame;
  const isFinding = guide.own === undefined;
  if (at - guide.since > (isFinding ? FINDING_MS : PATIENCE_MS)) return giveUp(guide, at);
  const advice = adviceFor(frame, isFinding);
  const [view] = frame.faces;
  if (advice || !view) return { ...guide, resting: [], advice };
  if (step.kind === 'neutral') return followNeutral(guide, step.stills, { at, view });
  return guide.own ? followAction(guide, step.action, guide.own, { at, view }) : guide;
};

/** The frames that may still be needed; all others can go. */
export const neededFrames = ({ kept, clear, peak }: Guide): readonly number[] => [
  ...kept.map(({ at }) => at),
  ...(clear === undefined ? [] : [clear]),
  ...(peak === undefined ? [] : [peak.at]),
];
