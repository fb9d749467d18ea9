/**
 * The folder `face-engine/` that a function carries which looks at faces: the engine in one file, its WebAssembly and
 * its four models. Apart from the function's own file, which would start more slowly with it inside.
 */
const fs = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');

const root = path.resolve(__dirname, '..');
const packages = path.join(root, 'node_modules');
const MODELS = ['blazeface', 'facemesh', 'iris', 'faceres'].flatMap((model) => [`${model}.json`, `${model}.bin`]);

const copies = [
  ['@vladmandic/human/models', 'models', MODELS],
  ['@cornerstonejs/codec-libjpeg-turbo-8bit/dist', 'wasm', ['libjpegturbowasm_decode.wasm']],
  ['@tensorflow/tfjs-backend-wasm/wasm-out', 'wasm', ['tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm']],
];

/** @param target the folder to make */
const buildFaceEngine = async (target) => {
  await esbuild.build({
    entryPoints: { engine: path.join(root, 'cloudfunctions/adapters/face/engine/index.ts') },
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    target: 'node16',
    minify: true,
    logLevel: 'error',
  });
  for (const [folder, to, files] of copies) {
    await fs.mkdir(path.join(target, to), { recursive: true });
    for (const file of files) await fs.copyFile(path.join(packages, folder, file), path.join(target, to, file));
  }
};

module.exports = { buildFaceEngine };
