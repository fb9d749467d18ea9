import { openFeed } from '../../../between/camera/feed';
import { drawShot } from '../../../between/camera/picture';
import { requireSystemCamera } from '../consent/permissions';
import { encodeCanvas } from '../files/canvas';
import { add, addButton, open } from './dialogs';

/** A picture over the whole screen. @returns the place of the button that was pressed */
export const showPicture = (url: string, buttons: string[]): Promise<number> =>
  open('phone-picture', (dialog, close) => {
    const image = add(dialog, 'img', '');
    Object.assign(image, { src: url, alt: '图片' });
    const row = add(dialog, 'footer', '');
    buttons.forEach((text, place) => addButton(row, text, () => close(place)));
  });

/** WeChat's own camera: a photo of what lies before the machine's camera. @returns undefined when it was left */
const takePicture = async (): Promise<Blob[] | undefined> => {
  requireSystemCamera();
  const feed = await openFeed('back', () => undefined);
  try {
    return await open<Promise<Blob[]> | undefined>('phone-picture', (dialog, close) => {
      dialog.append(feed.element);
      const row = add(dialog, 'footer', '');
      addButton(row, '取消', () => close(undefined));
      addButton(row, '拍照', () => {
        const canvas = document.createElement('canvas');
        drawShot(feed, canvas, { zoom: 1, mirrored: false, whole: true });
        close(encodeCanvas(canvas, 'image/jpeg', 0.92).then((photo) => [photo]));
      });
    });
  } finally {
    feed.close();
  }
};

const CAMERA = Symbol('camera');

/**
 * WeChat's choice of pictures: files of the machine are the album.
 * @param count how many at the most
 * @returns undefined when it was left
 */
export const choosePictures = async (count: number, withCamera: boolean): Promise<Blob[] | undefined> => {
  const chosen = await open<Blob[] | typeof CAMERA | undefined>('phone-modal', (dialog, close) => {
    add(dialog, 'h2', '选择图片');
    const input = add(dialog, 'input', '');
    Object.assign(input, { type: 'file', accept: 'image/*', multiple: count > 1, ariaLabel: '相册里的图片' });
    input.addEventListener('change', () => close([...(input.files ?? [])].slice(0, count)));
    const buttons = add(dialog, 'footer', '');
    addButton(buttons, '取消', () => close(undefined), '#000000');
    if (withCamera) addButton(buttons, '拍摄', () => close(CAMERA), '#576b95');
  });
  return chosen === CAMERA ? takePicture() : chosen;
};
