import { adviceFor } from '../../miniprogram/liveness/advice';
import { facePose, lightOf } from '../../miniprogram/liveness/face-pose';
import { FRAME, pointsOf, view } from './face-points';

describe('a face of 106 points', () => {
  test('eyes 9 pixels high and 30 wide, a mouth 2 high and 50 wide, a nose in the middle', () => {
    const seen = facePose(pointsOf({ eye: 9, mouth: 2, nose: 0 }), FRAME);
    expect(seen.eyes[0]).toBeCloseTo(0.3, 5);
    expect(seen.eyes[1]).toBeCloseTo(0.3, 5);
    expect(seen.mouth).toBeCloseTo(0.04, 5);
    expect(seen.turn).toBeCloseTo(0, 5);
  });

  test("a nose that lies to the picture's right is a head turned to the person's own left", () => {
    expect(facePose(pointsOf({ nose: 30, width: 150 }), FRAME).turn).toBeCloseTo(0.4, 5);
    expect(facePose(pointsOf({ nose: -30, width: 150 }), FRAME).turn).toBeCloseTo(-0.4, 5);
  });

  test("the person's right eye comes first: it is the left one of the picture", () => {
    const points = pointsOf({ eye: 9 });
    const middle = points[52]?.y ?? NaN;
    for (const lid of [53, 54, 56, 57]) points[lid] = { x: points[lid]?.x ?? NaN, y: middle };
    expect(facePose(points, FRAME).eyes).toEqual([0, expect.closeTo(0.3, 5)]);
  });

  test('its place and its width are parts of the frame', () => {
    const seen = facePose(pointsOf({ x: 90, y: 120, width: 72 }), FRAME);
    expect(seen.centre).toEqual({ x: expect.closeTo(0.25, 5), y: expect.closeTo(0.25, 5) });
    expect(seen.width).toBeCloseTo(0.2, 5);
  });

  test('a phone that hands out fewer points is told apart, not guessed at', () => {
    expect(() => facePose(pointsOf().slice(0, 68), FRAME)).toThrow(RangeError);
  });
});

describe('the light of a frame', () => {
  const frame = (red: number, green: number, blue: number) =>
    new Uint8Array(Array.from({ length: 4000 }, (_, at) => [red, green, blue, 255][at % 4] ?? 0)).buffer;

  test('is 0 for black and 255 for white, and green counts most', () => {
    expect(lightOf(frame(0, 0, 0))).toBe(0);
    expect(lightOf(frame(255, 255, 255))).toBeCloseTo(255, 5);
    expect(lightOf(frame(0, 255, 0))).toBeGreaterThan(lightOf(frame(255, 0, 0)));
  });

  test('of no frame at all is darkness', () => {
    expect(lightOf(new ArrayBuffer(0))).toBe(0);
  });
});

describe('the advice before the first still', () => {
  const seen = (changed: Parameters<typeof view>[0], light = 130) =>
    adviceFor({ at: 0, faces: [view(changed)], light }, true);

  test.each([
    ['nothing is amiss', {}, undefined],
    ['the face is a fifth of the frame wide', { width: 0.2 }, 'nearer'],
    ['the face fills the frame', { width: 0.85 }, 'farther'],
    ['the face is at the side', { centre: { x: 0.25, y: 0.5 } }, 'off-centre'],
    ['the face is at the bottom', { centre: { x: 0.5, y: 0.85 } }, 'off-centre'],
    ['a hand holds the phone a little low', { centre: { x: 0.55, y: 0.35 } }, undefined],
  ])('%s', (_, changed, advice) => {
    expect(seen(changed)).toBe(advice);
  });

  test('the light comes first: in the dark nobody finds a face', () => {
    expect(adviceFor({ at: 0, faces: [], light: 20 }, true)).toBe('too-dark');
    expect(seen({ width: 0.2 }, 240)).toBe('too-bright');
  });

  test('nobody, and somebody else', () => {
    expect(adviceFor({ at: 0, faces: [], light: 130 }, true)).toBe('no-face');
    expect(adviceFor({ at: 0, faces: [view(), view()], light: 130 }, true)).toBe('several-faces');
  });

  test('once the face has found its place, hands may tremble; but it must be alone and in the light', () => {
    const aside = view({ centre: { x: 0.2, y: 0.2 }, width: 0.2 });
    expect(adviceFor({ at: 0, faces: [aside], light: 130 }, false)).toBeUndefined();
    expect(adviceFor({ at: 0, faces: [aside, aside], light: 130 }, false)).toBe('several-faces');
    expect(adviceFor({ at: 0, faces: [aside], light: 20 }, false)).toBe('too-dark');
  });
});
