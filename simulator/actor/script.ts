import type { Pose } from './head';

const { PI, cos, sin } = Math;

/** What the actor does, one thing after the other. */
export type Act = 'neutral' | 'blink' | 'open-mouth' | 'turn-left' | 'turn-right';

export interface Scene {
  readonly act: Act;
  /** Seconds, with the way there and back. */
  readonly seconds: number;
}

/** All that a face is asked for, once round. */
export const everyAct: readonly Scene[] = (['blink', 'open-mouth', 'turn-left', 'turn-right'] as const).flatMap(
  (act): Scene[] => [
    { act: 'neutral', seconds: 1.4 },
    { act, seconds: 1.6 },
  ],
);

export const secondsOf = (scenes: readonly Scene[]): number => scenes.reduce((sum, { seconds }) => sum + seconds, 0);

/** Rises, stays for more than half of the time, and falls; 0 to 1 over 0 to 1. */
const effort = (part: number): number => {
  if (part < 0.22) return (1 - cos((part / 0.22) * PI)) / 2;
  if (part > 0.78) return (1 - cos(((1 - part) / 0.22) * PI)) / 2;
  return 1;
};

const TURN = 0.5;
const peaks: Record<Act, Pose> = {
  neutral: {},
  blink: { rightLid: 1, leftLid: 1 },
  'open-mouth': { mouth: 0.8 },
  'turn-left': { yaw: TURN },
  'turn-right': { yaw: -TURN },
};

/** The pose of an act that is done by so much, 0 to 1. */
export const actedBy = (act: Act, by = 1): Pose =>
  Object.fromEntries(Object.entries(peaks[act]).map(([part, value]: [string, number]) => [part, value * by]));

/**
 * Nobody holds still: the hand with the phone moves, and so does the head, slowly and never twice in the same way (the
 * periods have no common measure).
 * @param at seconds
 * @param width of the picture, in pixels
 */
export const swaying = (pose: Pose, at: number, width: number): Pose => ({
  ...pose,
  yaw: (pose.yaw ?? 0) + 0.03 * sin(at * 0.9 + 1) + 0.015 * sin(at * 2.21),
  pitch: (pose.pitch ?? 0) + 0.025 * sin(at * 0.73) + 0.012 * sin(at * 1.87 + 2),
  x: (pose.x ?? 0) + width * (0.012 * sin(at * 1.13 + 0.5) + 0.006 * sin(at * 2.87)),
  y: (pose.y ?? 0) + width * (0.01 * sin(at * 0.97 + 2) + 0.006 * sin(at * 2.41 + 1)),
  scale: (pose.scale ?? 1) * (1.02 + 0.015 * sin(at * 0.61 + 4)),
});

/**
 * @param at seconds since the beginning; after the last scene the first one comes again
 * @param begins seconds that the sway is ahead of the scenes
 */
export const poseAt = (scenes: readonly Scene[], at: number, width: number, begins = 0): Pose => {
  let left = at % secondsOf(scenes);
  for (const { act, seconds } of scenes) {
    if (left < seconds) return swaying(actedBy(act, effort(left / seconds)), begins + at, width);
    left -= seconds;
  }
  return swaying({}, begins + at, width);
};
