import type { FacePose, Point } from '../../miniprogram/liveness/face-pose';

/** A frame of a phone held upright, in pixels. */
export const FRAME = { width: 360, height: 480 };

interface Shape {
  /** Height of both eyes, and of the opening of the mouth, in pixels; eyes are 30 wide and the mouth 50. */
  eye?: number;
  mouth?: number;
  /** Pixels from the middle of the face to the tip of the nose, to the right of the picture. */
  nose?: number;
  /** Middle of the face, and its width, in pixels. */
  x?: number;
  y?: number;
  width?: number;
}

const EYE = 30;
const MOUTH = 50;

/** WeChat's 106 points, of which the guide looks at twenty; the rest lie in the middle of the face. */
export const pointsOf = ({ eye = 9, mouth = 2, nose = 0, x = 180, y = 240, width = 150 }: Shape = {}): Point[] => {
  const eyeAt = (middle: number): [number, number][] => [
    [middle - EYE / 2, y - 30],
    [middle - 5, y - 30 - eye / 2],
    [middle + 5, y - 30 - eye / 2],
    [middle + EYE / 2, y - 30],
    [middle + 5, y - 30 + eye / 2],
    [middle - 5, y - 30 + eye / 2],
  ];
  const [corner, high, high2, inner, low, low2] = eyeAt(x - 35);
  const [corner2, high3, high4, inner2, low3, low4] = eyeAt(x + 35);
  const places: Record<number, [number, number] | undefined> = {
    0: [x - width / 2, y],
    32: [x + width / 2, y],
    46: [x + nose, y + 10],
    52: corner,
    53: high,
    54: high2,
    55: inner,
    56: low,
    57: low2, // prettier-ignore
    58: corner2,
    59: high3,
    60: high4,
    61: inner2,
    62: low3,
    63: low4, // prettier-ignore
    96: [x - MOUTH / 2, y + 60],
    98: [x, y + 60 - mouth / 2],
    100: [x + MOUTH / 2, y + 60],
    102: [x, y + 60 + mouth / 2],
  };
  return Array.from({ length: 106 }, (_, place) => {
    const [across, down] = places[place] ?? [x, y];
    return { x: across / FRAME.width, y: down / FRAME.height };
  });
};

/** A face at rest in the middle of the frame, but for what is said. */
export const view = (changed: Partial<FacePose> = {}): FacePose => ({
  eyes: [0.3, 0.3],
  mouth: 0.04,
  turn: 0,
  centre: { x: 0.5, y: 0.5 },
  width: 0.42,
  ...changed,
});
