import { judgeFace, type Asked, type JudgedFindings } from '../../../cloudfunctions/core/domain/face-check/judge';
import { goodFindings } from '../../support/memory/scripted-face-verifier';
import type { FaceAction, Still, Way } from '../../../miniprogram/shared/contract/identity';
import type { StillFindings } from '../../../cloudfunctions/core/ports/face-verifier';

type Shows = Still['shows'];

const bands = { passAt: 0.6, reviewFrom: 0.45 };
const usual: Shows[] = ['neutral', 'blink', 'neutral', 'turn-left', 'neutral'];

interface Case {
  shows?: readonly Shows[];
  actions?: readonly FaceAction[];
  way?: Way;
  /** Changes the findings of the still at this place. */
  still?: (good: StillFindings, index: number) => StillFindings;
  findings?: Partial<JudgedFindings>;
  /** Milliseconds of each still; in their order where not given. */
  at?: readonly number[];
}

const judged = ({ shows = usual, actions = ['blink', 'turn-left'], way = 'actions', still, findings, at }: Case) => {
  const stills = shows.map((each, index) => ({
    shows: each,
    at: at?.[index] ?? 1000 + index * 2000,
    bytes: Buffer.from(`still ${index}`),
  }));
  const good = goodFindings({ stills, actions, reference: Buffer.from('portrait') });
  const asked: Asked = { actions, way, stills };
  const found = { ...good, ...findings, stills: still ? good.stills.map(still) : good.stills };
  return judgeFace(found, asked, bands, []);
};

const refused = (reason: string) => ({ verdict: 'refuse', reasons: [reason] });
const passed = { verdict: 'pass', reasons: [] };

/** @rule D4 */
describe('the three bands', () => {
  test.each([
    [0.45, 'review', ['unsure']],
    [0.599, 'review', ['unsure']],
    [0.6, 'pass', []],
    [0.449, 'refuse', ['another-person']],
  ])('a similarity of %d is a %s', (similarity, verdict, reasons) => {
    expect(judged({ findings: { similarity } })).toEqual({ verdict, reasons });
  });

  test('the gentle way is always reviewed, and never where it is another person', () => {
    const gentle = { way: 'gentle', actions: ['turn-left'], shows: ['neutral', 'turn-left', 'neutral'] } as const;
    expect(judged(gentle)).toEqual({ verdict: 'review', reasons: ['gentle-way'] });
    expect(judged({ ...gentle, findings: { similarity: 0.5 } })).toEqual({
      verdict: 'review',
      reasons: ['unsure', 'gentle-way'],
    });
    expect(judged({ ...gentle, findings: { similarity: 0.4 } })).toEqual(refused('another-person'));
  });

  test('whoever cannot even turn the head holds still', () => {
    expect(judged({ way: 'gentle', actions: ['turn-left'], shows: ['neutral', 'neutral', 'neutral'] })).toEqual({
      verdict: 'review',
      reasons: ['gentle-way'],
    });
  });
});

describe('what was done', () => {
  test('both actions in the order asked, the face at rest before, between and after, pass', () => {
    expect(judged({})).toEqual(passed);
  });

  test('what the phone believes a still to show does not count', () => {
    const still = (good: StillFindings): StillFindings => ({ ...good, eyes: [0.3, 0.3], turn: 0 });
    expect(judged({ still })).toEqual(refused('action-not-seen'));
  });

  test('both actions in the other order are the wrong order', () => {
    expect(judged({ shows: ['neutral', 'turn-left', 'neutral', 'blink', 'neutral'] })).toEqual(refused('wrong-order'));
  });

  test('the order is that of time, not that of sending', () => {
    expect(judged({ shows: [...usual].reverse(), at: [9000, 7000, 5000, 3000, 1000] })).toEqual(passed);
  });

  test('a turn to the other side is another action', () => {
    expect(judged({ shows: ['neutral', 'blink', 'neutral', 'turn-right', 'neutral'] })).toEqual(
      refused('action-not-seen'),
    );
  });

  test.each([
    ['before', ['blink', 'neutral', 'turn-left', 'neutral', 'neutral']],
    ['between', ['neutral', 'blink', 'turn-left', 'neutral', 'neutral']],
    ['after', ['neutral', 'neutral', 'blink', 'neutral', 'turn-left']],
  ] as const)('the face must be at rest %s the actions', (_, shows) => {
    expect(judged({ shows })).toEqual(refused('not-neutral'));
  });

  test('a natural blink in a still more does no harm', () => {
    expect(
      judged({
        shows: ['neutral', 'turn-left', 'blink', 'neutral', 'blink', 'neutral'],
        actions: ['turn-left', 'blink'],
      }),
    ).toEqual(passed);
  });

  test('whoever was not asked to blink may, also at rest', () => {
    const still = (good: StillFindings, index: number): StillFindings =>
      index === 2 ? { ...good, eyes: [0.1, 0.1] } : good;
    const shows: Shows[] = ['neutral', 'open-mouth', 'neutral', 'turn-left', 'neutral'];
    expect(judged({ shows, actions: ['open-mouth', 'turn-left'], still })).toEqual(passed);
    expect(judged({ still })).toEqual(refused('not-neutral'));
  });

  test('the limits are the person’s own: drooping lids that are always as narrow blink nonetheless', () => {
    const narrow =
      (eye: number) =>
      (good: StillFindings): StillFindings => ({
        ...good,
        eyes: good.eyes[0] < 0.2 ? [eye, 0.16] : [0.16, 0.16],
      });
    expect(judged({ still: narrow(0.119) })).toEqual(passed);
    expect(judged({ still: narrow(0.121) })).toEqual(refused('action-not-seen'));
  });

  test.each([
    [0.121, passed],
    [0.119, refused('action-not-seen')],
  ])('a mouth that opens by %d more than it is at rest', (more, verdict) => {
    const shows: Shows[] = ['neutral', 'open-mouth', 'neutral', 'turn-left', 'neutral'];
    const still = (good: StillFindings): StillFindings => ({ ...good, mouth: good.mouth > 0.2 ? 0.18 + more : 0.18 });
    expect(judged({ shows, actions: ['open-mouth', 'turn-left'], still })).toEqual(verdict);
  });

  test.each([
    [0.36, passed],
    [0.34, refused('action-not-seen')],
  ])('a head that turns by %d from its own middle', (turn, verdict) => {
    const still = (good: StillFindings): StillFindings => ({ ...good, turn: 0.1 + (good.turn > 0.2 ? turn : 0) });
    expect(judged({ still })).toEqual(verdict);
  });

  test('eyes are not judged while the head is turned', () => {
    const still = (good: StillFindings, index: number): StillFindings => (index === 1 ? { ...good, turn: 0.25 } : good);
    expect(judged({ still })).toEqual(refused('action-not-seen'));
  });

  test('whoever never looks straight on was not at rest', () => {
    const still = (good: StillFindings): StillFindings => ({ ...good, turn: good.turn + 0.6 });
    expect(judged({ still })).toEqual(refused('not-neutral'));
  });
});

describe('what is wrong with a picture', () => {
  const all = (change: Partial<StillFindings>) => (good: StillFindings) => ({ ...good, ...change });
  const one = (change: Partial<StillFindings>) => (good: StillFindings, index: number) =>
    index === 2 ? { ...good, ...change } : good;

  test.each([
    ['not-a-picture', one({ isPicture: false, faces: 0 })],
    ['no-face', one({ faces: 0 })],
    ['several-faces', one({ faces: 2 })],
    ['too-dark', all({ brightness: 44 })],
    ['too-bright', all({ brightness: 216 })],
    ['too-far', all({ size: 0.24 })],
    ['blurred', all({ sharpness: 24 })],
    ['too-dark', all({ brightness: 10, faces: 0 })],
    ['too-bright', all({ brightness: 250, faces: 0 })],
    ['too-far', all({ size: 0.1, sharpness: 5 })],
  ] as const)('%s', (reason, still) => {
    expect(judged({ still })).toEqual(refused(reason));
  });

  test('one blurred or dark still of five does no harm', () => {
    expect(judged({ still: one({ sharpness: 1, brightness: 20 }) })).toEqual(passed);
  });

  test('two actions need five stills, the gentle way three', () => {
    expect(judged({ shows: usual.slice(0, 4) })).toEqual(refused('too-few-stills'));
    expect(judged({ way: 'gentle', actions: [], shows: ['neutral', 'neutral'] })).toEqual(refused('too-few-stills'));
  });
});

describe('who it is', () => {
  test('a picture that is turned is no head, whatever else it seems to do', () => {
    expect(judged({ findings: { solid: false } })).toEqual(refused('flat-picture'));
    expect(judged({ shows: usual.map(() => 'neutral'), findings: { solid: false } })).toEqual(refused('flat-picture'));
  });

  test('another face on the way is told before what was done: two faces have no rest in common', () => {
    expect(judged({ findings: { continuity: 0.44 } })).toEqual(refused('face-changed'));
    expect(judged({ findings: { continuity: 0.44 }, shows: usual.map(() => 'neutral') })).toEqual(
      refused('face-changed'),
    );
    expect(judged({ findings: { continuity: 0.45 } })).toEqual(passed);
  });

  test('the actions come before the person: nobody learns by holding up a photograph whose face fits', () => {
    expect(judged({ shows: usual.map(() => 'neutral'), findings: { similarity: 0.1 } })).toEqual(
      refused('action-not-seen'),
    );
  });
});
