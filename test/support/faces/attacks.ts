/** What somebody holds before the camera, or does to its picture, who is not the person. */
import { copyColour, exposed, type Picture } from './picture';

const { asin, cos, max, min, sin } = Math;

/** How a printed photograph is held. All zero, or absent, is straight before the camera. */
export interface Held {
  /** Radians about the upright axis, and about the level one. */
  readonly yaw?: number;
  readonly pitch?: number;
  /** Pixels of the radius of the tube that the paper is bent to; absent is flat. */
  readonly bend?: number;
  /** What it is magnified by. */
  readonly scale?: number;
  readonly x?: number;
  readonly y?: number;
}

/** How far away the paper is, in widths of the picture: as near as a hand holds it. */
const DISTANCE = 1.9;
const WALL = 90;

/** A photograph on paper before a wall, as a camera sees it that is held by a hand. */
export const heldPhotograph = (
  photograph: Picture,
  { yaw = 0, pitch = 0, bend, scale = 0.9, x: alongX = 0, y: alongY = 0 }: Held,
): Picture => {
  const { width, height } = photograph;
  const far = width * DISTANCE;
  const rgb = new Uint8Array(width * height * 3).fill(WALL);
  const across = [cos(yaw), 0, -sin(yaw)] as const;
  const down = [sin(yaw) * sin(pitch), cos(pitch), cos(yaw) * sin(pitch)] as const;
  const normal = [sin(yaw) * cos(pitch), -sin(pitch), cos(yaw) * cos(pitch)] as const;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const ray = [(x - width / 2 - alongX) / scale / far, (y - height / 2 - alongY) / scale / far, 1] as const;
      const away = (normal[2] * far) / (normal[0] * ray[0] + normal[1] * ray[1] + normal[2]);
      const [fromX, fromY, fromZ] = [ray[0] * away, ray[1] * away, away - far];
      const along = fromX * across[0] + fromZ * across[2];
      const u = (bend ? asin(max(-1, min(1, along / bend))) * bend : along) + width / 2;
      const v = fromX * down[0] + fromY * down[1] + fromZ * down[2] + height / 2;
      if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) continue;
      copyColour(photograph, u, v, rgb, (y * width + x) * 3);
    }
  return { width, height, rgb };
};

/** A room without a lamp. */
export const inTheDark = (picture: Picture): Picture => exposed(picture, 0.12);
