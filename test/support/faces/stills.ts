import fs from 'node:fs';
import path from 'node:path';
import type { FaceAction, Still } from '../../../miniprogram/shared/contract/identity';
import type { Mesh } from '../../../simulator/actor/head';
import { fromJpeg, grainy, toStill } from './picture';
import { actedBy, swaying } from '../../../simulator/actor/script';
import { onStage } from '../../../simulator/actor/stage';

/** Those who stand before the camera (`test/fixtures/faces`). */
export type Face = 'collins' | 'hopper';

/** A still before it is uploaded. */
export interface FilmedStill extends Omit<Still, 'fileId'> {
  readonly bytes: Buffer;
}

const SIZE = { width: 480, height: 640 };
const GRAIN = 5;
const BETWEEN = 1500;

const faces = path.resolve(__dirname, '../../fixtures/faces');
const read = (file: string): Buffer => fs.readFileSync(path.join(faces, file));

/** The same face again is drawn on the same stage. */
const stages = new Map<Face, ReturnType<typeof onStage>>();
export const stageOf = (face: Face) => {
  const known = stages.get(face);
  if (known) return known;
  const mesh = JSON.parse(read(`${face}.mesh.json`).toString()) as Mesh;
  const stage = onStage(fromJpeg(read(`${face}.jpg`)), mesh, SIZE);
  stages.set(face, stage);
  return stage;
};

/**
 * What a phone sends of somebody who does what is asked: the face at rest before, between and after the actions.
 * @param moment another one for each try: nobody looks twice the same
 */
export function stillsOf(face: Face, actions: readonly FaceAction[], moment: number): FilmedStill[] {
  const shows = ['neutral' as const, ...actions.flatMap((action) => [action, 'neutral' as const])];
  return shows.map((act, index) => {
    const second = moment * 7.3 + (index * BETWEEN) / 1000;
    const picture = stageOf(face).shown(swaying(actedBy(act), second, SIZE.width));
    return {
      bytes: toStill(grainy(picture, GRAIN, moment * 100 + index + 1)),
      shows: act,
      at: 1_000_000 + index * BETWEEN,
    };
  });
}
