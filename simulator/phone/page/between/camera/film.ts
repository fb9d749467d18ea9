import type { CameraFeed } from './camera-feed';

/** As Chromium plays such a file with `--use-file-for-fake-video-capture`. */
const FRAMES_A_SECOND = 30;

/**
 * The pictures of a film that is nothing but JPEGs one after the other. Inside a JPEG a byte `FF` is always followed by
 * something else than `D8`, its beginning; a thumbnail inside, which has one too, no film has.
 */
const framesOf = (bytes: Uint8Array<ArrayBuffer>): Blob[] => {
  const beginnings: number[] = [];
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff) beginnings.push(at);
  return beginnings.map(
    (from, index) => new Blob([bytes.subarray(from, beginnings[index + 1])], { type: 'image/jpeg' }),
  );
};

/** Plays a film of concatenated JPEGs, again and again. @throws Error where there is no picture in it */
export const playFilm = async (film: Blob): Promise<CameraFeed> => {
  const frames = framesOf(new Uint8Array(await film.arrayBuffer()));
  const [first] = frames;
  if (!first) throw new Error('there is no JPEG in it');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  const draw = async (frame: Blob): Promise<void> => {
    const picture = await createImageBitmap(frame);
    if (canvas.width !== picture.width) canvas.width = picture.width;
    if (canvas.height !== picture.height) canvas.height = picture.height;
    pen?.drawImage(picture, 0, 0);
    picture.close();
  };
  await draw(first);
  const began = performance.now();
  let shown = 0;
  let request = 0;
  const next = async (): Promise<void> => {
    const due = Math.floor(((performance.now() - began) / 1000) * FRAMES_A_SECOND) % frames.length;
    const frame = frames[due];
    if (due !== shown && frame) await draw(frame);
    shown = due;
    if (request >= 0) request = requestAnimationFrame(() => void next());
  };
  request = requestAnimationFrame(() => void next());
  return {
    element: canvas,
    width: canvas.width,
    height: canvas.height,
    close() {
      cancelAnimationFrame(request);
      request = -1;
    },
  };
};
