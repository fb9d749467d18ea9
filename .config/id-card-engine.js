/**
 * The folder `id-card-engine/` that a function carries which reads identity cards: the library, the script of the thread that
 * recognises, its WebAssembly and what it knows of digits. Apart from the function's own file: a thread is a file.
 */
const fs = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');

const root = path.resolve(__dirname, '..');
const packages = path.join(root, 'node_modules');
/**
 * One of six, which every machine of the cloud runs, so that a card is read alike on all of them. Asked for the new
 * recogniser alone, the thread asks for a core with the older one as well (tesseract.js 7.0.0, `getCore`): the names of
 * the other five lead to this one.
 */
const CORE = 'tesseract-core-simd-lstm';
const OTHERS = ['', '-simd', '-relaxedsimd', '-lstm', '-relaxedsimd-lstm'].map((variant) => `tesseract-core${variant}`);

/** @param target the folder to make */
const buildIdCardEngine = async (target) => {
  await esbuild.build({
    entryPoints: {
      tesseract: path.join(packages, 'tesseract.js/src/index.js'),
      worker: path.join(packages, 'tesseract.js/src/worker-script/node/index.js'),
    },
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    alias: Object.fromEntries(OTHERS.map((core) => [`tesseract.js-core/${core}`, `tesseract.js-core/${CORE}`])),
    minify: true,
    logLevel: 'error',
  });
  await fs.copyFile(path.join(packages, 'tesseract.js-core', `${CORE}.wasm`), path.join(target, `${CORE}.wasm`));
  const language = path.join(packages, '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz');
  await fs.copyFile(language, path.join(target, 'eng.traineddata.gz'));
};

module.exports = { buildIdCardEngine };
