import type { CaptchaPainter } from '../../core/ports/captcha-painter';
import type { Random } from '../../core/ports/random';
import { captchaQuestion } from '../../../miniprogram/copy/captcha';
import type { Character, Point, Stroke } from './glyphs';
import { glyphs } from './glyphs';

/** Units of the drawing; the page scales it to the width of the screen. */
const WIDTH = 340;
const HEIGHT = 100;
/** Left and right, so that no turn or wave takes a sign out of the picture. */
const MARGIN = 14;
const GLYPH = { width: 42, height: 58 };
/** Thick and nearly black on white: the reader may be 90. */
const INK = { colour: '#1f2933', width: 7 };
/** Crosses the figures without hiding them. */
const NOISE = { colour: '#9aa5b1', width: 2, lines: 4 };

type Between = (low: number, high: number) => number;
type Move = (point: Point) => Point;

const toPath = (strokes: readonly Stroke[]): string =>
  strokes.map((stroke) => 'M' + stroke.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')).join('');

const draw = (strokes: readonly Stroke[], { colour, width }: { colour: string; width: number }): string =>
  `<path d="${toPath(strokes)}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Puts a glyph in its cell: turned, slanted, larger or smaller, up or down. */
function placing(cell: number, between: Between): Move {
  const turn = (between(-10, 10) * Math.PI) / 180;
  const slant = between(-0.14, 0.14);
  const scale = between(0.9, 1.1);
  const x = MARGIN + ((cell + 0.5) * (WIDTH - 2 * MARGIN)) / 5 + between(-5, 5);
  const y = HEIGHT / 2 + between(-4, 4);
  return ([u, v]) => {
    const down = (v - 0.5) * GLYPH.height * scale;
    const right = (u - 0.5) * GLYPH.width * scale - slant * down;
    return [x + right * Math.cos(turn) - down * Math.sin(turn), y + right * Math.sin(turn) + down * Math.cos(turn)];
  };
}

/** Bends the whole picture in two waves. */
function bending(between: Between): Move {
  const [phase, otherPhase] = [between(0, 2 * Math.PI), between(0, 2 * Math.PI)];
  const [length, otherLength] = [between(90, 150), between(50, 90)];
  return ([x, y]) => [
    x + 3 * Math.sin((2 * Math.PI * y) / otherLength + otherPhase),
    y + 3 * Math.sin((2 * Math.PI * x) / length + phase),
  ];
}

const noiseLine = (between: Between): Stroke => {
  const [start, end, swing, phase] = [between(10, 90), between(10, 90), between(6, 16), between(0, 6)];
  return Array.from({ length: 21 }, (_, step): Point => {
    const y = start + ((end - start) * step) / 20 + swing * Math.sin(step / 2.5 + phase);
    return [(WIDTH * step) / 20, y];
  });
};

/** The order in which strokes are written would tell which figure comes first. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result: T[] = [];
  for (const item of items) result.splice(random.integer(result.length + 1), 0, item);
  return result;
}

/**
 * Draws the sum as a distorted SVG of plain strokes: no font, no text, some 5 KB. It stops simple scripts, not a
 * reader of shapes: what limits abuse are the quotas of rule A3.
 * @rule A2
 */
export const createCaptchaPainter = (random: Random): CaptchaPainter => ({
  paint(terms) {
    const between: Between = (low, high) => low + ((high - low) * random.integer(10_001)) / 10_000;
    const bend = bending(between);
    const characters = [terms[0], '+', terms[1], '=', '?'].map((sign) => String(sign) as Character);
    const strokes = characters.flatMap((character, cell) => {
      const place = placing(cell, between);
      return glyphs[character].map((stroke) => stroke.map((point) => bend(place(point))));
    });
    const noise = Array.from({ length: NOISE.lines }, () => noiseLine(between));
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">` +
      `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>` +
      `${draw(noise, NOISE)}${draw(shuffled(strokes, random), INK)}</svg>`;
    return {
      image: `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`,
      question: captchaQuestion(terms),
    };
  },
});
