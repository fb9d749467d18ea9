import { createActor, type Actor } from './actor';
import { CHIN, FOREHEAD, LEFT_EDGE, RIGHT_EDGE } from './anatomy';
import { pointOf, type Mesh } from './head';
import { framed, type Picture } from './picture';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a photograph: its left upper corner and its width; the height follows from what it is shown in. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** As one holds a phone: the face, without its ears, fills so much of the width. */
const FILLS = 0.5;
/** And its middle stands a little above the picture's. */
const MIDDLE = 0.46;

/** The part of a photograph that a phone would frame. */
export const portraitOf = (mesh: Mesh, { width, height }: Size): Part => {
  const [right, left] = [pointOf(mesh, RIGHT_EDGE), pointOf(mesh, LEFT_EDGE)];
  const [top, chin] = [pointOf(mesh, FOREHEAD), pointOf(mesh, CHIN)];
  const part = Math.hypot(left[0] - right[0], left[1] - right[1]) / FILLS;
  return {
    width: part,
    left: (right[0] + left[0]) / 2 - part / 2,
    top: (top[1] + chin[1]) / 2 - ((part * height) / width) * MIDDLE,
  };
};

/** The mesh of a part of a photograph, in the pixels in which it is shown. */
const meshIn = (mesh: Mesh, { left, top, width }: Part, size: Size): Mesh => {
  const scale = size.width / width;
  return mesh.map(([x, y, z]) => [(x - left) * scale, (y - top) * scale, z * scale]);
};

/** An actor before a phone's camera. */
export const onStage = (photograph: Picture, mesh: Mesh, size: Size, part = portraitOf(mesh, size)): Actor =>
  createActor(framed(photograph, part, size), meshIn(mesh, part, size));
