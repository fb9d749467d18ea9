import { failureOf } from './failure';
import { whyDenied } from './permissions';
import { dropPicture } from './still-picture';
import { photoDenialOf } from '../shared/denial';
import type { PhotoDenial } from '../shared/denial';
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
  dropPicture(src);
  return tempFilePath;
};

/** `cancelled`: the person went back. */
export type Picked = { kind: 'photo'; path: string } | { kind: 'cancelled' } | { kind: 'denied'; denial: PhotoDenial };

/**
 * A photo that the person takes with the phone's own camera, or chooses; small enough for a weak network.
 */
export const pickPhoto = async (source: 'album' | 'camera'): Promise<Picked> => {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'], sourceType: [source] });
    const [photo] = tempFiles;
    if (!photo) return { kind: 'cancelled' };
    return { kind: 'photo', path: photo.size <= SMALL ? photo.tempFilePath : await shrunk(photo.tempFilePath) };
  } catch (cause) {
    const failure = failureOf(cause);
    if (/cancel/i.test(failure.errMsg)) return { kind: 'cancelled' };
    return { kind: 'denied', denial: photoDenialOf(await whyDenied('photo', failure)) };
  }
};
