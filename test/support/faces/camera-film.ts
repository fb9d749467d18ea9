import type { Scene } from '../../../simulator/actor/script';
import { renderFilm } from './film';
import { stageOf, type Face } from './stills';

/** Different pictures a second: detectors are slower, and drawing one takes longer than anything else. */
const PICTURES = 10;

/** @returns a film for the camera, which plays it again and again */
export const cameraFilm = (face: Face, scenes: readonly Scene[]): Buffer =>
  renderFilm(stageOf(face), { scenes, pictures: PICTURES, quality: 80 });
