import type { LocalCloud } from '../cloud/server';
import type { SeedBatch } from './demo';

/** Few enough for one request, and for one minute of work. */
const batchSize = 50;
const batchSeconds = 60;

const inBatches = ({ collection, documents }: SeedBatch): SeedBatch[] =>
  Array.from({ length: Math.ceil(documents.length / batchSize) }, (_, index) => ({
    collection,
    documents: documents.slice(index * batchSize, (index + 1) * batchSize),
  }));

/**
 * Fills an empty store, once. A seeding that was cut off is done again: the seeder writes over what is there.
 * @param seeder the built `cloudfunctions/seed`
 * @returns whether anything was written
 */
export async function sow(cloud: LocalCloud, seeder: string, seed: readonly SeedBatch[]): Promise<boolean> {
  const { store } = cloud;
  if (store.seedState === 'done' || (store.seedState === 'none' && !store.isEmpty())) return false;
  store.seedState = 'begun';
  await cloud.runOnce(seeder, seed.flatMap(inBatches), batchSeconds);
  store.seedState = 'done';
  return true;
}
