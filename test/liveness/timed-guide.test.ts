import { isDone, stepOf } from '../../miniprogram/liveness/plan';
import { ACTION_MS, APART_MS, FIRST_MS, followTime, startTimedGuide } from '../../miniprogram/liveness/timed-guide';
import type { TimedGuide } from '../../miniprogram/liveness/timed-guide';

const passes = (guide: TimedGuide, from: number, milliseconds: number, canBeSeen = true): TimedGuide => {
  let now = guide;
  for (let at = from + 100; at <= from + milliseconds; at += 100) now = followTime(now, at, canBeSeen);
  return now;
};

test('two actions are eight stills, at fixed moments, without a word about a face', () => {
  const guide = passes(startTimedGuide(['open-mouth', 'turn-left'], 0), 0, 40_000);
  expect(isDone(guide)).toBe(true);
  expect(guide.kept.map(({ shows }) => shows)).toEqual([
    'neutral',
    'neutral',
    'open-mouth',
    'open-mouth',
    'neutral',
    'turn-left',
    'turn-left',
    'neutral',
  ]);
});

test('there is time to hear, to understand and to do it before the first still', () => {
  const before = passes(startTimedGuide(['blink'], 0), 0, FIRST_MS - 100);
  expect(before.kept).toEqual([]);
  expect(FIRST_MS).toBeGreaterThanOrEqual(5000);
  expect(ACTION_MS).toBeGreaterThanOrEqual(4000);
});

test('stills of one request are apart', () => {
  const { kept } = passes(startTimedGuide(['blink'], 0), 0, 40_000);
  const apart = kept.slice(1).map(({ at }, place) => at - (kept[place]?.at ?? 0));
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(APART_MS);
});

test('in the dark the step waits as long as it takes', () => {
  const dark = passes(startTimedGuide(['blink'], 0), 0, 60_000, false);
  expect(dark.kept).toEqual([]);
  expect(dark.isStuck).toBe(false);
  const light = passes(dark, 60_000, FIRST_MS + 2 * APART_MS + 200);
  expect(light.kept.length).toBe(3);
  expect(stepOf(light)).toEqual({ kind: 'action', action: 'blink' });
});

test('nothing happens after the end', () => {
  const guide = passes(startTimedGuide(['blink'], 0), 0, 60_000);
  expect(followTime(guide, 70_000, true)).toBe(guide);
});
