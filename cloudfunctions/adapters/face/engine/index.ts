/**
 * The networks of `@vladmandic/human` 3.3.6 on TensorFlow.js and WebAssembly. Built as `face-engine/engine.js`, apart
 * from the functions, which load it on first use.
 *
 * Human's own pipeline is not used: it keeps faces from one picture to the next, rounds the mesh to whole pixels, which
 * is a fifth of an elderly eye, and takes twice the time of its networks.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  ANCHORS,
  ANCHOR_NUMBERS,
  DESCRIPTION_SIDE,
  DETECTOR_SIDE,
  EYE_POINTS,
  EYE_SIDE,
  MESH_SIDE,
  type FaceEngine,
} from './engine';
import { loadDecoder } from './jpeg';

interface ModelFile {
  modelTopology: object;
  weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
}

/** Read by hand: the library would fetch, and the cloud's Node has no `fetch`. */
const modelFrom = async (folder: string, name: string): Promise<GraphModel> => {
  const { modelTopology, weightsManifest } = JSON.parse(
    await readFile(path.join(folder, 'models', `${name}.json`), 'utf8'),
  ) as ModelFile;
  const bytes = await readFile(path.join(folder, 'models', `${name}.bin`));
  const weightData = new Uint8Array(bytes).buffer;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  return loadGraphModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
};

const run = async (
  model: GraphModel,
  pixels: Float32Array,
  side: number,
  names?: string[],
): Promise<Float32Array[]> => {
  const input = tf.tensor4d(pixels, [pixels.length / (side * side * 3), side, side, 3]);
  const output = model.execute(input, names);
  const tensors = Array.isArray(output) ? output : [output];
  try {
    return await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  } finally {
    tf.dispose([input, ...tensors]);
  }
};

const ofLength = (outputs: readonly Float32Array[], length: number): Float32Array => {
  const found = outputs.find((output) => output.length === length);
  if (!found) throw new Error(`the network has no output of ${length} numbers`);
  return found;
};

/** The network answers logits and boxes apart, of a fine and of a coarse grid. */
const inRows = (outputs: readonly Float32Array[]): Float32Array => {
  const rows = new Float32Array(ANCHORS * ANCHOR_NUMBERS);
  let row = 0;
  for (const anchors of [512, 384]) {
    const logits = ofLength(outputs, anchors);
    const boxes = ofLength(outputs, anchors * (ANCHOR_NUMBERS - 1));
    for (let i = 0; i < anchors; i++, row++) {
      rows[row * ANCHOR_NUMBERS] = logits[i] ?? 0;
      rows.set(boxes.subarray(i * (ANCHOR_NUMBERS - 1), (i + 1) * (ANCHOR_NUMBERS - 1)), row * ANCHOR_NUMBERS + 1);
    }
  }
  return rows;
};

export const load = async (folder: string): Promise<FaceEngine> => {
  setWasmPaths(`${path.join(folder, 'wasm')}${path.sep}`);
  if (!(await tf.setBackend('wasm'))) throw new Error('WebAssembly does not start');
  await tf.ready();
  const [detector, mesher, iris, describer] = await Promise.all(
    ['blazeface', 'facemesh', 'iris', 'faceres'].map((name) => modelFrom(folder, name)),
  );
  if (!detector || !mesher || !iris || !describer) throw new Error('a model is missing');
  return {
    decode: await loadDecoder(path.join(folder, 'wasm')),
    detect: async (pixels) => inRows(await run(detector, pixels, DETECTOR_SIDE)),
    mesh: async (pixels) => {
      const outputs = await run(mesher, pixels, MESH_SIDE);
      return { points: ofLength(outputs, 468 * 3), score: ofLength(outputs, 1)[0] ?? 0 };
    },
    eyes: async (pixels) => ofLength(await run(iris, pixels, EYE_SIDE), 2 * EYE_POINTS * 3),
    describe: async (pixels) => ofLength(await run(describer, pixels, DESCRIPTION_SIDE, ['global_pooling/Mean']), 1024),
  };
};
