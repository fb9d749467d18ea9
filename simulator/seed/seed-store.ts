import type { LocalCloud } from '../cloud/server';
import type { SeedBatch } from './batch';

/** Few enough for one request, and for one minute of work. */
const batchSize = 50;
const batchSeconds = 60;

const outdated =
  'These data were set up by an earlier version of the demonstration: remove the data directory (.data) to begin anew, or choose another: npm start -- --data DIRECTORY';

const inBatches = ({ collection, documents }: SeedBatch): SeedBatch[] =>
  Array.from({ length: Math.ceil(documents.length / batchSize) }, (_, index) => ({
    collection,
    documents: documents.slice(index * batchSize, (index + 1) * batchSize),
  }));

/**
 * Fills an empty store, once. A seeding that was cut off is done again: the seeder writes over what is there.
 * @param seeder the built `cloudfunctions/seed`
 * @returns whether anything was written
 * @throws where an earlier version has filled it: recipients would lack what this one needs
 */
export async function seedStore(cloud: LocalCloud, seeder: string, seed: readonly SeedBatch[]): Promise<boolean> {
  const { store } = cloud;
  if (store.seedState === 'outdated') throw new Error(outdated);
  if (store.seedState === 'done' || (store.seedState === 'none' && !store.isEmpty())) return false;
  store.seedState = 'begun';
  await cloud.runOnce(seeder, seed.flatMap(inBatches), batchSeconds);
  store.seedState = 'done';
  return true;
}
