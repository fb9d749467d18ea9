import type { CardFault } from '../../../../miniprogram/shared/contract/identity';
import type { Area, CardFrame } from './layout';
import { HEAD, NUMBER_PLACE, placeOn, shareOnPicture, WORDS } from './layout';
import type { Grey } from './picture';
import { sampled } from './picture';

/** Pixels for a unit of the frame while light and sharpness are measured. */
const SCALE = 60;

const areaOf = (photo: Grey, frame: CardFrame, { left, top, right, bottom }: Area): Grey =>
  sampled(photo, Math.round((right - left) * SCALE), Math.round((bottom - top) * SCALE), (x, y) =>
    placeOn(frame, left + x / SCALE, top + y / SCALE),
  );

/** The value that this part of all pixels does not exceed, 0 to 255. */
function quantile({ values }: Grey, part: number): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value] ?? 0;
    if (seen >= part * values.length) return value;
  }
  return 255;
}

/** How strongly neighbours differ where they differ most, as a part of the contrast: 0 to about 2. */
function sharpness(grey: Grey): number {
  const { width, height, values } = grey;
  const edges = new Uint8Array((width - 2) * (height - 2));
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around =
        (values[at - 1] ?? 0) + (values[at + 1] ?? 0) + (values[at - width] ?? 0) + (values[at + width] ?? 0);
      edges[(y - 1) * (width - 2) + x - 1] = Math.min(255, Math.abs(around - 4 * (values[at] ?? 0)));
    }
  const contrast = quantile(grey, 0.98) - quantile(grey, 0.02);
  return quantile({ width: width - 2, height: height - 2, values: edges }, 0.98) / Math.max(contrast, 1);
}

/** The part of an area that is burnt out: brighter than paper ever is. */
const glareIn = (grey: Grey): number => grey.values.filter((value) => value >= 251).length / grey.values.length;

/** Fitted to the samples of the tests and to what a phone's camera does to them. */
const DARKEST_PAPER = 75;
const DARKEST_HEAD = 38;
const BLURRED_BELOW = 0.3;
const GLARE = { head: 0.12, number: 0.06, whole: 0.008 };
const PAPER = { darkestFifth: 0.6, ink: 0.88, brightest: 1.5 };
/** Of the longer side: a larger face is a portrait or oneself and leaves no room for a card. */
const LARGEST_UNIT = 0.155;

/** The head's own faults: they count even where the number could be read, for the portrait is what is kept. */
export function faultOfHead(photo: Grey, frame: CardFrame): CardFault | undefined {
  if (shareOnPicture(frame, HEAD, photo) < 0.97) return 'cut';
  const head = areaOf(photo, frame, HEAD);
  if (quantile(head, 0.6) < DARKEST_HEAD) return 'too-dark';
  return glareIn(head) > GLARE.head ? 'glare' : undefined;
}

/** Words on light ground: a little of it is ink, the rest is paper of one brightness. */
const looksLikePaper = (words: Grey): boolean => {
  const paper = quantile(words, 0.5);
  const hasInk = quantile(words, 0.02) < paper * PAPER.ink;
  return hasInk && quantile(words, 0.2) > paper * PAPER.darkestFifth && quantile(words, 0.95) < paper * PAPER.brightest;
};

/** What is wrong with a card, or beside a face that is on none. */
export interface Explanation {
  readonly fault: CardFault;
  /** There is a card around the face. */
  readonly isCard: boolean;
}

/** Why the number of a card that is there was not read; what can be told least comes last. */
function faultOfCard(photo: Grey, frame: CardFrame, words: Grey): CardFault {
  const head = faultOfHead(photo, frame);
  if (head) return head;
  if (glareIn(areaOf(photo, frame, NUMBER_PLACE)) > GLARE.number) return 'glare';
  if (sharpness(words) < BLURRED_BELOW) return 'blurred';
  return shareOnPicture(frame, NUMBER_PLACE, photo) < 0.95 ? 'cut' : 'number-unread';
}

/** Why no number was read around a face. */
export function explainUnread(photo: Grey, frame: CardFrame): Explanation {
  if (quantile(photo, 0.95) < DARKEST_PAPER) return { fault: 'too-dark', isCard: false };
  if (frame.unit > Math.max(photo.width, photo.height) * LARGEST_UNIT) return { fault: 'not-a-card', isCard: false };
  if (shareOnPicture(frame, WORDS, photo) < 0.3) return { fault: 'cut', isCard: false };
  const words = areaOf(photo, frame, WORDS);
  if (!looksLikePaper(words)) return { fault: 'not-a-card', isCard: false };
  return { fault: faultOfCard(photo, frame, words), isCard: true };
}

/** Pixels on the longer side of a photograph that is looked at as a whole. */
const WHOLE = 400;

const small = (photo: Grey): Grey => {
  const step = Math.max(photo.width, photo.height) / WHOLE;
  return sampled(photo, Math.round(photo.width / step), Math.round(photo.height / step), (x, y) => ({
    x: x * step,
    y: y * step,
  }));
};

/** From the first to the last place where enough of the line is light. */
function lengthOfLight(counts: Uint32Array, total: number): number {
  const isLight = (count: number) => count > total * 0.15;
  const from = counts.findIndex(isLight);
  const fromEnd = counts.slice().reverse().findIndex(isLight);
  return from < 0 ? 0 : counts.length - fromEnd - from;
}

/** Whether there is one light thing of a card's proportions (1.59 to 1), upright or lying. */
function hasCardShape(grey: Grey): boolean {
  const { width, height, values } = grey;
  const threshold = (quantile(grey, 0.05) + quantile(grey, 0.95)) / 2;
  const columns = new Uint32Array(width);
  const rows = new Uint32Array(height);
  let light = 0;
  values.forEach((value, at) => {
    if (value <= threshold) return;
    const [column, row] = [at % width, Math.floor(at / width)];
    columns[column] = (columns[column] ?? 0) + 1;
    rows[row] = (rows[row] ?? 0) + 1;
    light++;
  });
  const across = lengthOfLight(columns, height);
  const down = lengthOfLight(rows, width);
  const box = across * down;
  const proportion = Math.max(across, down) / Math.min(across, down);
  return box > width * height * 0.15 && light > box * 0.75 && proportion > 1.3 && proportion < 1.9;
}

/** Contrast of a photograph that shows anything at all, 0 to 255. */
const LEAST_CONTRAST = 40;

/** What is wrong with a photograph on which no face was found. */
export function explainFaceless(photo: Grey): CardFault {
  const whole = small(photo);
  if (quantile(whole, 0.95) < DARKEST_PAPER) return 'too-dark';
  if (quantile(whole, 0.95) - quantile(whole, 0.05) < LEAST_CONTRAST) return 'not-a-card';
  if (!hasCardShape(whole)) return 'not-a-card';
  if (sharpness(whole) < BLURRED_BELOW / 2) return 'blurred';
  return glareIn(whole) > GLARE.whole ? 'glare' : 'no-portrait';
}
