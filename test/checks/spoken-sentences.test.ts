import { spokenConsent } from '../../miniprogram/certification/consent/view-model';
import { resultOf, spokenResult } from '../../miniprogram/certification/face-result/view-model';
import { guidanceOf } from '../../miniprogram/certification/face/view-model';
import { consent } from '../../miniprogram/copy/consent';
import { face } from '../../miniprogram/copy/face';
import { planFor } from '../../miniprogram/liveness/plan';
import { faceActions, faceReasons } from '../../miniprogram/shared/contract/identity';

const { spokenSentences } = jest.requireActual<{ spokenSentences(): [name: string, words: string][] }>(
  '../../.config/spoken-sentences.js',
);
const listed = spokenSentences();

/** What of these spoken words is in no sentence of the list. */
const unlisted = (words: string): string => {
  const longestFirst = listed.map(([, sentence]) => sentence).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, sentence) => rest.split(sentence).join(''), words).replace(/。/g, '');
};

test('no two recordings would have the same name', () => {
  expect(new Set(listed.map(([name]) => name)).size).toBe(listed.length);
  expect(listed.length).toBeGreaterThan(80);
});

test.each([['by-faces'], ['by-time']] as const)('whatever the camera page says, guided %s, is listed', (sight) => {
  for (const isHelping of [false, true])
    for (const action of faceActions)
      planFor([action]).forEach((_, place, steps) => {
        const progress = { steps, place, kept: [], isStuck: false };
        const { instruction, note } = guidanceOf(sight, progress, undefined, isHelping);
        expect(unlisted(`${instruction}。${note}`)).toBe('');
      });
  expect(unlisted(Object.values(face.advice).join(''))).toBe('');
});

test('the consent is listed, for the person and for somebody else', () => {
  expect(unlisted(spokenConsent(consent.self))).toBe('');
  expect(unlisted(spokenConsent(consent.other))).toBe('');
});

test('the result is listed, for every reason', () => {
  const outcomes = [
    { kind: 'verified' as const },
    { kind: 'review' as const, reasons: [] },
    { kind: 'refused' as const, reasons: [], triesLeft: 0 },
    ...faceReasons.map((reason) => ({ kind: 'refused' as const, reasons: [reason], triesLeft: 3 })),
  ];
  for (const outcome of outcomes) expect(unlisted(spokenResult(resultOf(outcome, 'actions')))).toBe('');
});
