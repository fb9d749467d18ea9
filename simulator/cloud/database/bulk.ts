import { CloudError } from '../errors';

/** Asked before each document of a call that touches several: whether it goes on. */
export type GoesOn = (done: number, all: number) => boolean;

export const cutOff = (): CloudError => new CloudError('DATABASE_TIMEOUT', 'The database request timed out.');

/** The platform ends what takes longer and keeps what is done until then. It names no number; ours is a guess. */
const bulkMilliseconds = 5000;

export function withinTime(): GoesOn {
  const end = performance.now() + bulkMilliseconds;
  return () => performance.now() < end;
}

/** Half of them, rounded down. */
export const halfOnly: GoesOn = (done, all) => done < Math.floor(all / 2);
