import { drawActions } from '../../../cloudfunctions/core/domain/face-check/actions';

/** Every draw that a source of randomness can lead to. */
const allDraws = (way: 'actions' | 'gentle'): string[] => {
  const draws = new Set<string>();
  for (let first = 0; first < 4; first++)
    for (let second = 0; second < 4; second++) {
      const numbers = [first, second];
      draws.add(drawActions(way, (below) => (numbers.shift() ?? 0) % below).join(' '));
    }
  return [...draws].sort();
};

describe('what a face is asked to do', () => {
  test('is two different actions, and every pair in either order can be drawn', () => {
    const draws = allDraws('actions');
    expect(draws).toHaveLength(12);
    for (const draw of draws) {
      const [first, second, ...more] = draw.split(' ');
      expect(first).not.toBe(second);
      expect(more).toEqual([]);
    }
  });

  test('is one turn to either side in the gentle way', () => {
    expect(allDraws('gentle')).toEqual(['turn-left', 'turn-right']);
  });
});
