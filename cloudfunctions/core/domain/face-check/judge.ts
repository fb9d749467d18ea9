import {
  FEWEST_STILLS,
  type FaceAction,
  type FaceReason,
  type Still,
  type Way,
} from '../../../../miniprogram/shared/contract/identity';
import type { SeenStill } from '../documents/face';
import { baselineOf, shownBy, TURN_AWAY, type Pose, type Shown } from './measures/poses';
import { areReused } from './reuse';

/** What an engine found in one still, as `ports.ts` says it. */
export interface JudgedStill extends Pose, SeenStill {
  readonly isPicture: boolean;
  readonly faces: number;
  readonly size: number;
  readonly brightness: number;
  readonly sharpness: number;
}

export interface JudgedFindings {
  readonly stills: readonly JudgedStill[];
  readonly continuity?: number;
  readonly similarity?: number;
  readonly solid?: boolean;
}

/** What was asked, and when each still was taken, in the order of the findings. */
export interface Asked {
  readonly actions: readonly FaceAction[];
  readonly way: Way;
  readonly stills: readonly Pick<Still, 'at'>[];
}

/** The bands of an engine: same person at and above the first, another below the second. */
export interface Bands {
  readonly passAt: number;
  readonly reviewFrom: number;
}

export interface FaceVerdict {
  readonly verdict: 'pass' | 'review' | 'refuse';
  /** Of a refusal one, the one that helps most; of a review all; of a pass none. */
  readonly reasons: readonly FaceReason[];
}

/** Mean brightness of a face, 0 to 255. */
export const DARK_BELOW = 45;
export const BRIGHT_ABOVE = 215;
/** The face's larger side, as a part of the picture's shorter side. */
export const FAR_BELOW = 0.25;
/** Variance of the Laplacian. */
export const BLURRED_BELOW = 25;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;

const fewestOf = ({ way, actions }: Asked): number =>
  // Before, between and after the actions the face is at rest.
  way === 'gentle' ? FEWEST_STILLS : Math.max(FEWEST_STILLS, 2 * actions.length + 1);

/** Light, distance and sharpness count as they mostly were: one bad still of eight does no harm. */
const faultOfPictures = (stills: readonly JudgedStill[], asked: Asked): FaceReason | undefined => {
  if (stills.some(({ isPicture }) => !isPicture)) return 'not-a-picture';
  if (stills.length < fewestOf(asked)) return 'too-few-stills';
  const brightness = median(stills.map((still) => still.brightness));
  // In the dark no face is found: the lamp helps more than "no face".
  if (brightness < DARK_BELOW) return 'too-dark';
  if (stills.some(({ faces }) => faces === 0)) return brightness > BRIGHT_ABOVE ? 'too-bright' : 'no-face';
  if (stills.some(({ faces }) => faces > 1)) return 'several-faces';
  if (brightness > BRIGHT_ABOVE) return 'too-bright';
  // A far face is never sharp: coming nearer mends both.
  if (median(stills.map(({ size }) => size)) < FAR_BELOW) return 'too-far';
  return median(stills.map(({ sharpness }) => sharpness)) < BLURRED_BELOW ? 'blurred' : undefined;
};

/** Walks through the stills in their order: at rest, the first action, at rest, the second, at rest. */
const didInTurn = (shown: readonly Shown[], actions: readonly FaceAction[], restBetween: boolean): boolean => {
  const steps: ((still: Shown) => boolean)[] = actions.flatMap((action) => [
    (still: Shown) => still.isNeutral,
    (still: Shown) => still.actions.includes(action),
  ]);
  steps.push((still) => still.isNeutral);
  const needed = restBetween ? steps : steps.filter((_, index) => index % 2 === 1);
  let done = 0;
  for (const still of shown) if (needed[done]?.(still)) done++;
  return done === needed.length;
};

const faultOfActions = (shown: readonly Shown[], { actions, way }: Asked): FaceReason | undefined => {
  if (!shown.some(({ isNeutral }) => isNeutral)) return 'not-neutral';
  if (way === 'gentle' || didInTurn(shown, actions, true)) return undefined;
  const wereSeen = actions.every((action) => shown.some((still) => still.actions.includes(action)));
  if (!wereSeen) return 'action-not-seen';
  return didInTurn(shown, actions, false) ? 'not-neutral' : 'wrong-order';
};

const refusal = (
  findings: JudgedFindings,
  asked: Asked,
  { reviewFrom }: Bands,
  seen: readonly SeenStill[],
): FaceReason | undefined => {
  const inTime = findings.stills
    .map((still, index) => ({ still, at: asked.stills[index]?.at ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ still }) => still);
  const ofPictures = faultOfPictures(inTime, asked);
  if (ofPictures) return ofPictures;
  if (areReused(inTime, seen)) return 'stills-reused';
  const { solid, continuity, similarity } = findings;
  // Somebody who moves a photograph about cannot do what is asked: that it is one says more.
  if (solid === false) return 'flat-picture';
  // Two faces have no rest in common that actions could be measured against.
  if (continuity !== undefined && continuity < reviewFrom) return 'face-changed';
  const own = baselineOf(inTime);
  if (Math.abs(own.turn) > TURN_AWAY) return 'not-neutral';
  const ofActions = faultOfActions(
    inTime.map((still) => shownBy(still, own, asked.actions)),
    asked,
  );
  if (ofActions) return ofActions;
  if (similarity === undefined) return 'not-neutral';
  return similarity < reviewFrom ? 'another-person' : undefined;
};

/**
 * The three bands, with their reasons.
 * @param seen stills of this person's earlier tries
 * @rule D4
 */
export const judgeFace = (
  findings: JudgedFindings,
  asked: Asked,
  bands: Bands,
  seen: readonly SeenStill[],
): FaceVerdict => {
  const refused = refusal(findings, asked, bands, seen);
  if (refused) return { verdict: 'refuse', reasons: [refused] };
  const reasons: FaceReason[] = [];
  if ((findings.similarity ?? 0) < bands.passAt) reasons.push('unsure');
  if (asked.way === 'gentle') reasons.push('gentle-way');
  return { verdict: reasons.length ? 'review' : 'pass', reasons };
};
