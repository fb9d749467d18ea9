import { faceReasonInWords } from '../../copy/face-reasons';
import { faceResult as copy } from '../../copy/face-result';
import { dayInWords } from '../../copy/times';
import { wordsOf } from '../../copy/words-of';
import type { FaceReason, Way } from '../../shared/contract/identity';
import type { Trouble } from '../../shared/phone-fault';
import type { FaceOutcome } from '../../stores/face-check';

/** A drawing that says the same as the words beside it. */
export type Drawing = 'dark' | 'bright' | 'far' | 'several' | 'blurred' | 'face' | 'move' | 'person' | 'rest';

const drawings = {
  'no-face': 'face',
  'several-faces': 'several',
  'too-far': 'far',
  'too-dark': 'dark',
  'too-bright': 'bright',
  blurred: 'blurred',
  'not-a-picture': 'blurred',
  'too-few-stills': 'face',
  'action-not-seen': 'move',
  'wrong-order': 'move',
  'not-neutral': 'face',
  'flat-picture': 'person',
  'stills-reused': 'person',
  'face-changed': 'person',
  'another-person': 'person',
  unsure: 'person',
  'gentle-way': 'person',
} satisfies Record<FaceReason, Drawing>;

export type ResultView =
  | { readonly kind: 'certified'; readonly until: string; readonly demonstration: boolean }
  | { readonly kind: 'verified' }
  | { readonly kind: 'review' }
  | {
      readonly kind: 'refused';
      readonly heading: string;
      readonly drawing: Drawing;
      /** What helps, one thing a line. */
      readonly tips: readonly string[];
      /** Empty where the server has not told. */
      readonly left: string;
      readonly mayBeGentle: boolean;
    }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'lost' };

/** More advice at once is not followed. */
const MOST_TIPS = 3;

const sentences = (text: string): string[] => text.match(/[^。]+。/g) ?? [];

/** What helps against the reasons the server gave, the weightiest first. */
export const tipsFor = (reasons: readonly FaceReason[]): string[] =>
  [...new Set(reasons.flatMap((reason) => sentences(faceReasonInWords(reason).whatToDo)))].slice(0, MOST_TIPS);

const refused = (reasons: readonly FaceReason[], triesLeft: number | undefined, way: Way): ResultView => {
  const main = reasons[0] ?? 'no-face';
  return {
    kind: 'refused',
    heading: faceReasonInWords(main).title,
    drawing: wordsOf<FaceReason, Drawing>(drawings, main, 'face'),
    tips: tipsFor(reasons.length > 0 ? reasons : [main]),
    left: triesLeft === undefined ? '' : copy.refused.triesLeft(triesLeft),
    mayBeGentle: way !== 'gentle',
  };
};

/** What is said when the page opens, for eyes that are elsewhere: the words of the page. */
export const spokenResult = (view: ResultView): string => {
  if (view.kind === 'refused') return copy.spoken(view.heading, ...view.tips);
  if (view.kind === 'certified') return copy.spoken(copy.certified.heading, view.until, copy.certified.text);
  if (view.kind === 'review') return copy.spoken(copy.review.heading, ...copy.review.steps);
  return view.kind === 'lost' ? '' : copy.spoken(copy[view.kind].heading, copy[view.kind].text);
};

/** What came of the face; `lost` where nothing is known of one (the page was opened again). */
export const resultOf = (outcome: FaceOutcome | undefined, way: Way, trouble?: Trouble): ResultView => {
  if (trouble?.code === 'TRY_TOMORROW') return { kind: 'tomorrow' };
  if (outcome === undefined) return { kind: 'lost' };
  if (outcome.kind === 'certified') {
    const { until, demonstration } = outcome.receipt;
    return { kind: 'certified', until: copy.certified.until(dayInWords(until)), demonstration };
  }
  if (outcome.kind !== 'refused') return { kind: outcome.kind };
  return outcome.triesLeft === 0 ? { kind: 'tomorrow' } : refused(outcome.reasons, outcome.triesLeft, way);
};
