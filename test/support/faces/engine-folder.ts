import { makeScratch, type Scratch } from '../scratch';

interface EngineBuild {
  buildFaceEngine(target: string): Promise<void>;
}

/** Builds `face-engine/` as the functions get it, into a folder that the test removes. */
export const buildEngineFolder = async (): Promise<Scratch> => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build speaks CommonJS
  const { buildFaceEngine } = require('../../../.config/face-engine.js') as EngineBuild;
  const scratch = makeScratch('face-engine');
  await buildFaceEngine(scratch.folder);
  return scratch;
};
