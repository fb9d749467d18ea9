/** A running camera: what it sees is on `element`, which can be shown and drawn from. */
export interface CameraFeed {
  readonly element: HTMLVideoElement | HTMLCanvasElement;
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
  close(): void;
}
