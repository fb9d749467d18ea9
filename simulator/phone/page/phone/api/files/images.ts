import { assetUrl } from '../../asset-url';
import { tellDesk } from '../../../between/desk-channel';
import { call } from '../call';
import { encodeCanvas } from './canvas';
import { choosePictures, showPicture } from '../dialogs/dialogs-media';
import { extensionOf, fileAt, isLocal, keepFile } from './local-files';
import { requireScope } from '../consent/permissions';
import { usePrivate } from '../consent/privacy';

/** A file of the phone, of the mini-program or of the network. */
const load = async (src: string): Promise<Blob> => {
  if (isLocal(src)) return fileAt(src);
  const response = await fetch(assetUrl(src, ''));
  if (!response.ok) throw new Error(`file not found: ${src}`);
  return response.blob();
};

const decode = async (file: Blob): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(file);
  } catch {
    throw new Error('not an image');
  }
};

const getImageInfo = async ({ src }: { src: string }): Promise<object> => {
  const file = await load(src);
  const picture = await decode(file);
  const type = extensionOf(file) === 'jpg' ? 'jpeg' : extensionOf(file);
  return { width: picture.width, height: picture.height, path: src, orientation: 'up', type };
};

interface Compression {
  src: string;
  /** Percent. */
  quality?: number;
  compressedWidth?: number;
  compressedHeight?: number;
}

const compressImage = async ({ src, quality = 80, ...wanted }: Compression): Promise<object> => {
  const picture = await decode(await load(src));
  const { compressedWidth, compressedHeight } = wanted;
  const scale = compressedWidth
    ? compressedWidth / picture.width
    : compressedHeight
      ? compressedHeight / picture.height
      : 1;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(compressedWidth ?? picture.width * scale);
  canvas.height = Math.round(compressedHeight ?? picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return { tempFilePath: keepFile(await encodeCanvas(canvas, 'image/jpeg', quality / 100)) };
};

interface MediaChoice {
  count?: number;
  mediaType?: ('image' | 'video' | 'mix')[];
  sourceType?: ('album' | 'camera')[];
}

const chooseMedia = async (choice: MediaChoice): Promise<object> => {
  const { count = 9, mediaType = ['image', 'video'], sourceType = ['album', 'camera'] } = choice;
  if (!mediaType.includes('image')) throw new Error('the simulator chooses images only');
  await usePrivate('chooseMedia');
  const chosen = await choosePictures(count, sourceType.includes('camera'));
  if (!chosen) throw new Error('cancel');
  const tempFiles = chosen.map((file) => ({ tempFilePath: keepFile(file), size: file.size, fileType: 'image' }));
  return { tempFiles, type: 'image' };
};

const download = async (path: string): Promise<void> => {
  const file = await load(path);
  const link = document.createElement('a');
  const url = URL.createObjectURL(file);
  Object.assign(link, { href: url, download: `相册图片.${extensionOf(file)}` });
  link.click();
  // The browser reads the file after the click; a minute later it has.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

const saveImageToPhotosAlbum = async ({ filePath }: { filePath: string }): Promise<void> => {
  await requireScope('scope.writePhotosAlbum', 'saveImageToPhotosAlbum');
  await download(filePath);
};

const previewImage = async ({ urls, current }: { urls: string[]; current?: string | number }): Promise<void> => {
  const url = typeof current === 'string' ? current : urls[current ?? 0];
  await showPicture(assetUrl(url ?? '', ''), ['关闭']);
};

/** A picture as text that another window can show after this one is gone. */
export const asDataUrl = async (src: string): Promise<string> => {
  const file = await load(src);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(new Error(`file not found: ${src}`)));
    reader.readAsDataURL(file);
  });
};

const showShareImageMenu = async ({ path }: { path: string }): Promise<void> => {
  const picture = await asDataUrl(path);
  const chosen = await showPicture(picture, ['发送给朋友', '保存图片', '取消']);
  if (chosen === 0) tellDesk({ kind: 'shared', card: { title: '图片', path: '', imageUrl: picture } });
  else if (chosen === 1) await download(path);
  else throw new Error('cancel');
};

export const imageApi = {
  getImageInfo: call('getImageInfo', getImageInfo),
  compressImage: call('compressImage', compressImage),
  chooseMedia: call('chooseMedia', chooseMedia),
  saveImageToPhotosAlbum: call('saveImageToPhotosAlbum', saveImageToPhotosAlbum),
  previewImage: call('previewImage', previewImage),
  showShareImageMenu: call('showShareImageMenu', showShareImageMenu),
};
