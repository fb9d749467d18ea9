import type { Scene } from '../../../simulator/actor/script';
import { renderFilm } from './film';
import { actorOf, type Person } from './tries';

/** Different pictures a second: more than are looked at (`camera-time.ts`); drawing one takes longer than anything else. */
const PICTURES = 5;

/** @returns a film for the camera, which plays it again and again */
export const cameraFilm = (face: Person, scenes: readonly Scene[]): Buffer =>
  renderFilm(actorOf(face), { scenes, pictures: PICTURES, quality: 80 });
