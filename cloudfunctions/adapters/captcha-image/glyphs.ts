/** A point of a glyph, 0 to 1 from left to right and from top to bottom. */
export type Point = readonly [x: number, y: number];
/** The points along one movement of the pen. */
export type Stroke = readonly Point[];

export type Character = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '+' | '=' | '?';

/** So close that the distortion bends straight lines too. */
const STEPS = 12;

const line = (...corners: Point[]): Stroke =>
  corners.flatMap((to, index) => {
    const from = corners[index - 1];
    if (!from) return [to];
    return Array.from({ length: STEPS }, (_, step): Point => {
      const part = (step + 1) / STEPS;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    });
  });

/** Part of an ellipse; angles in degrees, 0 to the right, 90 down. */
const arc = ([x, y]: Point, [width, height]: Point, from: number, to: number): Stroke =>
  Array.from({ length: 2 * STEPS + 1 }, (_, step): Point => {
    const angle = ((from + ((to - from) * step) / (2 * STEPS)) * Math.PI) / 180;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });

const last = (stroke: Stroke): Point => stroke[stroke.length - 1] as Point;
/** Goes on from where the stroke ends. */
const then = (stroke: Stroke, ...corners: Point[]): Stroke => [...stroke, ...line(last(stroke), ...corners).slice(1)];

/** Drawn by us, so that no font has to be there, and open at the places where old eyes mistake 3, 5, 6, 8 and 9. */
export const glyphs: Record<Character, readonly Stroke[]> = {
  '1': [line([0.28, 0.24], [0.56, 0.04], [0.56, 0.96])],
  '2': [then(arc([0.5, 0.3], [0.36, 0.26], 190, 395), [0.12, 0.95], [0.9, 0.95])],
  '3': [arc([0.46, 0.28], [0.34, 0.24], 205, 450), arc([0.46, 0.73], [0.38, 0.23], -90, 155)],
  '4': [line([0.68, 0.96], [0.68, 0.04], [0.08, 0.7], [0.94, 0.7])],
  '5': [[...line([0.82, 0.05], [0.26, 0.05], [0.2, 0.46]), ...arc([0.47, 0.67], [0.37, 0.29], 228, 510)]],
  '6': [[...line([0.68, 0.04], [0.3, 0.36]), ...arc([0.5, 0.68], [0.36, 0.28], 205, 570)]],
  '7': [line([0.1, 0.06], [0.9, 0.06], [0.4, 0.96])],
  '8': [arc([0.5, 0.26], [0.29, 0.22], 90, 450), arc([0.5, 0.72], [0.37, 0.24], -90, 270)],
  '9': [[...line([0.32, 0.96], [0.7, 0.64]), ...arc([0.5, 0.32], [0.36, 0.28], 25, 390)]],
  '+': [line([0.5, 0.24], [0.5, 0.8]), line([0.16, 0.52], [0.84, 0.52])],
  '=': [line([0.16, 0.38], [0.84, 0.38]), line([0.16, 0.66], [0.84, 0.66])],
  '?': [then(arc([0.5, 0.27], [0.32, 0.23], 190, 420), [0.5, 0.68]), arc([0.5, 0.92], [0.02, 0.02], 0, 360)],
};
