import type { FaceReason } from '../../../../miniprogram/shared/contract/identity';
import { pictureReasons } from '../../../../miniprogram/shared/contract/identity';
import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import type { Recipient } from '../documents/roster';

/** On one CST calendar day, for one recipient, on all phones together. */
export const MOST_FAILED_FACES = 5;

/**
 * Bad light, a trembling hand: such a try does not count. Whoever sits in the dark shall not have to wait until tomorrow.
 */
const ofThePicture: readonly FaceReason[] = pictureReasons;

/** Whether a refused face counts as failed. One reason beyond the picture is enough: a dark still buys no further try. */
export const isFailure = (reasons: readonly FaceReason[]): boolean =>
  reasons.some((reason) => !ofThePicture.includes(reason));

/** Faces that may still fail on that day, 0 to 5. */
export const triesLeftOn = ({ failedFaces }: Pick<Recipient, 'failedFaces'>, today: ChinaDay): number =>
  Math.max(0, MOST_FAILED_FACES - (failedFaces?.day === today ? failedFaces.count : 0));

/** @rule D5 */
export const countFailure = <T extends Pick<Recipient, 'failedFaces'>>(of: T, today: ChinaDay): T => ({
  ...of,
  failedFaces: { day: today, count: MOST_FAILED_FACES - triesLeftOn(of, today) + 1 },
});
