import { readIdNumber } from '../../../../miniprogram/shared/id-number';
import type { IdCardReader } from '../../../core/ports/id-card-reader';
import type { DigitsEngine } from './digits-engine';
import type { Explanation } from './explain';
import { explainFaceless, explainUnread, faultOfHead } from './explain';
import type { CardFrame, FoundFace } from './layout';
import { frameOf, placeOn, PORTRAIT } from './layout';
import { numberLines, straightened } from './number-lines';
import type { Grey, Picture } from './picture';
import { cut, greyOf, openPhoto, toJpeg, turned } from './picture';

export interface IdCardDependencies {
  readonly engine: DigitsEngine;
  /** The faces on a picture, whichever way they are turned; the surest first. */
  readonly findFaces: (picture: Picture) => Promise<readonly FoundFace[]>;
}

/** A card is held as it lies, upside down, or on one of its sides. */
const QUARTERS = [0, 2, 1, 3];
/** Radians by which a card may lean. */
const MOST_LEAN = 0.6;
/** Of the longer side: around a smaller one no digit could be read; words on a card pass for such faces. */
const SMALLEST_FACE = 0.04;
/** Pixels of a digit's height that the engine is shown; a misread line is often read at another size. */
const DIGIT_SIZES = [36, 28, 48];
const PORTRAIT_BYTES = 60 * 1024;
/** Dates in a number are held against the person elsewhere; here they have only to exist. */
const NO_LATEST_BIRTH = '9999-12-31';

/** A number in its one form; undefined where what was read is none. Nothing is corrected. */
const numberIn = (text: string): string | undefined => {
  if (text.length !== 18) return undefined;
  const number = readIdNumber(text, NO_LATEST_BIRTH);
  return number.ok ? number.data : undefined;
};

async function readNumber(engine: DigitsEngine, photo: Grey, frame: CardFrame): Promise<string | undefined> {
  for (const line of numberLines(photo, frame))
    for (const size of DIGIT_SIZES) {
      const number = numberIn(await engine.read(straightened(photo, line, size)));
      if (number !== undefined) return number;
    }
  return undefined;
}

function portraitOf(picture: Picture, frame: CardFrame): Uint8Array {
  const { x, y } = placeOn(frame, 0, (PORTRAIT.top + PORTRAIT.bottom) / 2);
  const width = (PORTRAIT.right - PORTRAIT.left) * frame.unit;
  const height = (PORTRAIT.bottom - PORTRAIT.top) * frame.unit;
  return toJpeg(cut(picture, x - width / 2, y - height / 2, width, height), PORTRAIT_BYTES);
}

/** How much of the photograph a second look takes in, in widths of the face. */
const CLOSE_UP = 4.5;

/**
 * The face that stands upright, measured where it is large: on the whole photograph it may be thirty pixels of the
 * detector's, and the place of everything else follows from its size.
 */
async function findUpright({ findFaces }: IdCardDependencies, picture: Picture): Promise<FoundFace | undefined> {
  const isUpright = ({ roll }: FoundFace) => Math.abs(roll) < MOST_LEAN;
  const least = SMALLEST_FACE * Math.max(picture.width, picture.height);
  const face = (await findFaces(picture)).find((found) => isUpright(found) && found.width >= least);
  if (!face) return undefined;
  const side = face.width * CLOSE_UP;
  const left = Math.max(0, Math.round(face.x + (face.width - side) / 2));
  const top = Math.max(0, Math.round(face.y + (face.height - side) / 2));
  const [closer] = (await findFaces(cut(picture, left, top, side, side))).filter(isUpright);
  return closer ? { ...closer, x: closer.x + left, y: closer.y + top } : face;
}

type Read = Extract<Awaited<ReturnType<IdCardReader['read']>>, { ok: true }>;

async function readAround(
  engine: DigitsEngine,
  picture: Picture,
  face: FoundFace,
): Promise<Read | (Explanation & { ok: false })> {
  const frame = frameOf(face);
  const grey = greyOf(picture);
  const idNumber = await readNumber(engine, grey, frame);
  if (idNumber === undefined) return { ok: false, ...explainUnread(grey, frame) };
  const fault = faultOfHead(grey, frame);
  return fault ? { ok: false, fault, isCard: true } : { ok: true, idNumber, portrait: portraitOf(picture, frame) };
}

/**
 * Reads cards on this machine: the portrait's face shows where the card lies and where its number stands.
 * @rule B2
 */
export const createIdCardReader = (deps: IdCardDependencies): IdCardReader => ({
  async read(bytes) {
    const photo = openPhoto(bytes);
    if (!photo) return { ok: false, fault: 'not-a-card' };
    let explanation: Explanation | undefined;
    for (const quarters of QUARTERS) {
      const picture = turned(photo, quarters);
      const upright = await findUpright(deps, picture);
      if (!upright) continue;
      const reading = await readAround(deps.engine, picture, upright);
      if (reading.ok) return reading;
      if (!explanation?.isCard && (!explanation || reading.isCard)) explanation = reading;
    }
    return { ok: false, fault: explanation?.fault ?? explainFaceless(greyOf(photo)) };
  },
});
