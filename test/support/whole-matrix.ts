/**
 * Where the real engines look at pictures, the tests take one of each species and `npm run bench` takes them all
 * (`test/bench/matrix.js`): most of a matrix shows how far a threshold holds, and that does not change from day to day.
 */
export const isWhole = process.env['WHOLE_MATRIX'] === '1';

/** @param places of those that stand for their species in the tests */
export const sampleOf = <T>(all: readonly T[], ...places: readonly number[]): readonly T[] =>
  isWhole ? all : all.filter((_, place) => places.includes(place));
