/** A face that moves, made from one photograph and its mesh: each triangle of it is drawn where the pose takes it. */
import { lips, oval, triangles } from './anatomy';
import { headOf, pointOf, posed, type Head, type Mesh, type Pose } from './head';
import { type Colour, type Picture } from './picture';
import { canvasOn, drawTriangle, movedAbout, type Corner } from './raster';

export interface Actor {
  readonly photograph: Picture;
  /** What a camera sees of the face in this pose, as large as the photograph. */
  shown(pose: Pose): Picture;
}

/** Hair and neck follow the face the less the farther they are from it: by distance from the centre. */
const rings = [
  { distance: 1.25, follows: 0.85 },
  { distance: 1.6, follows: 0.45 },
  { distance: 2.2, follows: 0 },
];

const BEHIND = 1e6;
const INSIDE_MOUTH: Colour = [44, 14, 16];
/** Less is a gap between teeth, not a hole. */
const MOUTH_IS_DARK = 0.05;

type Triangle = readonly [Corner, Corner, Corner];

const pairs = <T>(loop: readonly T[]): [T, T][] =>
  loop.map((item, index) => [item, loop[(index + 1) % loop.length] ?? item]);

const middleOf = (corners: readonly Corner[]): Corner => {
  const mean = (read: (corner: Corner) => number) => corners.reduce((sum, one) => sum + read(one), 0) / corners.length;
  return {
    x: mean(({ x }) => x),
    y: mean(({ y }) => y),
    z: mean(({ z }) => z),
    u: mean(({ u }) => u),
    v: mean(({ v }) => v),
  };
};

/** From the edge of the face outwards, ring by ring, to what does not move. */
const surroundings = ({ points, centre }: Head, now: Mesh): Triangle[] => {
  const edge = oval.map((index) => {
    const [u, v] = pointOf(points, index);
    const [x, y] = pointOf(now, index);
    return { x, y, u, v };
  });
  const ringAt = ({ distance, follows }: (typeof rings)[number]): Corner[] =>
    edge.map(({ x, y, u, v }) => {
      const [outU, outV] = [centre[0] + (u - centre[0]) * distance, centre[1] + (v - centre[1]) * distance];
      return { x: outU + (x - u) * follows, y: outV + (y - v) * follows, z: BEHIND, u: outU, v: outV };
    });
  const all = [{ distance: 1, follows: 1 }, ...rings].map(ringAt);
  return all.slice(1).flatMap((outer, index) => {
    const inner = pairs(all[index] ?? []);
    return pairs(outer).flatMap(([c, d], at): Triangle[] => {
      const [a, b] = inner[at] ?? [c, d];
      return [
        [a, b, c],
        [b, d, c],
      ];
    });
  });
};

/**
 * @param mesh of the photograph, in its pixels
 */
export const createActor = (photograph: Picture, mesh: Mesh): Actor => {
  const head = headOf(mesh);
  const { width, height } = photograph;

  const shown = (pose: Pose): Picture => {
    const { x: alongX = 0, y: alongY = 0, scale = 1, mouth = 0 } = pose;
    const now = posed(head, pose);
    const backdrop = movedAbout(photograph, alongX, alongY, scale);
    const canvas = canvasOn(backdrop);
    const placed = (corner: Corner): Corner => ({
      ...corner,
      x: (corner.x - width / 2) * scale + width / 2 + alongX,
      y: (corner.y - height / 2) * scale + height / 2 + alongY,
    });
    const draw = ([a, b, c]: Triangle, colour?: Colour) =>
      drawTriangle(canvas, photograph, [placed(a), placed(b), placed(c)], colour);
    const corner = (index: number): Corner => {
      const [x, y, z] = pointOf(now, index);
      const [u, v] = pointOf(head.points, index);
      return { x, y, z, u, v };
    };
    for (const triangle of surroundings(head, now).reverse()) draw(triangle);
    for (const [a, b, c] of triangles) draw([corner(a), corner(b), corner(c)]);
    const opening = lips.opening.map(corner);
    const middle = middleOf(opening);
    for (const [a, b] of pairs(opening)) draw([a, b, middle], mouth > MOUTH_IS_DARK ? INSIDE_MOUTH : undefined);
    return backdrop;
  };

  return { photograph, shown };
};
