import { ACTOR, readSettings, type CameraFile } from '../settings';
import { playActor } from './actor';
import type { CameraFeed } from './camera-feed';
import { playFilm } from './film';
import { reportFault } from '../faults';

export type DevicePosition = 'front' | 'back';

/** The camera can't be opened; the message is the end of WeChat's `errMsg`. */
export class CameraFault extends Error {}

const videoFeed = (video: HTMLVideoElement, close: () => void): CameraFeed => ({
  element: video,
  get width() {
    return video.videoWidth;
  },
  get height() {
    return video.videoHeight;
  },
  close() {
    video.pause();
    close();
  },
});

const makeVideo = (): HTMLVideoElement => {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, autoplay: true });
  return video;
};

const FAULTS: Record<string, string> = {
  NotAllowedError: 'auth deny',
  NotFoundError: 'no camera',
  OverconstrainedError: 'no camera',
  NotReadableError: 'camera is in use',
};

const openDevice = async (position: DevicePosition, onEnd: () => void): Promise<CameraFeed> => {
  // On an address that is neither local nor encrypted the browser has no cameras at all.
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  if (!devices) throw new CameraFault('no camera');
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({
      video: {
        facingMode: { ideal: position === 'front' ? 'user' : 'environment' },
        width: { ideal: 1280 },
        height: { ideal: 960 },
      },
    });
  } catch (cause) {
    const { name, message } = cause as DOMException;
    throw new CameraFault(FAULTS[name] ?? message);
  }
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  const video = makeVideo();
  video.srcObject = stream;
  stream.getVideoTracks()[0]?.addEventListener('ended', onEnd);
  await video.play();
  return videoFeed(video, stop);
};

const stillFeed = async (picture: Blob): Promise<CameraFeed> => {
  const bitmap = await createImageBitmap(picture);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return { element: canvas, width: canvas.width, height: canvas.height, close: () => bitmap.close() };
};

const openVideo = async (file: Blob): Promise<CameraFeed> => {
  const video = makeVideo();
  const url = URL.createObjectURL(file);
  Object.assign(video, { loop: true, src: url });
  await video.play();
  return videoFeed(video, () => URL.revokeObjectURL(url));
};

/** By its name, because not every server tells the type of a film. */
const isFilm = ({ name }: CameraFile): boolean => /\.mjpe?g$/i.test(name);
const isPicture = ({ name }: CameraFile, { type }: Blob): boolean =>
  type.startsWith('image/') || /\.(jpe?g|png|webp)$/i.test(name);

/** A picture stands still; a film plays again and again from its beginning. */
const openFile = async (file: CameraFile): Promise<CameraFeed> => {
  try {
    if (file.url.startsWith(ACTOR)) return await playActor(file.url, reportFault);
    const response = await fetch(file.url);
    if (!response.ok) throw new Error(`GET ${file.url}: ${response.status}`);
    const content = await response.blob();
    if (isFilm(file)) return await playFilm(content);
    return isPicture(file, content) ? await stillFeed(content) : await openVideo(content);
  } catch (cause) {
    throw new CameraFault(`${file.name} cannot be played as a camera: ${(cause as Error).message}`);
  }
};

/**
 * Opens the machine's camera, or the file that was chosen in its place.
 * @param onEnd called when the camera goes away by itself: unplugged, or taken back by the browser
 * @throws CameraFault
 */
export const openFeed = (position: DevicePosition, onEnd: () => void): Promise<CameraFeed> => {
  const { cameraFile, rearFile } = readSettings();
  const file = (position === 'back' && rearFile) || cameraFile;
  return file ? openFile(file) : openDevice(position, onEnd);
};
