/** What the page and the worker that plays a face tell each other. */
import type { Mesh } from '../../../../actor/head';
import type { Picture } from '../../../../actor/picture';

export type ActorOrder =
  | { kind: 'begin'; photograph: Picture; mesh: Mesh; size: { width: number; height: number } }
  /** @param at seconds since the film began */
  | { kind: 'show'; at: number };

export interface ActorFrame {
  /** Red, green, blue, alpha, row by row. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}
