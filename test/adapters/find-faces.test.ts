import fs from 'node:fs';
import path from 'node:path';
import { findFaces } from '../../cloudfunctions/adapters/face/embedded/find-faces';
import { ENGINE_FOLDER } from '../support/faces/engine-folder';
import { framed, fromJpeg, painted, sideBySide } from '../support/faces/picture';

const photograph = (name: string) => fromJpeg(fs.readFileSync(path.join(__dirname, `../fixtures/faces/${name}.jpg`)));

describe('the faces in a picture', () => {
  test.each([
    ['collins', { x: 235, y: 205 }],
    ['hopper', { x: 265, y: 250 }],
  ])('%s is found where her face is', async (name, centre) => {
    const faces = await findFaces(photograph(name), ENGINE_FOLDER);
    expect(faces).toHaveLength(1);
    const [{ x, y, width, height, score } = { x: 0, y: 0, width: 0, height: 0, score: 0 }] = faces;
    expect(Math.abs(x + width / 2 - centre.x)).toBeLessThan(25);
    expect(Math.abs(y + height / 2 - centre.y)).toBeLessThan(45);
    expect(width).toBeGreaterThan(120);
    expect(width).toBeLessThan(260);
    expect(score).toBeGreaterThan(0.8);
  });

  test('with a fourth byte a pixel it is the same face', async () => {
    const { width, height, rgb } = photograph('collins');
    const rgba = new Uint8Array(width * height * 4);
    for (let pixel = 0; pixel < width * height; pixel++) rgba.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
    expect(await findFaces({ width, height, rgba }, ENGINE_FOLDER)).toEqual(
      await findFaces({ width, height, rgb }, ENGINE_FOLDER),
    );
  });

  test('two people are two faces, a wall is none', async () => {
    const size = { width: 480, height: 480 };
    const pair = sideBySide(
      framed(photograph('collins'), { left: 0, top: 0, width: 480 }, size),
      framed(photograph('hopper'), { left: 0, top: 30, width: 512 }, size),
    );
    expect(await findFaces(pair, ENGINE_FOLDER)).toHaveLength(2);
    expect(
      await findFaces(
        painted(320, 320, [120, 130, 140], () => undefined),
        ENGINE_FOLDER,
      ),
    ).toEqual([]);
  });
});
