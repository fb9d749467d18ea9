import {
  actionReasons,
  actionsIn,
  claimReasons,
  type MeasuredStill,
} from '../../../cloudfunctions/core/domain/face/actions';
import { looksFlat } from '../../../cloudfunctions/core/domain/face/flat';
import { baselineOf, measure, type Measures } from '../../../cloudfunctions/core/domain/face/measures';
import type { StillShows } from '../../../miniprogram/shared/face-reasons';
import { meshThat } from '../../support/faces/scripted-verifier';

/** Measured on the elderly face of the fixtures: lids that droop, behind glasses. */
const elderly: Measures = { eyes: { right: 0.31, left: 0.28 }, mouth: 0.01, turn: 0.02, squeeze: 0.76, width: 258 };

const seenIn = (change: Partial<Measures>, own = elderly) => [...actionsIn({ ...own, ...change }, own)];

const stills = (...shows: readonly StillShows[]): MeasuredStill[] =>
  shows.map((each) => ({ shows: each, measures: measure(meshThat(each)) }));

/** The first still's picture under another claim. */
const claimedAs = (shows: StillShows, does: StillShows): MeasuredStill => ({
  shows,
  measures: measure(meshThat(does)),
});

describe('what a mesh measures', () => {
  it('is the same for a face twice as near', () => {
    const { width: _far, ...far } = measure(meshThat('open-mouth', { width: 150 }));
    const { width: _near, ...near } = measure(meshThat('open-mouth', { width: 300 }));
    expect(near.mouth).toBeCloseTo(far.mouth, 10);
    expect(near.eyes.left).toBeCloseTo(far.eyes.left, 10);
    expect(near.turn).toBeCloseTo(far.turn, 10);
  });

  it('has a turn of 0 with the nose in the middle, and above 0 towards the left ear', () => {
    expect(measure(meshThat('neutral')).turn).toBeCloseTo(0, 10);
    expect(measure(meshThat('turn-left')).turn).toBeCloseTo(0.5, 10);
    expect(measure(meshThat('turn-right')).turn).toBeCloseTo(-0.5, 10);
  });

  it('of points that have fallen together is a broken mesh with no opening, not a division by nothing', () => {
    const { turn, mouth, squeeze } = measure(Array.from({ length: 468 }, () => [5, 5, 0] as const));
    expect([turn, mouth, squeeze]).toEqual([0, 0, 0]);
  });

  it('of a mesh of too few points is refused', () => {
    expect(() => measure([[0, 0, 0]])).toThrow(RangeError);
  });
});

describe('the own neutral face', () => {
  it('is the median, so that one blink among three neutral stills does not move it', () => {
    const blinking = { ...elderly, eyes: { right: 0.1, left: 0.1 } };
    expect(baselineOf([elderly, blinking, elderly])).toEqual(elderly);
  });

  it('of two stills lies between them', () => {
    expect(baselineOf([elderly, { ...elderly, mouth: 0.05 }]).mouth).toBeCloseTo(0.03, 10);
  });

  it('needs at least one still', () => {
    expect(() => baselineOf([])).toThrow(RangeError);
  });
});

describe('an action against the own neutral face', () => {
  it('of the elderly face: lids at 0.21, above any fixed limit of 0.2, are closed', () => {
    expect(seenIn({ eyes: { right: 0.21, left: 0.21 } })).toEqual(['blink']);
  });

  it('is a blink with one eye only', () => {
    expect(seenIn({ eyes: { right: 0.31, left: 0.2 } })).toEqual(['blink']);
  });

  it('is a blink where both eyes close a little less each', () => {
    expect(seenIn({ eyes: { right: 0.24, left: 0.22 } })).toEqual(['blink']);
  });

  it('is no blink where the lids only tremble', () => {
    expect(seenIn({ eyes: { right: 0.27, left: 0.25 } })).toEqual([]);
  });

  it('is an open mouth from a growth of more than 0.12, whatever the mouth looks like at rest', () => {
    const smiling = { ...elderly, mouth: 0.2 };
    expect(seenIn({ mouth: 0.33 }, smiling)).toEqual(['open-mouth']);
    expect(seenIn({ mouth: 0.31 }, smiling)).toEqual([]);
  });

  it('is a turn from a change of more than 0.35, counted from how this person holds their head', () => {
    const leaning = { ...elderly, turn: -0.15 };
    expect(seenIn({ turn: 0.22 }, leaning)).toEqual(['turn-left']);
    expect(seenIn({ turn: 0.18 }, leaning)).toEqual([]);
    expect(seenIn({ turn: -0.52 }, leaning)).toEqual(['turn-right']);
  });

  it('is neither blink nor mouth while the head is turned: there the mesh is guessing', () => {
    expect(seenIn({ turn: 0.3, mouth: 0.4, eyes: { right: 0.1, left: 0.1 } })).toEqual([]);
  });

  it('is no blink where the whole face grows lower, as of a print that is tilted', () => {
    expect(seenIn({ squeeze: 0.5, eyes: { right: 0.24, left: 0.19 } })).toEqual([]);
  });

  it('is no open mouth where the whole face grows narrower, as of a print that is turned', () => {
    const talking = { ...elderly, mouth: 0.35 };
    expect(seenIn({ squeeze: 1.1, mouth: 0.49 }, talking)).toEqual([]);
  });

  it('is nothing where the mesh has shrunk to less than half: it has lost the face', () => {
    expect(seenIn({ width: 78, turn: 1.5 })).toEqual([]);
  });
});

describe('the claims of the phone', () => {
  const challenge = { actions: ['blink', 'turn-left'] } as const;

  it('are right with a neutral face before each action', () => {
    expect(claimReasons(['neutral', 'blink', 'blink', 'neutral', 'turn-left', 'neutral'], challenge)).toEqual([]);
  });

  it('are refused as wrong order the other way round', () => {
    expect(claimReasons(['neutral', 'turn-left', 'neutral', 'blink'], challenge)).toEqual([{ code: 'wrong-order' }]);
  });

  it('are refused as wrong order with an action that was not asked for', () => {
    const shows: StillShows[] = ['neutral', 'blink', 'neutral', 'open-mouth', 'neutral', 'turn-left'];
    expect(claimReasons(shows, challenge)).toEqual([{ code: 'wrong-order' }]);
  });

  it('name the action that is missing', () => {
    expect(claimReasons(['neutral', 'blink', 'neutral'], challenge)).toEqual([
      { code: 'action-not-seen', action: 'turn-left' },
    ]);
  });

  it('are refused without a neutral face between the actions', () => {
    expect(claimReasons(['neutral', 'blink', 'turn-left'], challenge)).toEqual([{ code: 'no-neutral' }]);
  });

  it('are refused without any neutral face where nothing else was asked for', () => {
    expect(claimReasons([], { actions: [] })).toEqual([{ code: 'no-neutral' }]);
  });
});

describe('the stills themselves', () => {
  const challenge = { actions: ['blink', 'open-mouth'] } as const;

  it('show both actions in their places', () => {
    const right = stills('neutral', 'blink', 'neutral', 'open-mouth', 'neutral');
    expect(actionReasons(right, challenge)).toEqual([]);
  });

  it('need one clear peak only where the phone sends two', () => {
    const shaky = [
      ...stills('neutral', 'blink'),
      claimedAs('blink', 'neutral'),
      ...stills('neutral', 'open-mouth', 'neutral'),
    ];
    expect(actionReasons(shaky, challenge)).toEqual([]);
  });

  it('lack the action that was claimed and not done', () => {
    const idle = [...stills('neutral'), claimedAs('blink', 'neutral'), ...stills('neutral', 'open-mouth', 'neutral')];
    expect(actionReasons(idle, challenge)).toEqual([{ code: 'action-not-seen', action: 'blink' }]);
  });

  it('are in the wrong order where the other action stands in the place of one', () => {
    const swapped = [
      ...stills('neutral'),
      claimedAs('blink', 'open-mouth'),
      ...stills('neutral'),
      claimedAs('open-mouth', 'blink'),
      ...stills('neutral'),
    ];
    expect(actionReasons(swapped, challenge)).toContainEqual({ code: 'wrong-order' });
  });

  it('need a face at rest between the actions, not one that is only called so', () => {
    const restless = [
      ...stills('neutral', 'neutral', 'neutral', 'blink'),
      claimedAs('neutral', 'open-mouth'),
      ...stills('open-mouth'),
    ];
    expect(actionReasons(restless, challenge)).toEqual([{ code: 'no-neutral' }]);
  });
});

describe('a flat picture', () => {
  const face = (squeeze: number, turn = 0): Measures => ({ ...elderly, squeeze, turn });

  it('grows lower or narrower as a whole while its nose stays in the middle', () => {
    expect(looksFlat([face(0.77), face(0.59), face(0.76)])).toBe(true);
    expect(looksFlat([face(0.77), face(0.95, -0.2), face(0.76)])).toBe(true);
  });

  it('is not a head that turns', () => {
    expect(looksFlat([face(0.77), face(0.93, 0.5), face(0.77)])).toBe(false);
  });

  it('is not a person who sits still', () => {
    expect(looksFlat([face(0.77), face(0.73), face(0.8)])).toBe(false);
  });
});
