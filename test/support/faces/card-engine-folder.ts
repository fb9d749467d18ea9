import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

interface CardEngineBuild {
  buildIdCardEngine(target: string): Promise<void>;
}

/** Builds `id-card-engine/` as the function gets it, far from the packages, and gives the folder that it lies in. */
export const buildCardEngineFolder = async (): Promise<{ folder: string; remove: () => void }> => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build speaks CommonJS
  const { buildIdCardEngine } = require('../../../.config/id-card-engine.js') as CardEngineBuild;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'id-card-engine-'));
  await buildIdCardEngine(path.join(folder, 'id-card-engine'));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true }) };
};
