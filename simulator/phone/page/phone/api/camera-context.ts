import { cameraOn, type CameraFrame } from '../runtime/camera';
import type { PageStack } from '../runtime/page-stack';
import { call, withoutPromise } from './call';
import { encodeCanvas } from './files/canvas';
import { keepFile } from './files/local-files';

/** Of a JPEG, 0 to 1. */
const QUALITY: Record<string, number> = { low: 0.5, normal: 0.75, high: 0.92, original: 1 };

interface PhotoOptions {
  quality?: string;
  selfieMirror?: boolean;
}

/**
 * `wx.createCameraContext`: the camera of the page that is shown when the context is made.
 * A front camera's photo is mirrored unless `selfieMirror` is false; a frame never is.
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/media/camera/CameraContext.takePhoto.html
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/camera.html ("原始帧数据")
 */
export const createCameraContext = (stack: PageStack) => () => {
  const viewport = stack.top?.sheet.viewport;
  const camera = () => cameraOn(viewport);
  const takePhoto = async ({ quality = 'normal', selfieMirror = true }: PhotoOptions): Promise<object> => {
    const photo = await encodeCanvas(camera().photo(selfieMirror), 'image/jpeg', QUALITY[quality] ?? 0.75);
    return { tempImagePath: keepFile(photo, 'jpg') };
  };
  return {
    takePhoto: withoutPromise(call('operateCamera', takePhoto)),
    setZoom: withoutPromise(call('operateCamera', ({ zoom }: { zoom: number }) => ({ zoom: camera().zoom(zoom) }))),
    onCameraFrame: (listener: (frame: CameraFrame) => unknown) => ({
      start: withoutPromise(call('start', () => camera().listen(listener))),
      stop: withoutPromise(call('stop', () => camera().unlisten(listener))),
    }),
  };
};
