import { DatabaseBusy } from '../../ports/database';

/** More than the tries that any rule grants on one document, so that only a stream of changes from outside gets here. */
const MOST_ATTEMPTS = 40;

/**
 * Repeats a read and compare-and-set until nobody comes in between.
 * @param attempt undefined where somebody was faster
 * @throws DatabaseBusy when somebody was faster every time.
 */
export async function retryOnConflict<T extends object>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tried = 0; tried < MOST_ATTEMPTS; tried++) {
    const settled = await attempt();
    if (settled !== undefined) return settled;
  }
  throw new DatabaseBusy('A compare-and-set came too late every time.');
}
