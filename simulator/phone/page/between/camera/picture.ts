import type { CameraFeed } from './camera-feed';

/** A phone is held upright and its camera sees upright, three by four; of a laptop's picture the middle is taken. */
const UPRIGHT = 3 / 4;

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of the feed that the phone's camera sees. @param zoom 1 and more */
const seen = ({ width, height }: CameraFeed, { zoom, whole: all = false }: Shot): Area => {
  const whole = Math.min(width, Math.round(height * (width > height && !all ? UPRIGHT : width / height)));
  const size = { width: Math.round(whole / zoom), height: Math.round(height / zoom) };
  return { x: Math.floor((width - size.width) / 2), y: Math.floor((height - size.height) / 2), ...size };
};

export interface Shot {
  zoom: number;
  /** Left and right are exchanged, as in a mirror. */
  mirrored: boolean;
  /** The whole of what the machine's camera sees, not only what a phone held upright would. */
  whole?: boolean;
  /** Pixels; as many as the camera has unless said. */
  width?: number;
}

const canvasFor = (canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D => {
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('the browser has no canvas');
  return pen;
};

/** Draws what the camera sees now; the canvas takes its size. */
export const drawShot = (feed: CameraFeed, canvas: HTMLCanvasElement, shot: Shot): CanvasRenderingContext2D => {
  const area = seen(feed, shot);
  const width = shot.width ?? area.width;
  const pen = canvasFor(canvas, width, Math.round((width * area.height) / area.width));
  if (shot.mirrored) pen.setTransform(-1, 0, 0, 1, width, 0);
  pen.drawImage(feed.element, area.x, area.y, area.width, area.height, 0, 0, canvas.width, canvas.height);
  return pen;
};
