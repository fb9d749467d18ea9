import type { SeenStill } from '../../cloudfunctions/core/domain/documents/face';
import { rememberStills } from '../../cloudfunctions/core/domain/face-check/reuse';
import type { FaceAction } from '../../miniprogram/shared/contract/identity';
import { exposed, fromJpeg, mapped, toJpeg, type Picture } from '../support/faces/picture';
import { honest, onTrial } from '../support/faces/trial';
import { sampleOf } from '../support/whole-matrix';

jest.setTimeout(120_000);

describe('stills that were seen before', () => {
  const { decide } = onTrial();
  const actions = ['open-mouth', 'turn-right'] as FaceAction[];
  const first = honest('hopper', actions);
  let seen: SeenStill[];

  beforeAll(async () => {
    const { findings } = await decide({ name: 'hopper, first try', actions, stills: first, reference: 'hopper' });
    seen = rememberStills([], findings);
  });

  const again = (name: string, change: (picture: Picture) => Picture, quality = 70) => ({
    name: `the same stills, ${name}`,
    actions,
    stills: first.map((still) => ({ ...still, bytes: toJpeg(change(fromJpeg(still.bytes)), quality) })),
    reference: 'hopper' as const,
    seen,
  });
  const scaled = (by: number) => (picture: Picture) => {
    const size = { width: Math.round(picture.width * by), height: Math.round(picture.height * by) };
    return mapped(
      picture,
      size,
      (x) => (x + 0.5) / by - 0.5,
      (y) => (y + 0.5) / by - 0.5,
    );
  };
  const cut = (part: number) => (picture: Picture) =>
    mapped(
      picture,
      picture,
      (x) => x * (1 - part) + (picture.width * part) / 2,
      (y) => y * (1 - part) + (picture.height * part) / 2,
    );

  test('are refused as they are', async () => {
    const decided = await decide({ name: 'the same stills', actions, stills: first, reference: 'hopper', seen });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['stills-reused'] });
  });

  test.each(
    sampleOf(
      [
        ['packed again', (picture: Picture) => picture, 60],
        ['a little brighter', (picture: Picture) => exposed(picture, 1.08), 80],
        ['nine tenths of the size', scaled(0.9), 80],
        ['cut off by 2 %', cut(0.02), 80],
        ['cut off by 3 %', cut(0.03), 80],
      ] as const,
      ...[0, 4],
    ),
  )('are refused %s', async (name, change, quality) => {
    expect(await decide(again(name, change, quality))).toMatchObject({ reasons: ['stills-reused'] });
  });

  test('one picture twice in a try, under two names, is refused', async () => {
    const [rest, mouth] = first;
    const twice = first.map((still, index) => (index === 2 && rest ? { ...still, bytes: rest.bytes } : still));
    expect(mouth?.shows).toBe('open-mouth');
    const decided = await decide({ name: 'one picture twice', actions, stills: twice, reference: 'hopper' });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['stills-reused'] });
  });

  test('an honest second try a minute later passes', async () => {
    const stills = honest('hopper', actions, 61);
    const decided = await decide({ name: 'hopper, a minute later', actions, stills, reference: 'hopper', seen });
    expect(decided).toMatchObject({ verdict: 'pass' });
  });
});
