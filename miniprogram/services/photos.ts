import { CARD_PHOTO_BYTES } from '../shared/contract/identity';

/** Pixels on the longer side of what is sent: the 18 digits of a card are 20 pixels high then, and it stays below 1 MB. */
const LONGEST_SIDE = 1800;
/** Bytes that are sent as they are. */
const SMALL = CARD_PHOTO_BYTES / 4;

const shrunk = async (src: string): Promise<string> => {
  const { width, height } = await wx.getImageInfo({ src });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const compressedWidth = Math.round(width * scale);
  const { tempFilePath } = await wx.compressImage({ src, quality: 85, compressedWidth });
  return tempFilePath;
};

const isCancelled = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'errMsg' in cause && /cancel/.test(String(cause.errMsg));

/**
 * A photo that the person takes with the phone's own camera, or chooses; small enough for a weak network.
 * @returns where it lies on the phone; undefined where the person went back
 * @throws what WeChat says where neither can be opened, or it is no picture
 */
export const pickPhoto = async (source: 'album' | 'camera'): Promise<string | undefined> => {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'], sourceType: [source] });
    const [photo] = tempFiles;
    if (!photo) return undefined;
    return photo.size <= SMALL ? photo.tempFilePath : await shrunk(photo.tempFilePath);
  } catch (cause) {
    if (isCancelled(cause)) return undefined;
    throw cause;
  }
};
