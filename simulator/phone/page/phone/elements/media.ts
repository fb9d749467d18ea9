import { asWeChatCanvas } from '../api/files/canvas';
import { assetUrl } from '../asset-url';
import { defineElement } from './element';

interface Image {
  src: string;
  mode: string;
  lazyLoad: boolean;
}

interface Canvas {
  type: string;
  canvasId: string;
}

const NONE = { type: String, value: '' } as const;

const image = defineElement<Image>(
  'image',
  {
    src: NONE,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    webp: Boolean,
  } as never,
  (element) => {
    const picture = element.inner<HTMLImageElement>('inner');
    const owner = element.node.ownerShadowRoot?.getHostNode().is ?? '';
    let shown = '';
    picture.alt = '';
    picture.draggable = false;
    picture.addEventListener('load', () =>
      element.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    );
    picture.addEventListener('error', () => element.emit('error', { errMsg: `${shown}: load image failed` }));
    return {
      changed() {
        const { src, mode } = element.data;
        element.host.setAttribute('mode', mode);
        if (src === shown) return;
        shown = src;
        if (src) picture.src = assetUrl(src, owner);
        else picture.removeAttribute('src');
      },
    };
  },
);

const coverImage = defineElement<{ src: string }>('cover-image', { src: NONE });

const canvas = defineElement<Canvas>(
  'canvas',
  { type: NONE, canvasId: NONE, disableScroll: Boolean } as never,
  (element) => {
    const surface = asWeChatCanvas(element.inner<HTMLCanvasElement>('inner'));
    surface.width = element.host.clientWidth || surface.width;
    surface.height = element.host.clientHeight || surface.height;
    return {};
  },
);

export const mediaElements = [image, coverImage, canvas];
