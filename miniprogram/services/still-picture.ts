import { errorOf, failureOf } from './failure';
import type { Frame } from './camera';
import { STILL_BYTES, STILL_SIDE } from '../shared/contract/identity';

/** A `<canvas type="2d">` of the shown page: phones export no other surely. */
export type Canvas = WechatMiniprogram.Canvas;

/** As good as fits into a still: of JPEG's quality, 0 to 1. */
const QUALITIES = [0.85, 0.7, 0.55, 0.4, 0.25];

const penOf = (canvas: Canvas): WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D =>
  canvas.getContext('2d');

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    wx.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: (failure) => reject(errorOf(failure)),
    });
  });

const exported = async (canvas: Canvas, quality: number): Promise<string> => {
  const { width, height } = canvas;
  const scale = Math.min(1, STILL_SIDE / Math.max(width, height));
  const dest = { destWidth: Math.floor(width * scale), destHeight: Math.floor(height * scale) };
  const all = { canvas, x: 0, y: 0, width, height, ...dest, fileType: 'jpg', quality } as const;
  return (await wx.canvasToTempFilePath(all)).tempFilePath;
};

/** @throws RangeError where even the poorest picture is too large, which no camera's is */
const packed = async (canvas: Canvas): Promise<string> => {
  for (const quality of QUALITIES) {
    const filePath = await exported(canvas, quality);
    if ((await sizeOf(filePath)) <= STILL_BYTES) return filePath;
    dropPicture(filePath);
  }
  throw new RangeError('the picture does not fit into a still');
};

/** A frame as a JPEG of 640 pixels and 60 KB at most. @returns its path on the phone */
export const pictureOfFrame = async (canvas: Canvas, { width, height, pixels }: Frame): Promise<string> => {
  canvas.width = width;
  canvas.height = height;
  const pen = penOf(canvas);
  const data = pen.createImageData(width, height);
  data.data.set(new Uint8ClampedArray(pixels));
  pen.putImageData(data, 0, 0);
  return packed(canvas);
};

/** A photo as a JPEG of 640 pixels and 60 KB at most. */
export const pictureOfPhoto = async (canvas: Canvas, photo: string): Promise<string> => {
  const image = canvas.createImage();
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('the photo cannot be read'));
    image.src = photo;
  });
  const scale = Math.min(1, STILL_SIDE / Math.max(image.width, image.height));
  canvas.width = Math.floor(image.width * scale);
  canvas.height = Math.floor(image.height * scale);
  penOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  dropPicture(photo);
  return packed(canvas);
};

const PATHS = /\S*\/\S*/g;

let isNoted = false;

/** Once: where one can't be removed, none can. */
const noteThatItStays = (cause: unknown) => {
  if (isNoted) return;
  isNoted = true;
  console.warn(`temporary pictures stay until WeChat clears them: ${failureOf(cause).errMsg.replace(PATHS, '…')}`);
};

/**
 * A picture of a face or of a card stays on the phone no longer than it is needed. WeChat may keep it all the same, and
 * then clears it by itself; that stops nobody.
 */
export const dropPicture = (filePath: string) => {
  try {
    wx.getFileSystemManager().unlink({ filePath, fail: noteThatItStays });
  } catch (cause) {
    noteThatItStays(cause);
  }
};
