import { detectFaces, type FaceBox } from './detector';
import { besideFunction, engineIn } from './load-engine';
import type { Pixels } from './picture';

export type { FaceBox } from './detector';

/** Bytes row by row. */
export type PlainPicture = { readonly width: number; readonly height: number } & (
  { readonly rgb: Uint8Array } | { readonly rgba: Uint8Array }
);

const pixels = (picture: PlainPicture): Pixels => {
  const { width, height } = picture;
  return 'rgb' in picture
    ? { width, height, data: picture.rgb, channels: 3 }
    : { width, height, data: picture.rgba, channels: 4 };
};

/**
 * The faces in a picture, the surest first. A face that is less than about a fifteenth of the picture's longer side is
 * not found: look into a part of the picture then.
 * @param folder `face-engine/`; beside the function where not given
 */
export const findFaces = (picture: PlainPicture, folder = besideFunction()): Promise<FaceBox[]> =>
  engineIn(folder).use((engine) => detectFaces(engine, pixels(picture)));
