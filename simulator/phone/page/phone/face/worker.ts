/** Finds faces with Human on WebAssembly, in a thread of its own. Served as `face-worker.js` beside `face/`. */
import type { DetectRequest, FoundFace, WorkerMessage } from './messages';

interface Tensor {
  readonly shape: readonly number[];
}

interface Face {
  meshRaw: readonly (readonly [number, number, number])[];
  score: number;
  rotation: { angle: { roll: number; yaw: number; pitch: number } } | null;
}

/** The part of the library that is used. */
interface HumanLibrary {
  load(): Promise<void>;
  detect(input: Tensor, config: object): Promise<{ face: readonly Face[]; error?: string }>;
  readonly models: { readonly models: Readonly<Record<string, object | null>> };
  readonly tf: {
    tensor(values: Uint8Array, shape: readonly number[], type: 'int32'): Tensor;
    slice(tensor: Tensor, begin: readonly number[], size: readonly number[]): Tensor;
    expandDims(tensor: Tensor, axis: number): Tensor;
    tidy(work: () => Tensor): Tensor;
    dispose(tensor: Tensor): void;
  };
}

/** The browser's own types for a worker clash with those for a page. */
interface WorkerScope {
  Human: { Human: new (configuration: object) => HumanLibrary };
  importScripts(...urls: string[]): void;
  postMessage(message: WorkerMessage, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<DetectRequest>) => void) | null;
  readonly location: { href: string };
}

const scope = globalThis as unknown as WorkerScope;
const folder = new URL('face/', scope.location.href).href;
const NEEDED = ['blazeface', 'facemesh', 'iris'];
/** Three are more than the one that may be there. */
const MOST_FACES = 3;

const off = { enabled: false };
const configuration = {
  backend: 'wasm',
  wasmPath: folder,
  modelBasePath: `${folder}models/`,
  debug: false,
  async: false,
  warmup: 'none',
  filter: off,
  gesture: off,
  body: off,
  hand: off,
  object: off,
  segmentation: off,
  face: {
    enabled: true,
    detector: { maxDetected: MOST_FACES, rotation: true, minConfidence: 0.3 },
    mesh: { enabled: true },
    iris: { enabled: true },
    description: off,
    emotion: off,
    antispoof: off,
    liveness: off,
  },
};

const load = async (): Promise<HumanLibrary> => {
  scope.importScripts(`${folder}human.js`);
  const human = new scope.Human.Human(configuration);
  await human.load();
  // The library itself only logs a model that it could not fetch.
  const missing = NEEDED.filter((name) => !human.models.models[name]);
  if (missing.length > 0) throw new Error(`the models ${missing.join(', ')} could not be loaded`);
  return human;
};

const found = ({ meshRaw, score, rotation }: Face): FoundFace => {
  const { pitch, yaw, roll } = rotation?.angle ?? { pitch: 0, yaw: 0, roll: 0 };
  const mesh = new Float32Array(meshRaw.length * 2);
  meshRaw.forEach(([x, y], index) => mesh.set([x, y], index * 2));
  return { mesh, score, angle: { pitch, yaw, roll } };
};

const detect = async (human: HumanLibrary, request: DetectRequest): Promise<FoundFace[]> => {
  const { pixels, width, height, isFilm } = request;
  const { tf } = human;
  const input = tf.tidy(() => {
    const colours = tf.tensor(new Uint8Array(pixels), [height, width, 4], 'int32');
    return tf.expandDims(tf.slice(colours, [0, 0, 0], [height, width, 3]), 0);
  });
  try {
    const { face, error } = await human.detect(input, { cacheSensitivity: isFilm ? 0.7 : 0 });
    if (error) throw new Error(error);
    return face.map(found);
  } finally {
    tf.dispose(input);
  }
};

const start = async (): Promise<void> => {
  const human = await load();
  scope.onmessage = ({ data }) => {
    void detect(human, data).then(
      (faces) => scope.postMessage({ kind: 'found', request: data.request, faces }),
      (cause: unknown) => scope.postMessage({ kind: 'failed', message: (cause as Error).message }),
    );
  };
  scope.postMessage({ kind: 'ready' });
};

void start().catch((cause: unknown) => scope.postMessage({ kind: 'failed', message: (cause as Error).message }));
