import { ACTOR } from '../settings';
import type { Mesh } from '../../../../actor/head';
import type { ActorFrame, ActorOrder } from './actor-messages';
import type { CameraFeed } from './camera-feed';

/** As a phone held upright sees it. */
const SIZE = { width: 480, height: 640 };
/** Milliseconds between two pictures, at least: the phone's own work has the other core. */
const GAP = 80;
/** Seconds; so that two who open the same camera don't see the same pictures. */
const LATEST_BEGINNING = 1000;

const load = async (name: string): Promise<Response> => {
  const response = await fetch(`actors/${name}`);
  if (!response.ok) throw new Error(`there is no actors/${name}`);
  return response;
};

const pixelsOf = async (name: string): Promise<ImageData> => {
  const bitmap = await createImageBitmap(await (await load(`${name}.jpg`)).blob());
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  return pen.getImageData(0, 0, width, height);
};

const colours = ({ data }: ImageData): Uint8Array => {
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) rgb.set(data.subarray(from, from + 3), to);
  return rgb;
};

/** A worker that draws one picture for each order, the first one drawn. */
const begin = async (name: string): Promise<{ worker: Worker; next: (at: number) => Promise<ActorFrame> }> => {
  const pixels = await pixelsOf(name);
  const photograph = { width: pixels.width, height: pixels.height, rgb: colours(pixels) };
  const mesh = (await (await load(`${name}.mesh.json`)).json()) as Mesh;
  const worker = new Worker('actor-worker.js');
  const tell = (order: ActorOrder): void => worker.postMessage(order);
  tell({ kind: 'begin', photograph, mesh, size: SIZE });
  const next = (at: number): Promise<ActorFrame> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ActorFrame>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      tell({ kind: 'show', at });
    });
  return { worker, next };
};

/**
 * Plays a face that does all that a phone asks for, again and again, and never twice in the same way.
 * @throws Error where there is no such actor
 */
export const playActor = async (address: string, onFault: (cause: unknown) => void): Promise<CameraFeed> => {
  const { worker, next } = await begin(address.slice(ACTOR.length));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIZE);
  const pen = canvas.getContext('2d');
  const began = performance.now() - Math.random() * LATEST_BEGINNING * 1000;
  let timer = 0;
  let isClosed = false;
  const draw = async (): Promise<void> => {
    const asked = performance.now();
    const { pixels } = await next((asked - began) / 1000);
    pen?.putImageData(new ImageData(pixels, SIZE.width, SIZE.height), 0, 0);
    if (isClosed) return;
    timer = window.setTimeout(() => void draw().catch(onFault), Math.max(0, GAP - (performance.now() - asked)));
  };
  await draw();
  return {
    element: canvas,
    ...SIZE,
    close() {
      isClosed = true;
      window.clearTimeout(timer);
      worker.terminate();
    },
  };
};
