import { checkFace, type FaceTry } from '../../../cloudfunctions/core/domain/face/face-check';
import { sameFaceAmong } from '../../../cloudfunctions/core/domain/face/identity';
import { faceThresholds } from '../../../cloudfunctions/core/domain/face/thresholds';
import type { StillShows } from '../../../miniprogram/shared/face-reasons';
import { inTurn } from '../../support/faces/sessions';
import {
  embeddingOfPerson,
  ScriptedFaceVerifier,
  scriptedPicture,
  type ScriptedPicture,
} from '../../support/faces/scripted-verifier';

const asked: readonly StillShows[] = ['neutral', 'blink', 'blink', 'neutral', 'turn-left', 'neutral'];

/** A try of Wang Guiying, who does what is asked; `change` alters the pictures by their place. */
const attempt = (change: Readonly<Record<number, Partial<ScriptedPicture>>> = {}, shows = asked): FaceTry => ({
  challenge: { way: 'actions', actions: ['blink', 'turn-left'] },
  stills: inTurn(
    shows.map((each, moment) => {
      const picture: ScriptedPicture = { person: 'wang', shows: each, moment, ...change[moment] };
      return { shows: each, bytes: scriptedPicture(picture) };
    }),
  ),
  reference: embeddingOfPerson('wang'),
  earlierPictures: [],
});

const all = (change: Partial<ScriptedPicture>) => Object.fromEntries(asked.map((_, index) => [index, change]));

const codesFor = async (each: FaceTry) => {
  const verifier = new ScriptedFaceVerifier();
  const { result, reasons } = await checkFace(verifier, each);
  expect(verifier.open).toBe(0);
  return [result, ...reasons.map(({ code }) => code)];
};

describe('a try', () => {
  it('of a living person who does what is asked and is the person is certified', async () => {
    expect(await codesFor(attempt())).toEqual(['certified']);
  });

  it('keeps engine, version, thresholds and scores, and no picture (rule D7)', async () => {
    const decision = await checkFace(new ScriptedFaceVerifier(), attempt());
    expect(decision.engine).toEqual({ name: 'scripted', version: '1' });
    expect(decision.thresholds).toBe(faceThresholds);
    expect(decision.likeness?.identity).toBeCloseTo(0.9, 5);
    expect(decision.hashes).toHaveLength(6);
    expect(Object.keys(decision).sort()).toEqual(
      ['embedding', 'engine', 'hashes', 'likeness', 'reasons', 'result', 'thresholds'].sort(),
    );
  });

  it('is refused with too few pictures and with too many, before the engine looks at any', async () => {
    const verifier = new ScriptedFaceVerifier();
    const few = await checkFace(verifier, attempt({}, asked.slice(0, 5)));
    const many = await checkFace(verifier, attempt({}, [...asked, 'neutral', 'neutral', 'neutral']));
    expect([few.reasons, many.reasons]).toEqual([[{ code: 'too-few-pictures' }], [{ code: 'too-many-pictures' }]]);
    expect(verifier.eyelids).toEqual([]);
  });

  it('is refused as wrong order where its pictures are not in the order of their times', async () => {
    const right = attempt();
    const stills = right.stills.map((still, index) => (index === 3 ? { ...still, at: 0 } : still));
    expect(await codesFor({ ...right, stills })).toEqual(['refused', 'wrong-order']);
  });

  it.each<[string, Partial<ScriptedPicture>, string]>([
    ['no face', { faces: 0 }, 'no-face'],
    ['two faces', { faces: 2 }, 'several-faces'],
    ['a face 119 pixels wide', { width: 119 }, 'too-small'],
    ['a face that reaches out of the picture', { right: 160 }, 'face-cut'],
    ['a face of brightness 39', { light: 39 }, 'too-dark'],
    ['a blurred neutral face', { sharpness: 0.02 }, 'blurred'],
    ['bytes that are no picture', { fault: 'not-a-jpeg' }, 'unreadable-picture'],
    ['a picture that is cut off', { fault: 'damaged' }, 'unreadable-picture'],
    ['a picture of too many pixels', { fault: 'too-many-pixels' }, 'picture-too-large'],
    ['a picture of too many bytes', { fault: 'too-many-bytes' }, 'picture-too-large'],
  ])('with %s in one picture is refused with its own reason', async (_what, change, code) => {
    expect(await codesFor(attempt({ 3: change }))).toEqual(['refused', code]);
  });

  it('says a reason once, however many pictures have it', async () => {
    expect(await codesFor(attempt(all({ light: 20 })))).toEqual(['refused', 'too-dark']);
  });

  it('may be blurred at the peak of an action', async () => {
    expect(await codesFor(attempt({ 1: { sharpness: 0.01 }, 4: { sharpness: 0.01 } }))).toEqual(['certified']);
  });

  it('without the action is refused, and the reason names the action', async () => {
    const idle = { does: 'neutral' } as const;
    const { reasons } = await checkFace(new ScriptedFaceVerifier(), attempt({ 1: idle, 2: idle }));
    expect(reasons).toEqual([{ code: 'action-not-seen', action: 'blink' }]);
  });

  it('with a print that is tilted instead of an action is refused as flat too', async () => {
    const tilted = { does: 'neutral', squeeze: 0.6 } as const;
    expect(await codesFor(attempt({ 1: tilted, 2: tilted, 4: tilted }))).toEqual([
      'refused',
      'flat-picture',
      'action-not-seen',
      'action-not-seen',
    ]);
  });

  it('with pictures of an earlier try is refused', async () => {
    const first = await checkFace(new ScriptedFaceVerifier(), attempt());
    expect(await codesFor({ ...attempt(), earlierPictures: first.hashes })).toEqual(['refused', 'reused-picture']);
  });

  it('of the same person an hour later is not refused for the earlier one', async () => {
    const first = await checkFace(new ScriptedFaceVerifier(), attempt());
    const later = Object.fromEntries(asked.map((_, index) => [index, { moment: 100 + index }]));
    expect(await codesFor({ ...attempt(later), earlierPictures: first.hashes })).toEqual(['certified']);
  });

  it.each([1, 2, 4])('with another person in picture %i, an action, is refused as different people', async (place) => {
    expect(await codesFor(attempt({ [place]: { person: 'li' } }))).toEqual(['refused', 'different-people']);
  });

  it('with another person in a neutral picture is refused as different people', async () => {
    expect(await codesFor(attempt({ 5: { person: 'li' } }))).toEqual(['refused', 'different-people']);
  });

  it('of another person is refused as not the person', async () => {
    expect(await codesFor(attempt(all({ person: 'li' })))).toEqual(['refused', 'not-the-person']);
  });

  it.each([
    [0.61, ['certified']],
    [0.59, ['review', 'similarity-unsure']],
    [0.46, ['review', 'similarity-unsure']],
    [0.44, ['refused', 'not-the-person']],
  ])('with a similarity of %d to the reference falls into its band (rule D4)', async (identity, expected) => {
    const reference = Float32Array.of(embeddingOfPerson('wang')[0] ?? 0, identity);
    expect(await codesFor({ ...attempt(), reference })).toEqual(expected);
  });

  it('counts the better of the best two neutral pictures', async () => {
    // The sharpest neutral picture is the last; it is little like the reference, the one before more.
    const reference = Float32Array.of(embeddingOfPerson('wang')[0] ?? 0, 1);
    const each = { ...attempt({ ...all({ likeness: 0.58 }), 3: { likeness: 0.7 } }), reference };
    const { likeness } = await checkFace(new ScriptedFaceVerifier(), each);
    expect(likeness?.identity).toBeCloseTo(0.7, 5);
  });

  it('of a person without a reference goes to a reviewer', async () => {
    const { reference: _none, ...unknown } = attempt();
    expect(await codesFor(unknown)).toEqual(['review', 'no-reference']);
  });

  it('asks the engine for two vectors where the best picture passes, for none where it is refused before', async () => {
    const passing = new ScriptedFaceVerifier();
    await checkFace(passing, attempt());
    const refused = new ScriptedFaceVerifier();
    await checkFace(refused, attempt({ 0: { faces: 0 } }));
    expect([passing.embeddings, refused.embeddings]).toEqual([2, 0]);
  });

  it('has its eyelids measured only where a blink was asked for, on the pictures that need it', async () => {
    const verifier = new ScriptedFaceVerifier();
    await checkFace(verifier, attempt());
    expect(verifier.eyelids).toEqual([true, true, true, true, false, true]);
  });

  it('closes the examination though the engine breaks in it', async () => {
    const verifier = new ScriptedFaceVerifier();
    verifier.similarity = () => {
      throw new Error('broken');
    };
    await expect(checkFace(verifier, attempt())).rejects.toThrow('broken');
    expect(verifier.open).toBe(0);
  });
});

describe('the gentle way', () => {
  const gently = (actions: FaceTry['challenge']['actions'], shows: readonly StillShows[], person = 'wang') => ({
    ...attempt(Object.fromEntries(shows.map((_, index) => [index, { person }])), shows),
    challenge: { way: 'gentle', actions } as const,
  });

  it('with one turn goes to a reviewer, however alike the faces are', async () => {
    expect(await codesFor(gently(['turn-left'], ['neutral', 'turn-left', 'neutral']))).toEqual([
      'review',
      'gentle-way',
    ]);
  });

  it('holding still goes to a reviewer', async () => {
    expect(await codesFor(gently([], ['neutral', 'neutral']))).toEqual(['review', 'gentle-way']);
  });

  it('leaves it to the reviewer where the face is little like the reference, and says so', async () => {
    expect(await codesFor(gently([], ['neutral', 'neutral'], 'li'))).toEqual([
      'review',
      'gentle-way',
      'not-the-person',
    ]);
  });

  it('is refused without the turn that was asked for', async () => {
    expect(await codesFor(gently(['turn-right'], ['neutral', 'turn-left', 'neutral']))).toEqual([
      'refused',
      'action-not-seen',
    ]);
  });
});

describe('a face that the account has certified under another name (rule D11)', () => {
  const { similarity } = new ScriptedFaceVerifier();

  it('is found among the few people of the account', () => {
    const people = ['li', 'wang', 'zhao'].map(embeddingOfPerson);
    expect(sameFaceAmong(embeddingOfPerson('wang'), people, similarity)).toEqual([1]);
    expect(sameFaceAmong(embeddingOfPerson('chen'), people, similarity)).toEqual([]);
  });
});
