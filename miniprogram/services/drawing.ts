import { failureOf } from './failure';
import { whyDenied } from './permissions';
import type { Denial } from '../shared/denial';

type Canvas = WechatMiniprogram.Canvas;

interface Place {
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
}

/** A canvas of type 2d on a page, once it is drawn there; undefined where the page is left already. */
export const findCanvas = (page: Place, selector: string): Promise<Canvas | undefined> =>
  new Promise((resolve) => {
    page
      .createSelectorQuery()
      .select(selector)
      .fields({ node: true })
      .exec(([found]: ({ node?: Canvas } | null)[]) => resolve(found?.node));
  });

/** The canvas as a file of the phone, as many pixels as it has. @returns its path */
export const pictureOf = async (canvas: Canvas): Promise<string> => {
  const { width, height } = canvas;
  const picture = { canvas, x: 0, y: 0, width, height, destWidth: width, destHeight: height };
  const { tempFilePath } = await wx.canvasToTempFilePath({ ...picture, fileType: 'png' });
  return tempFilePath;
};

/** @param filePath a picture. @returns what came of it; `cancelled` where the person said no to this one picture */
export const saveToAlbum = async (filePath: string): Promise<'saved' | 'cancelled' | Denial> => {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    return 'saved';
  } catch (cause) {
    const failure = failureOf(cause);
    return /cancel/i.test(failure.errMsg) ? 'cancelled' : whyDenied('album', failure);
  }
};
