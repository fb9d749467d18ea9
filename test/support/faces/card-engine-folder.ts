import path from 'node:path';
import { makeScratch, type Scratch } from '../scratch';

interface CardEngineBuild {
  buildIdCardEngine(target: string): Promise<void>;
}

/** Builds `id-card-engine/` as the function gets it, far from the packages, and gives the folder that it lies in. */
export const buildCardEngineFolder = async (): Promise<Scratch> => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build speaks CommonJS
  const { buildIdCardEngine } = require('../../../.config/id-card-engine.js') as CardEngineBuild;
  const scratch = makeScratch('id-card-engine');
  await buildIdCardEngine(path.join(scratch.folder, 'id-card-engine'));
  return scratch;
};
