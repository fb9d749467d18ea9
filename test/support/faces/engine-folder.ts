import path from 'node:path';

/** `face-engine/` as the functions get it, built before the tests. */
export const ENGINE_FOLDER = path.resolve(__dirname, '../../../dist/cloudfunctions/certification/face-engine');
