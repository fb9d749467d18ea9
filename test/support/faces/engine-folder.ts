import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

interface EngineBuild {
  buildFaceEngine(target: string): Promise<void>;
}

/** Builds `face-engine/` as the functions get it, into a folder that the test removes. */
export const buildEngineFolder = async (): Promise<{ folder: string; remove: () => void }> => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build speaks CommonJS
  const { buildFaceEngine } = require('../../../.config/face-engine.js') as EngineBuild;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'face-engine-'));
  await buildFaceEngine(folder);
  return { folder, remove: () => fs.rmSync(folder, { recursive: true }) };
};
