import fs from 'node:fs';
import path from 'node:path';
import { decode } from 'jpeg-js';
import type { FaceEngine } from '../../cloudfunctions/adapters/face/engine/engine';
import { loadDecoder } from '../../cloudfunctions/adapters/face/engine/jpeg';
import { grainy, painted, toJpeg } from '../support/faces/picture';

const MOST = 640;
const wasm = path.resolve(__dirname, '../../node_modules/@cornerstonejs/codec-libjpeg-turbo-8bit/dist');
const photograph = (name: string) => fs.readFileSync(path.join(__dirname, `../fixtures/faces/${name}.jpg`));
const noisy = (width: number, height: number) =>
  toJpeg(
    grainy(
      painted(width, height, [90, 120, 200], (x, y) => (x > y ? [250, 20, 30] : undefined)),
      90,
      3,
    ),
    60,
  );

describe('the JPEGs that phones make', () => {
  let decoder: FaceEngine['decode'];
  beforeAll(async () => {
    decoder = await loadDecoder(wasm);
  });

  test.each(['collins', 'hopper'])('%s has nearly the same colours as by another decoder', (name) => {
    const expected = decode(photograph(name), { useTArray: true, formatAsRGBA: false });
    const decoded = decoder(photograph(name), MOST);
    expect([decoded?.width, decoded?.height]).toEqual([expected.width, expected.height]);
    const difference = expected.data.reduce((sum, value, at) => sum + Math.abs(value - (decoded?.data[at] ?? 999)), 0);
    expect(difference / expected.data.length).toBeLessThan(2);
  });

  test('a picture with a longer side than is allowed is not decoded', () => {
    expect(decoder(noisy(64, 48), 64)).toBeDefined();
    expect(decoder(noisy(64, 48), 63)).toBeUndefined();
  });

  test('what is cut off anywhere is no picture, and what is no JPEG neither', () => {
    const bytes = noisy(40, 40);
    for (let length = 0; length < bytes.length - 2; length += 7)
      expect(decoder(bytes.subarray(0, length), MOST)).toBeUndefined();
    expect(decoder(Buffer.from('neither a picture nor a JPEG \xff\xd9', 'latin1'), MOST)).toBeUndefined();
  });

  test('whatever byte is changed, nothing is thrown, and the next picture is decoded as before', () => {
    const bytes = noisy(40, 40);
    const before = decoder(bytes, MOST);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = 255 - (changed[at] ?? 0);
      expect(() => decoder(changed, MOST)).not.toThrow();
    }
    expect(decoder(bytes, MOST)).toEqual(before);
  });
});
