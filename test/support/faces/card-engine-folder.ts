import fs from 'node:fs';
import path from 'node:path';
import { makeScratch, type Scratch } from '../scratch';

const BUILT = path.resolve(__dirname, '../../../dist/cloudfunctions/certification/id-card-engine');

/** A copy of `id-card-engine/` as the function gets it, far from the packages, in the folder that it gives. */
export const copyCardEngine = (): Scratch => {
  const scratch = makeScratch('id-card-engine');
  fs.cpSync(BUILT, path.join(scratch.folder, 'id-card-engine'), { recursive: true });
  return scratch;
};
