import { createRandom } from '../../cloudfunctions/adapters/random/random';

const random = createRandom();

describe('random values', () => {
  it('are ids of 32 hexadecimal characters that do not repeat', () => {
    const ids = Array.from({ length: 1000 }, () => random.id());
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });

  it('are codes of exactly so many digits, leading zeros too', () => {
    const codes = Array.from({ length: 2000 }, () => random.digits(6));
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    // 1 in 10 begins with 0: that none of 2000 does has a chance of 10^-91.
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });

  it('are integers from 0 up to and not including the bound', () => {
    const drawn = new Set(Array.from({ length: 500 }, () => random.integer(3)));
    expect([...drawn].sort()).toEqual([0, 1, 2]);
  });
});
