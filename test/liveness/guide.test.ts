import { FINDING_MS, follow, neededFrames, PATIENCE_MS, startGuide } from '../../miniprogram/liveness/guide';
import type { Guide } from '../../miniprogram/liveness/guide';
import type { FacePose } from '../../miniprogram/liveness/face-pose';
import { isDone, stepOf } from '../../miniprogram/liveness/plan';
import { faceActions, MOST_STILLS } from '../../miniprogram/shared/contract/identity';
import type { FaceAction } from '../../miniprogram/shared/contract/identity';
import { view } from './face-points';

/** Ten frames a second, as an old phone manages. */
const FRAME_MS = 100;

/** Somebody before the camera: shows a face for some time, frame by frame. */
class Person {
  guide: Guide;
  private at = 0;

  constructor(
    actions: readonly FaceAction[],
    private readonly own: Partial<FacePose> = {},
  ) {
    this.guide = startGuide(actions, 0);
  }

  shows(changed: Partial<FacePose> | undefined, milliseconds: number, light = 130): this {
    for (const until = this.at + milliseconds; this.at < until;) {
      this.at += FRAME_MS;
      const faces = changed ? [view({ ...this.own, ...changed })] : [];
      this.guide = follow(this.guide, { at: this.at, faces, light });
    }
    return this;
  }

  does(action: FaceAction, milliseconds = 600): this {
    return this.shows(acted[action], milliseconds);
  }

  get asked() {
    const step = stepOf(this.guide);
    return step?.kind === 'action' ? step.action : step?.kind;
  }

  get kept() {
    return this.guide.kept.map(({ shows }) => shows);
  }
}

const acted: Record<FaceAction, Partial<FacePose>> = {
  blink: { eyes: [0.08, 0.08] },
  'open-mouth': { mouth: 0.5 },
  'turn-left': { turn: 0.55 },
  'turn-right': { turn: -0.55 },
};

const pairs = faceActions.flatMap((first) =>
  faceActions.filter((second) => second !== first).map((second): [FaceAction, FaceAction] => [first, second]),
);

test.each(pairs)('%s, then %s: still face, action, still face, action, still face', (first, second) => {
  const person = new Person([first, second]).shows({}, 2000).does(first).shows({}, 2000).does(second).shows({}, 2000);
  expect(isDone(person.guide)).toBe(true);
  expect(person.kept.filter((shows, place) => shows !== person.kept[place - 1])).toEqual([
    'neutral',
    first,
    'neutral',
    second,
    'neutral',
  ]);
  expect(person.kept.length).toBeGreaterThanOrEqual(6);
  expect(person.kept.length).toBeLessThanOrEqual(MOST_STILLS);
});

test('stills are in the order of their times, each of another moment', () => {
  const person = new Person(['blink', 'turn-left']);
  person.shows({}, 2000).does('blink').shows({}, 2000).does('turn-left').shows({}, 2000);
  const times = person.guide.kept.map(({ at }) => at);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});

test('of an action its largest moment is kept', () => {
  const person = new Person(['open-mouth', 'blink']).shows({}, 2000);
  const began = person.guide.since;
  person.shows({ mouth: 0.3 }, 200).shows({ mouth: 0.6 }, 100).shows({ mouth: 0.3 }, 200).shows({}, 200);
  const peaks = person.guide.kept.filter(({ shows }) => shows === 'open-mouth').map(({ at }) => at);
  expect(peaks.length).toBe(2);
  expect(peaks[1]).toBeGreaterThan((peaks[0] ?? 0) + FRAME_MS);
  expect(peaks[0]).toBeGreaterThan(began);
});

test('a blink that is over in one frame is one still', () => {
  const person = new Person(['blink', 'open-mouth']).shows({}, 2000).does('blink', FRAME_MS).shows({}, 200);
  expect(person.kept).toEqual(['neutral', 'neutral', 'blink']);
});

test('an old face whose open eyes are as narrow as a young one’s half-closed: its own measure counts', () => {
  const person = new Person(['blink', 'turn-left'], { eyes: [0.16, 0.14] }).shows({}, 2000);
  expect(person.asked).toBe('blink');
  person.shows({ eyes: [0.06, 0.13] }, 300).shows({}, 100);
  expect(person.asked).toBe('neutral');
});

test('the wrong action is not taken for the one that is asked for', () => {
  const person = new Person(['turn-left', 'blink']).shows({}, 2000);
  person.does('turn-right').does('open-mouth').does('blink').shows({}, 500);
  expect(person.asked).toBe('turn-left');
  expect(person.kept).toEqual(['neutral', 'neutral']);
});

test('eyes are not judged while the head is turned', () => {
  const person = new Person(['blink', 'open-mouth']).shows({}, 2000);
  person.shows({ turn: 0.4, eyes: [0.05, 0.05] }, 1000);
  expect(person.asked).toBe('blink');
});

test('a still face that moves is no still: hold still', () => {
  const person = new Person(['blink', 'open-mouth']);
  for (let x = 0.4; x < 0.6; x += 0.05) person.shows({ centre: { x, y: 0.5 } }, FRAME_MS);
  expect(person.kept).toEqual([]);
  expect(person.guide.advice).toBe('hold-still');
});

test('looking aside from the beginning is told', () => {
  const person = new Person(['blink', 'open-mouth']).shows({ turn: 0.5 }, 2000);
  expect(person.kept).toEqual([]);
  expect(person.guide.advice).toBe('look-ahead');
});

test('after a turn the head comes back before the next thing is asked for', () => {
  const person = new Person(['turn-left', 'blink']).shows({}, 2000).does('turn-left', 3000);
  expect(person.asked).toBe('neutral');
  expect(person.guide.advice).toBe('look-ahead');
  person.shows({}, 1000);
  expect(person.asked).toBe('blink');
});

test.each([
  ['no-face', undefined, 130],
  ['too-dark', {}, 20],
  ['nearer', { width: 0.15 }, 130],
])('%s is said, and nothing is kept', (advice, face, light) => {
  const person = new Person(['blink', 'open-mouth']).shows(face, 3000, light);
  expect(person.guide.advice).toBe(advice);
  expect(person.kept).toEqual([]);
});

test('after 20 seconds without the action another way is offered, and nothing more is watched', () => {
  const person = new Person(['blink', 'open-mouth']).shows({}, 2000);
  const asked = person.guide.since;
  person.shows({}, PATIENCE_MS - (2000 - asked));
  expect(person.guide.isStuck).toBe(false);
  person.shows({}, 200);
  expect(person.guide.isStuck).toBe(true);
  person.does('blink').shows({}, 500);
  expect(person.kept).toEqual(['neutral', 'neutral']);
  expect(PATIENCE_MS).toBe(20_000);
});

test('a small action, but one the server accepts, is taken when the time is up', () => {
  const person = new Person(['turn-left', 'blink']).shows({}, 2000).shows({ turn: 0.4 }, 2000).shows({}, PATIENCE_MS);
  expect(person.guide.isStuck).toBe(false);
  expect(person.kept.slice(0, 3)).toEqual(['neutral', 'neutral', 'turn-left']);
});

test('finding the face may take longer than an action, but not for ever', () => {
  const person = new Person(['blink', 'open-mouth']).shows(undefined, PATIENCE_MS + 5000);
  expect(person.guide.isStuck).toBe(false);
  person.shows(undefined, FINDING_MS);
  expect(person.guide.isStuck).toBe(true);
});

test('the gentle way: one turn, between three stills and one', () => {
  const person = new Person(['turn-right']).shows({}, 3000).does('turn-right').shows({}, 2000);
  expect(isDone(person.guide)).toBe(true);
  expect(person.kept.filter((shows) => shows === 'neutral').length).toBe(4);
});

test('where nothing is asked for, four still faces do', () => {
  const person = new Person([]).shows({}, 4000);
  expect(isDone(person.guide)).toBe(true);
  expect(person.kept).toEqual(['neutral', 'neutral', 'neutral', 'neutral']);
});

test('no more than ten frames have to be remembered at any time', () => {
  const person = new Person(['turn-left', 'open-mouth']);
  const most = [2000, 0, 2000, 0, 2000].map((rest, place) => {
    if (rest > 0) person.shows({}, rest);
    else person.does(place === 1 ? 'turn-left' : 'open-mouth');
    return neededFrames(person.guide).length;
  });
  expect(Math.max(...most)).toBeLessThanOrEqual(10);
});
