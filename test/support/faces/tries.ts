import fs from 'node:fs';
import path from 'node:path';
import type { FaceExamination } from '../../../cloudfunctions/core/ports/face-verifier';
import type { FaceAction, Still } from '../../../miniprogram/shared/contract/identity';
import type { Actor } from '../../../simulator/actor/actor';
import type { Mesh } from '../../../simulator/actor/head';
import { fromJpeg, grainy, toStill, type Picture } from './picture';
import { actedBy, swaying } from '../../../simulator/actor/script';
import { onStage, type Size } from '../../../simulator/actor/stage';

const FACES = path.resolve(__dirname, '../../fixtures/faces');

export type Person = 'collins' | 'hopper';

/** The photograph as it is on record. */
export const portraitOf = (person: Person): Buffer => fs.readFileSync(path.join(FACES, `${person}.jpg`));

export const meshOf = (person: Person): Mesh =>
  JSON.parse(fs.readFileSync(path.join(FACES, `${person}.mesh.json`), 'utf8')) as Mesh;

/** What the stills of the tests measure; a phone sends up to 640. */
export const SMALL: Size = { width: 360, height: 480 };

export const actorOf = (person: Person, size = SMALL): Actor =>
  onStage(fromJpeg(portraitOf(person)), meshOf(person), size);

export type Shows = Still['shows'];
export type TakenStill = FaceExamination['stills'][number];

/** The strength of a sensor's noise. */
const GRAIN = 5;
const SECONDS_BETWEEN = 2.3;

/** What a phone keeps of a try: at rest, the first action, at rest, the second, at rest. */
export const orderOf = (actions: readonly FaceAction[]): Shows[] => [
  'neutral',
  ...actions.flatMap((action): Shows[] => [action, 'neutral']),
];

/**
 * Takes the stills of a try.
 * @param pictureOf what the camera sees for an act, at a second
 * @param begins second at which the try begins
 */
export const taken = (
  order: readonly Shows[],
  pictureOf: (shows: Shows, second: number, index: number) => Picture,
  begins = 0,
): TakenStill[] =>
  order.map((shows, index) => {
    const second = begins + index * SECONDS_BETWEEN;
    const picture = grainy(pictureOf(shows, second, index), GRAIN, Math.round(second * 1000));
    return { shows, at: 50_000 + index * SECONDS_BETWEEN * 1000, bytes: toStill(picture) };
  });

/** An actor before the camera, never quite still. */
export const acting =
  (actor: Actor) =>
  (shows: Shows, second: number): Picture =>
    actor.shown(swaying(actedBy(shows), second, actor.photograph.width));
