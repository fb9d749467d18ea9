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

/** @param filePath a picture. @returns `denied` where the person has forbidden it once; WeChat does not ask again */
export const saveToAlbum = async (filePath: string): Promise<'saved' | 'denied' | 'failed'> => {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    return 'saved';
  } catch (cause) {
    const reason = String((cause as { errMsg?: unknown }).errMsg ?? cause);
    console.warn(`saveImageToPhotosAlbum: ${reason}`);
    return /auth|permission|privacy/i.test(reason) ? 'denied' : 'failed';
  }
};
