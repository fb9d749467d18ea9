import { createCaptchaPainter } from '../../cloudfunctions/adapters/captcha-image/captcha-image';
import type { Random } from '../../cloudfunctions/core/ports/random';
import { createRandom } from '../../cloudfunctions/adapters/random/random';

/** Hundreds of drawings; nothing here is judged by the clock. */
jest.setTimeout(60_000);

const painter = createCaptchaPainter(createRandom());
const PREFIX = 'data:image/svg+xml;base64,';
const svgOf = (image: string) => Buffer.from(image.slice(PREFIX.length), 'base64').toString('utf8');
const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The same sequence in each run; every second draw is one of the two bounds. */
function extremeRandom(): Random {
  let state = 1;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const integer = (below: number) => (next() < 0.5 ? (next() < 0.5 ? 0 : below - 1) : Math.floor(next() * below));
  return { ...createRandom(), integer };
}

/** The points of the strokes that are read. */
const inkOf = (svg: string) => {
  const path = /<path d="([^"]+)"[^>]*#1f2933/.exec(svg)?.[1] ?? '';
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
};

describe('the captcha (rule A2)', () => {
  it('asks for the same sum in words', () => {
    expect(painter.paint([8, 5]).question).toBe('八加五等于几？');
    expect(painter.paint([1, 9]).question).toBe('一加九等于几？');
  });

  it('is a drawing of plain strokes: neither text nor font nor script in it', () => {
    for (const digit of digits) {
      const { image } = painter.paint([digit, digit]);
      expect(image.startsWith(PREFIX)).toBe(true);
      const tags = [...svgOf(image).matchAll(/<(\w+)/g)].map(([, tag]) => tag);
      expect(tags).toEqual(['svg', 'rect', 'path', 'path']);
    }
  });

  it('stays within its frame, however far everything turns, slants and bends', () => {
    const extreme = createCaptchaPainter(extremeRandom());
    for (let drawing = 0; drawing < 5; drawing++)
      for (const first of digits)
        for (const second of digits) {
          const points = inkOf(svgOf(extreme.paint([first, second]).image));
          expect(points.length).toBeGreaterThan(100);
          // Half the pen's width lies outside the line.
          expect(points.filter(([x, y]) => x < 3.5 || x > 336.5 || y < 3.5 || y > 96.5)).toEqual([]);
        }
  });

  it('is another drawing each time, and small', () => {
    const images = Array.from({ length: 20 }, () => painter.paint([8, 5]).image);
    expect(new Set(images).size).toBe(20);
    expect(Math.max(...images.map((image) => image.length))).toBeLessThan(12_000);
  });
});
