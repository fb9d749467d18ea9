import { areReused, bitsApart, hashOf } from '../../../cloudfunctions/core/domain/face/perceptual-hash';

const side = 64;

/** A grey picture by its pixels. */
const thumbnail = (valueAt: (x: number, y: number) => number): Uint8Array =>
  Uint8Array.from({ length: side * side }, (_, index) => valueAt(index % side, Math.floor(index / side)));

/** Something with detail of every size; moved by a part of a pixel it is another picture. */
const scene = (moved = 0) =>
  thumbnail((x, y) => {
    let value = 128;
    for (let wave = 3; wave < 28; wave++)
      value +=
        9 *
        Math.sin(((x + moved) * wave * Math.PI) / side + wave * wave) *
        Math.cos((y * wave * Math.PI) / side + wave);
    return Math.min(255, Math.max(0, value));
  });

describe('the hash of a picture', () => {
  it('has 64 bits, written as 16 hexadecimal characters', () => {
    expect(hashOf(scene())).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf(thumbnail(() => 0))).toBe('0000000000000000');
  });

  it('stays within 3 bits when the picture is made darker or coarser', () => {
    const original = hashOf(scene());
    expect(bitsApart(original, hashOf(scene().map((value) => value * 0.7)))).toBeLessThanOrEqual(3);
    expect(bitsApart(original, hashOf(scene().map((value) => Math.round(value / 6) * 6)))).toBeLessThanOrEqual(3);
  });

  it('differs by more than 3 bits when the picture has moved by one part in sixty', () => {
    expect(bitsApart(hashOf(scene()), hashOf(scene(1)))).toBeGreaterThan(3);
  });

  it('needs a thumbnail of 64 × 64', () => {
    expect(() => hashOf(new Uint8Array(9))).toThrow(RangeError);
  });

  it('is compared bit by bit', () => {
    expect(bitsApart('ffffffffffffffff', '0000000000000000')).toBe(64);
    expect(bitsApart('00000000000000f0', '0000000000000010')).toBe(3);
  });
});

describe('pictures used before', () => {
  const [one, two, three] = ['00000000000000ff', 'ff00000000000000', '0f0f0f0f0f0f0f0f'] as const;

  it('refuse a try with two of them', () => {
    expect(areReused([one, two, three], [one, two])).toBe(true);
  });

  it('are found though three bits of each have changed', () => {
    expect(areReused([one, two, three], ['00000000000000f8', '1f00000000000000'])).toBe(true);
  });

  it('do not refuse a try with one alone: a phone on a table makes equal pictures by chance', () => {
    expect(areReused([one, two, three], [one])).toBe(false);
  });

  it('do not refuse a try whose own pictures equal each other', () => {
    expect(areReused([one, one, one], [])).toBe(false);
  });
});
