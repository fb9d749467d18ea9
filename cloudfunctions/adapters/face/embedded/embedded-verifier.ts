import type { FaceAction } from '../../../../miniprogram/shared/contract/identity';
import { baselineOf, shownBy, type Shown } from '../../../core/domain/face-check/measures/poses';
import { isSolid, type Depth } from '../../../core/domain/face-check/measures/solid';
import type { FaceExamination, FaceFindings, FaceVerifier } from '../../../core/ports/face-verifier';
import type { FaceEngine } from '../engine/engine';
import { descriptionFrom, descriptionOf, similarityOf, templateOf } from './describe';
import { detectFaces } from './detector';
import { besideFunction, engineIn } from './load-engine';
import { cropOf } from './mesh';
import { pixelsOf } from './picture';
import { examineStill, facesInFront, type ExaminedStill, type SeenFace } from './still';

/** Pixels on the longer side of a reference portrait. */
const REFERENCE_SIDE = 2000;
/** A still with a face, in the order of time. */
interface Live extends Shown {
  readonly face: SeenFace;
  readonly sharpness: number;
  readonly turn: number;
}

const liveStills = (
  examined: readonly ExaminedStill[],
  { stills, actions }: Pick<FaceExamination, 'stills' | 'actions'>,
): Live[] => {
  const inTime = examined
    .flatMap(({ findings, face }, index) => (face ? [{ findings, face, at: stills[index]?.at ?? 0 }] : []))
    .sort((a, b) => a.at - b.at);
  const own = baselineOf(inTime.map(({ findings }) => findings));
  return inTime.map(({ findings, face }) => ({
    ...shownBy(findings, own, actions),
    face,
    sharpness: findings.sharpness,
    turn: Math.abs(findings.turn - own.turn),
  }));
};

/** Earlier half of them, at least one. */
const earlier = (stills: readonly Live[]): Live[] => stills.slice(0, Math.ceil(stills.length / 2));

const leastTurned = (stills: readonly Live[]): Live | undefined => [...stills].sort((a, b) => a.turn - b.turn)[0];

/**
 * Describing a face takes as long as looking at two stills: one at rest, which stands for the person, and one other. That
 * is one of the last action: it is not another face that acts while a photograph is held up between the actions, nor one
 * that takes the place of the first half way. Without actions it is the last one at rest.
 */
const comparedOf = (live: readonly Live[], actions: readonly FaceAction[]): Live[] => {
  const atRest = live.filter(({ isNeutral }) => isNeutral);
  // Where nothing seems at rest the stills may be of two faces: the first and the last one tell.
  const calm = atRest.length ? atRest : live;
  const [best] = earlier(calm).sort((a, b) => b.sharpness - a.sharpness);
  const [acting] = [...actions]
    .reverse()
    .flatMap((action) => leastTurned(live.filter((still) => still.actions.includes(action))) ?? []);
  const other = (atRest.length ? acting : undefined) ?? calm[calm.length - 1];
  return [...new Set([best, other])].filter((still) => still !== undefined);
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

const solidOf = (live: readonly Live[]): boolean | undefined => {
  const rest = live.filter(({ isNeutral }) => isNeutral).map(({ face }) => face.depth);
  if (!rest.length) return undefined;
  const straight: Depth = {
    lead: median(rest.map(({ lead }) => lead)),
    width: median(rest.map(({ width }) => width)),
  };
  const sideOf = ({ actions }: Live) => (actions.includes('turn-left') ? 1 : actions.includes('turn-right') ? -1 : 0);
  return isSolid(
    live.map((still) => ({
      depth: still.face.depth,
      side: sideOf(still),
      seemsToAct: still.actions.includes('blink') || still.actions.includes('open-mouth'),
    })),
    straight,
  );
};

/** @throws Error where there is no face in it: it should not have been kept */
const describeReference = async (engine: FaceEngine, bytes: Uint8Array): Promise<Float32Array> => {
  const picture = pixelsOf(engine, bytes, REFERENCE_SIDE);
  const [face] = picture ? facesInFront(await detectFaces(engine, picture), picture) : [];
  if (!picture || !face) throw new Error('The reference portrait shows no face');
  return descriptionOf(engine, picture, cropOf(face));
};

const compare = async (
  engine: FaceEngine,
  compared: readonly Live[],
  reference: Uint8Array,
): Promise<Pick<FaceFindings, 'continuity' | 'similarity' | 'template'>> => {
  const described: Float32Array[] = [];
  for (const { face } of compared) described.push(await descriptionOf(engine, face.picture, face.crop));
  const [best, other] = described;
  if (!best) return {};
  return {
    template: templateOf(best),
    similarity: similarityOf(best, await describeReference(engine, reference)),
    ...(other && { continuity: similarityOf(best, other) }),
  };
};

const examine = async (engine: FaceEngine, examination: FaceExamination): Promise<FaceFindings> => {
  const examined: ExaminedStill[] = [];
  const looksAtLids = examination.actions.includes('blink');
  for (const { bytes } of examination.stills) examined.push(await examineStill(engine, bytes, looksAtLids));
  const live = liveStills(examined, examination);
  const solid = solidOf(live);
  return {
    stills: examined.map(({ findings }) => findings),
    ...(await compare(engine, comparedOf(live, examination.actions), examination.reference)),
    ...(solid !== undefined && { solid }),
  };
};

/**
 * Looks at faces within the function itself: for development, demonstrations and small pilots. It knows no injected or
 * generated film.
 * @param folder `face-engine/`; beside the function where not given
 */
export const createEmbeddedVerifier = (folder = besideFunction()): FaceVerifier => ({
  engine: 'embedded',
  version: 'human-3.3.6',
  passAt: 0.6,
  reviewFrom: 0.45,
  isForProduction: false,
  examine: (examination) => engineIn(folder).use((engine) => examine(engine, examination)),
  compare: (template, other) => similarityOf(descriptionFrom(template), descriptionFrom(other)),
});
