import {
  areReused,
  hashDistance,
  REMEMBERED_STILLS,
  rememberStills,
  SAME_PICTURE_BITS,
} from '../../../cloudfunctions/core/domain/face-check/reuse';

/** A look of 1024 bits of which so many, from the first on, are set. */
const look = (ones: number): Buffer =>
  Buffer.from(Array.from({ length: 128 }, (_, byte) => 255 & ~(255 << Math.max(0, Math.min(8, ones - byte * 8)))));
const still = (sha256: string, ...pictures: Buffer[]) => ({
  sha256,
  perceptualHash: Buffer.concat(pictures).toString('base64'),
});

describe('stills that were seen before', () => {
  test('the same bytes are the same still, whatever they look like', () => {
    expect(areReused([still('a', look(0))], [still('a', look(500))])).toBe(true);
  });

  test.each([
    [SAME_PICTURE_BITS - 1, true],
    [SAME_PICTURE_BITS, false],
  ])('two in other bytes that differ in %d bits of their looks: %s', (bits, same) => {
    expect(hashDistance(still('a', look(0)).perceptualHash, still('b', look(bits)).perceptualHash)).toBe(bits);
    const [again, too] = [still('b', look(bits)), still('c', look(bits))];
    expect(areReused([again, too], [still('a', look(0))])).toBe(same);
  });

  test('one alone that looks like an earlier one is honest: somebody sat as still as before', () => {
    expect(areReused([still('b', look(5)), still('c', look(700))], [still('a', look(0))])).toBe(false);
  });

  test('what is left of seen stills without their edges is these stills, and the other way round', () => {
    const seen = [still('a', look(0), look(300), look(600)), still('b', look(0), look(300), look(600))];
    const cut = [still('c', look(605), look(1000), look(1000)), still('d', look(605), look(1000), look(1000))];
    expect(areReused(cut, seen)).toBe(true);
    expect(areReused(seen, cut)).toBe(true);
  });

  test('parts that agree are no proof: all were cut off', () => {
    const tried = [still('b', look(900), look(300)), still('c', look(900), look(300))];
    expect(areReused(tried, [still('a', look(0), look(300))])).toBe(false);
  });

  test('the same bytes twice in a try are reused; the next frame of somebody who holds still is not', () => {
    expect(areReused([still('a', look(0)), still('b', look(400)), still('a', look(0))], [])).toBe(true);
    expect(areReused([still('a', look(0)), still('b', look(10)), still('c', look(5))], [])).toBe(false);
  });

  test('stills that are no pictures have no look to compare', () => {
    expect(areReused([still('a'), still('b')], [still('c', look(0))])).toBe(false);
  });

  test('the newest forty are remembered, by nothing but their hashes', () => {
    const seen = Array.from({ length: 38 }, (_, index) => still(`old ${index}`, look(index)));
    const found = { stills: [1, 2, 3, 4].map((index) => ({ ...still(`new ${index}`, look(900)), eyes: [1, 2] })) };
    const remembered = rememberStills(seen, found);
    expect(remembered).toHaveLength(REMEMBERED_STILLS);
    expect(remembered[0]).toEqual(still('old 2', look(2)));
    expect(remembered[39]).toEqual(still('new 4', look(900)));
  });
});
