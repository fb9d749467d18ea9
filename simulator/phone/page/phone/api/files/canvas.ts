import { assetUrl } from '../../asset-url';
import { call } from '../call';
import { keepFile } from './local-files';

/** An image for drawing: its `src` may be a file of the phone or of the mini-program. */
const createImage = (): HTMLImageElement => {
  const image = new Image();
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  let written = '';
  Object.defineProperty(image, 'src', {
    get: () => written,
    set(src: string) {
      written = src;
      source?.set?.call(image, assetUrl(src, ''));
    },
  });
  return image;
};

/** What a canvas of WeChat has besides a browser's, because its scripts have no `document`. */
const WECHAT_METHODS = {
  createImage,
  createImageData: (...size: [number, number]): ImageData => new ImageData(...size),
  createPath2D: (path?: string): Path2D => new Path2D(path),
  requestAnimationFrame: (draw: FrameRequestCallback): number => window.requestAnimationFrame(draw),
  cancelAnimationFrame: (request: number): void => window.cancelAnimationFrame(request),
};

export const asWeChatCanvas = (canvas: HTMLCanvasElement): HTMLCanvasElement => Object.assign(canvas, WECHAT_METHODS);

interface OffscreenOptions {
  type?: 'webgl' | '2d';
  width?: number;
  height?: number;
}

const createOffscreenCanvas = ({ type, width = 300, height = 150 }: OffscreenOptions = {}): HTMLCanvasElement => {
  if (type !== '2d') throw new Error(`the simulator has no offscreen canvas of type "${type ?? 'webgl'}"`);
  const canvas = asWeChatCanvas(document.createElement('canvas'));
  Object.assign(canvas, { width, height });
  return canvas;
};

export const encodeCanvas = (canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png', quality = 1): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), type, quality),
  );

interface ExportOptions {
  canvas?: HTMLCanvasElement;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  destWidth?: number;
  destHeight?: number;
  fileType?: 'jpg' | 'png';
  quality?: number;
}

/** A canvas of type 2d only; like WeChat it exports at the density of the screen unless a size is said. */
const exportCanvas = async (options: ExportOptions): Promise<object> => {
  const { canvas, x = 0, y = 0, fileType = 'png', quality = 1 } = options;
  if (!canvas) throw new Error('the simulator exports a canvas of type 2d, given as "canvas"');
  const { width = canvas.width - x, height = canvas.height - y } = options;
  const { destWidth = width * window.devicePixelRatio, destHeight = height * window.devicePixelRatio } = options;
  const target = document.createElement('canvas');
  Object.assign(target, { width: Math.round(destWidth), height: Math.round(destHeight) });
  const pen = target.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  pen.drawImage(canvas, x, y, width, height, 0, 0, target.width, target.height);
  const picture = await encodeCanvas(target, fileType === 'jpg' ? 'image/jpeg' : 'image/png', quality);
  return { tempFilePath: keepFile(picture) };
};

export const canvasApi = {
  createOffscreenCanvas,
  canvasToTempFilePath: call('canvasToTempFilePath', exportCanvas),
};
