/** What the page and the worker that looks for faces tell each other. */
export interface DetectRequest {
  request: number;
  /** Red, green, blue, alpha, row by row. */
  pixels: ArrayBuffer;
  width: number;
  height: number;
  /** The pictures are those of a film: what was seen a moment ago helps. */
  isFilm: boolean;
}

export interface FoundFace {
  /** Places in the picture, 0 to 1: x and y in turn, of the 478 points of the mesh. */
  mesh: Float32Array;
  /** 0 to 1. */
  score: number;
  /** Radians. */
  angle: { pitch: number; yaw: number; roll: number };
}

export type WorkerMessage =
  { kind: 'ready' } | { kind: 'failed'; message: string } | { kind: 'found'; request: number; faces: FoundFace[] };
