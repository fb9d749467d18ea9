import { createHash } from 'node:crypto';
import type {
  FaceExamination,
  FaceFindings,
  FaceVerifier,
  StillFindings,
} from '../../../cloudfunctions/core/ports/face-verifier';
import type { Still } from '../../../miniprogram/shared/contract/identity';

type Shows = Still['shows'];

const EYES = 0.3;
const MOUTH = 0.04;

const poses: Record<Shows, Pick<StillFindings, 'eyes' | 'mouth' | 'turn'>> = {
  neutral: { eyes: [EYES, EYES], mouth: MOUTH, turn: 0 },
  blink: { eyes: [EYES / 3, EYES / 3], mouth: MOUTH, turn: 0 },
  'open-mouth': { eyes: [EYES, EYES], mouth: MOUTH + 0.4, turn: 0 },
  'turn-left': { eyes: [EYES, EYES], mouth: MOUTH, turn: 0.55 },
  'turn-right': { eyes: [EYES, EYES], mouth: MOUTH, turn: -0.55 },
};

/** 1024 bits that are others for other bytes, as the looks of different pictures are. */
const lookOf = (bytes: Uint8Array): string =>
  Buffer.concat([0, 1].map((part) => createHash('sha512').update(bytes).update(`${part}`).digest())).toString('base64');

/** What an engine finds in a good picture that shows what the phone says it does. */
export const goodStill = (shows: Shows, bytes: Uint8Array): StillFindings => ({
  isPicture: true,
  faces: 1,
  size: 0.6,
  brightness: 130,
  sharpness: 400,
  ...poses[shows],
  perceptualHash: lookOf(bytes),
  sha256: createHash('sha256').update(bytes).digest('base64'),
});

/** What an engine finds in a good try: the right person did what was asked, as the stills say. */
export const goodFindings = ({ stills, actions }: FaceExamination): FaceFindings => ({
  stills: stills.map(({ shows, bytes }) => goodStill(shows, bytes)),
  continuity: 0.9,
  similarity: 0.8,
  ...(actions.some((action) => action.startsWith('turn')) && { solid: true }),
  template: 'face-1',
});

/**
 * Finds what a test has scripted, and where nothing is scripted a good try of one and the same person. Two stills of the
 * same bytes are the same picture to it, as to every engine: give each still bytes of its own.
 */
export class ScriptedFaceVerifier implements FaceVerifier {
  readonly engine = 'scripted';
  readonly version = '1';
  readonly passAt = 0.6;
  readonly reviewFrom = 0.45;
  isForProduction = true;
  /** What changes in the findings of a good try, for every examination until it is set again. */
  script: (good: FaceFindings, examination: FaceExamination) => FaceFindings = (good) => good;
  /** The fault that the next examination ends with. */
  nextFault: Error | undefined;
  /** What it was asked to examine, oldest first. */
  readonly examinations: FaceExamination[] = [];

  async examine(examination: FaceExamination): Promise<FaceFindings> {
    this.examinations.push(examination);
    await Promise.resolve();
    const fault = this.nextFault;
    this.nextFault = undefined;
    if (fault) throw fault;
    return this.script(goodFindings(examination), examination);
  }

  /** Templates of one person are the same text. */
  compare(template: string, other: string): number {
    return template === other ? 1 : 0.2;
  }
}
