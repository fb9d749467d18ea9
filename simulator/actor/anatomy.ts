/**
 * Where the parts of a face are in the MediaPipe mesh of 468 points. Right and left are the person's own.
 * @see https://github.com/google-ai-edge/mediapipe/blob/master/mediapipe/modules/face_geometry/data/canonical_face_model_uv_visualization.png
 */
import corners from './face-triangles.json';

export const MESH_POINTS = 468;

/** Three points each. */
export const triangles: readonly (readonly [number, number, number])[] = Array.from(
  { length: corners.length / 3 },
  (_, index) => [corners[index * 3] ?? 0, corners[index * 3 + 1] ?? 0, corners[index * 3 + 2] ?? 0],
);

/** Once round the face, from the forehead over the person's left. */
export const oval = [
  ...[10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377],
  ...[152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109],
];

export const FOREHEAD = 10;
export const CHIN = 152;
/** The edges of the face before the ears. */
export const RIGHT_EDGE = 234;
export const LEFT_EDGE = 454;
export const RIGHT_MOUTH_CORNER = 61;
export const LEFT_MOUTH_CORNER = 291;

export interface Eye {
  /** The edges of the lids, point by point opposite each other. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** The upper lid's skin above its edge, and the fold above that. */
  readonly lid: readonly number[];
  readonly fold: readonly number[];
}

export const rightEye: Eye = {
  upper: [246, 161, 160, 159, 158, 157, 173],
  lower: [7, 163, 144, 145, 153, 154, 155],
  lid: [247, 30, 29, 27, 28, 56, 190],
  fold: [113, 225, 224, 223, 222, 221, 189],
};
export const leftEye: Eye = {
  upper: [466, 388, 387, 386, 385, 384, 398],
  lower: [249, 390, 373, 374, 380, 381, 382],
  lid: [467, 260, 259, 257, 258, 286, 414],
  fold: [342, 445, 444, 443, 442, 441, 413],
};

export const lips = {
  /** All of the upper lip that moves with its edge. */
  upper: [191, 80, 81, 82, 13, 312, 311, 310, 415, 0, 267, 37, 39, 269, 72, 302, 11],
  /** Stays where it is while the jaw falls. */
  still: [191, 80, 81, 82, 13, 312, 311, 310, 415, 61, 291, 78, 308],
  lower: [
    ...[95, 88, 178, 87, 14, 317, 402, 318, 324, 146, 91, 181, 84, 17, 314, 405, 321, 375],
    ...[77, 90, 180, 85, 16, 315, 404, 320, 307, 76, 306],
  ],
  /** Once round the opening. */
  opening: [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95],
};
