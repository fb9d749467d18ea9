import type { Actor } from '../../../simulator/actor/actor';
import { everyAct, poseAt, secondsOf, type Scene } from '../../../simulator/actor/script';
import { grainy, toJpeg, type Picture } from './picture';

/** Frames a second at which Chromium plays a film as its camera. */
const PLAYED = 30;
/** The largest change of a colour by the noise of a sensor. */
const GRAIN = 5;

export interface FilmOptions {
  readonly scenes?: readonly Scene[];
  /** The scenes are played so often; no two rounds are the same. */
  readonly rounds?: number;
  /** Different pictures a second: each is shown until the next one. A divisor of 30. */
  readonly pictures?: number;
  /** 1 to 100. */
  readonly quality?: number;
  /** Where in the sway it begins, in seconds: films of other beginnings are films of other moments. */
  readonly begins?: number;
}

/**
 * Frames as JPEGs one after the other, which Chromium takes for a camera.
 * @param pictureAt what the camera sees at a second of the film
 */
export const filmOf = (
  pictureAt: (second: number) => Picture,
  seconds: number,
  { pictures = 6, quality = 82, begins = 0 }: FilmOptions = {},
): Buffer => {
  const frames = Array.from({ length: Math.round(seconds * pictures) }, (_, index) => {
    const second = index / pictures;
    const picture = grainy(pictureAt(second), GRAIN, Math.round((begins + second) * 1000) + 1);
    return toJpeg(picture, quality);
  });
  const held = PLAYED / pictures;
  return Buffer.concat(frames.flatMap((frame) => Array.from({ length: held }, () => frame)));
};

/** A film of an actor who does what the scenes say. */
export const renderFilm = (actor: Actor, options: FilmOptions = {}): Buffer => {
  const { scenes = everyAct, rounds = 1, begins = 0 } = options;
  const { width } = actor.photograph;
  const played = Array.from({ length: rounds }, () => scenes).flat();
  return filmOf((second) => actor.shown(poseAt(played, second, width, begins)), secondsOf(played), options);
};
