/** Draws a face that moves, picture by picture, in a thread of its own. Served as `actor-worker.js`. */
import type { Actor } from '../../../../actor/actor';
import { grainy } from '../../../../actor/picture';
import { everyAct, poseAt } from '../../../../actor/script';
import { onStage } from '../../../../actor/stage';
import type { ActorFrame, ActorOrder } from './actor-messages';

/** The browser's own types for a worker clash with those for a page. */
interface WorkerScope {
  postMessage(message: ActorFrame, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ActorOrder>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
/** The largest change of a value by the noise of a camera's sensor: no two pictures are the same. */
const GRAIN = 3;

let actor: Actor | undefined;
let pictures = 0;

const pixelsOf = (rgb: Uint8Array): Uint8ClampedArray<ArrayBuffer> => {
  const pixels = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) pixels.set(rgb.subarray(from, from + 3), to);
  return pixels;
};

const show = (player: Actor, at: number): void => {
  const { photograph } = player;
  const picture = grainy(player.shown(poseAt(everyAct, at, photograph.width)), GRAIN, ++pictures);
  const pixels = pixelsOf(picture.rgb);
  scope.postMessage({ pixels }, [pixels.buffer]);
};

scope.onmessage = ({ data }) => {
  if (data.kind === 'begin') actor = onStage(data.photograph, data.mesh, data.size);
  else if (actor) show(actor, data.at);
};
