/**
 * The 106 points of a face that VisionKit hands out, taken from the mesh that the simulator finds.
 *
 * WeChat shows its order in a picture only. It is the order that face SDKs in China share since SenseTime's: 0 to 32 the
 * contour, 33 to 51 brows and nose, 52 to 77 eyes, 78 to 83 the nose's sides, 84 to 103 the mouth, 104 and 105 the pupils;
 * a published use of the interface takes 74 and 77 as the eyes' centres, which agrees. Left and right are those of the
 * picture: point 0 lies at its left edge.
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/visionkit/face.html
 *
 * The numbers below are those of the MediaPipe mesh: 468 points, and with the irises 478. Human puts the
 * iris of the picture's right eye first.
 * @see https://github.com/google-ai-edge/mediapipe/blob/master/mediapipe/modules/face_geometry/data/canonical_face_model_uv_visualization.png
 */

export interface Point {
  /** 0 at the left edge to 1 at the right. */
  x: number;
  /** 0 at the upper edge to 1 at the lower. */
  y: number;
}

export const POINTS = 106;

/** From the left edge of the picture down to the chin, and up on the right. */
const CONTOUR_DOWN = [234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152];
const CONTOUR_UP = [152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454];

/** The mesh has fewer points on the contour than the order: those between are put between. */
const contour: readonly [from: number, to: number, part: number][] = [CONTOUR_DOWN, CONTOUR_UP].flatMap((path, half) =>
  Array.from({ length: half === 0 ? 16 : 17 }, (_, step): [number, number, number] => {
    const at = (step * (path.length - 1)) / 16;
    const before = Math.min(Math.floor(at), path.length - 2);
    return [path[before] ?? 0, path[before + 1] ?? 0, at - before];
  }),
);

/** Points 33 to 105, each one point of the mesh. */
const INNER = [
  ...[70, 63, 105, 66, 107], // 33: upper edge of the left brow
  ...[336, 296, 334, 293, 300], // 38: upper edge of the right brow
  ...[168, 197, 5, 1], // 43: bridge of the nose to its tip
  ...[98, 97, 2, 326, 327], // 47: lower edge of the nose
  ...[33, 160, 158, 133, 153, 144], // 52: left eye, from the outer corner over the upper lid
  ...[362, 385, 387, 263, 373, 380], // 58: right eye, from the inner corner over the upper lid
  ...[53, 52, 65, 55], // 64: lower edge of the left brow
  ...[285, 295, 282, 283], // 68: lower edge of the right brow
  ...[159, 145, 473], // 72: left eye: upper lid, lower lid, centre
  ...[386, 374, 468], // 75: right eye
  ...[193, 417, 198, 420, 129, 358], // 78: sides of the nose, left and right, downwards
  ...[61, 40, 37, 0, 267, 269, 291, 321, 314, 17, 84, 91], // 84: outer edge of the lips, over the upper lip
  ...[78, 81, 13, 311, 308, 402, 14, 178], // 96: inner edge of the lips
  ...[473, 468], // 104: pupils
];

/** The corners between which a pupil lies, for a mesh without irises. */
const CORNERS: Readonly<Record<number, readonly [number, number]>> = { 468: [362, 263], 473: [33, 133] };

const between = (a: Point, b: Point, part: number): Point => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
});

/** @throws RangeError where the mesh lacks a point */
export const pointsOf = (mesh: readonly Point[]): Point[] => {
  const at = (index: number): Point => {
    const point = mesh[index];
    if (point) return { x: point.x, y: point.y };
    const corners = CORNERS[index];
    if (!corners) throw new RangeError(`the mesh has no point ${index}`);
    return between(at(corners[0]), at(corners[1]), 0.5);
  };
  return [...contour.map(([from, to, part]) => between(at(from), at(to), part)), ...INNER.map(at)];
};
