import { drawActions, drawGentle, expiredReason, expiryOf } from '../../../cloudfunctions/core/domain/face/challenge';

/** A random source that answers what it is told, and checks what it is asked. */
const drawing = (...answers: readonly number[]) => {
  const left = [...answers];
  return (below: number): number => {
    const next = left.shift();
    if (next === undefined || next >= below) throw new Error('The draw was not expected.');
    return next;
  };
};

describe('a challenge', () => {
  it('asks for two different actions, and every ordered pair of the four can come', () => {
    const pairs = [0, 1, 2, 3].flatMap((first) =>
      [0, 1, 2].map((second) => drawActions(drawing(first, second)).actions.join(' then ')),
    );
    expect(new Set(pairs).size).toBe(12);
    expect(pairs).toContain('blink then turn-right');
    expect(pairs).toContain('turn-right then blink');
    expect(pairs).not.toContain('blink then blink');
  });

  it('asks the gentle way for one turn of the head, to either side', () => {
    expect(drawGentle('one-turn', drawing(0))).toEqual({ way: 'gentle', actions: ['turn-left'] });
    expect(drawGentle('one-turn', drawing(1))).toEqual({ way: 'gentle', actions: ['turn-right'] });
  });

  it('asks the gentle way for nothing of those who can only hold still', () => {
    expect(drawGentle('hold-still', drawing())).toEqual({ way: 'gentle', actions: [] });
  });

  it('refuses a random source that answers outside its range', () => {
    expect(() => drawActions(() => 4)).toThrow(RangeError);
  });

  it('issued on 2026-08-01 at 09:12:00 is answered until 09:14:59.999 and refused as expired from 09:15:00', () => {
    const expiresAt = expiryOf(new Date('2026-08-01T09:12:00.000+08:00'));
    expect(expiredReason(expiresAt, new Date('2026-08-01T09:14:59.999+08:00'))).toBeUndefined();
    expect(expiredReason(expiresAt, new Date('2026-08-01T09:15:00.000+08:00'))).toEqual({ code: 'expired' });
  });
});
