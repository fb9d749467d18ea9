import { decode, encode } from 'jpeg-js';
import type { Picture } from '../../../simulator/actor/picture';

export const fromJpeg = (bytes: Uint8Array): Picture => {
  const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: false });
  return { width, height, rgb: data };
};

export const toJpeg = ({ width, height, rgb }: Picture, quality = 85): Buffer => {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    data[to] = rgb[from] ?? 0;
    data[to + 1] = rgb[from + 1] ?? 0;
    data[to + 2] = rgb[from + 2] ?? 0;
  }
  return encode({ data, width, height }, quality).data;
};

/** The most a still may weigh (design: the protocol). */
const stillBytes = 60 * 1024;

/** As the phone packs a still: as good as fits. */
export const toStill = (picture: Picture): Buffer => {
  const fitting = [85, 70, 55, 40, 25].map((quality) => () => toJpeg(picture, quality));
  for (const encodeOnce of fitting) {
    const bytes = encodeOnce();
    if (bytes.length <= stillBytes) return bytes;
  }
  throw new RangeError('The picture does not fit into a still.');
};
