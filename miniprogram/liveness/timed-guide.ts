import { planFor, STILLS_OF_ACTION, stepOf } from './plan';
import type { Progress, Step } from './plan';
import type { FaceAction } from '../shared/contract/identity';

/**
 * For phones that cannot find faces: what to do is said, then it is given time, then stills are taken. The server looks
 * at them just the same.
 */
export interface TimedGuide extends Progress {
  readonly since: number;
  /** Stills taken in the present step. */
  readonly taken: number;
}

/** Milliseconds from a request to its first still: to hear it, to understand it, to do it. And from still to still. */
export const FIRST_MS = 6000;
export const ACTION_MS = 4500;
export const RELAX_MS = 3500;
export const APART_MS = 900;

export const startTimedGuide = (actions: readonly FaceAction[], at: number): TimedGuide => ({
  steps: planFor(actions),
  place: 0,
  kept: [],
  isStuck: false,
  since: at,
  taken: 0,
});

const stillsOf = (step: Step) => (step.kind === 'neutral' ? step.stills : STILLS_OF_ACTION);

const waitBefore = (step: Step, place: number) => {
  if (step.kind === 'action') return ACTION_MS;
  return place === 0 ? FIRST_MS : RELAX_MS;
};

/**
 * @param at the time of a frame
 * @param canBeSeen false while it is too dark or too bright to take a still: the step waits
 */
export const followTime = (guide: TimedGuide, at: number, canBeSeen: boolean): TimedGuide => {
  const step = stepOf(guide);
  if (!step) return guide;
  if (!canBeSeen) return { ...guide, since: at, taken: guide.taken };
  if (at - guide.since < waitBefore(step, guide.place) + guide.taken * APART_MS) return guide;
  const kept = [...guide.kept, { shows: step.kind === 'neutral' ? ('neutral' as const) : step.action, at }];
  const taken = guide.taken + 1;
  if (taken < stillsOf(step)) return { ...guide, kept, taken };
  return { ...guide, kept, place: guide.place + 1, since: at, taken: 0 };
};
