import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type Tesseract from 'tesseract.js';
import type { Worker as Recogniser } from 'tesseract.js';
import type { Grey } from './picture';

/** Where the parts of the engine lie that cannot be bundled. */
export interface EngineFiles {
  /** The engine's own library, loaded at the first line: a function with it inside would start more slowly. */
  readonly library: string;
  /** Script of the thread that recognises; beside it the engine's WebAssembly. */
  readonly worker: string;
  /** Folder of `eng.traineddata.gz`. */
  readonly language: string;
}

/** Reads one line of digits and `X`. */
export interface DigitsEngine {
  /** What was read, without spaces. */
  read(line: Grey): Promise<string>;
  /** Ends its thread; a later `read` begins another. */
  close(): Promise<void>;
}

/** As they lie beside a bundled function. */
export const filesBeside = (folder: string): EngineFiles => ({
  library: path.join(folder, 'id-card-engine', 'tesseract.js'),
  worker: path.join(folder, 'id-card-engine', 'worker.js'),
  language: path.join(folder, 'id-card-engine'),
});

/** A portable grey map: the plainest picture that the engine takes. */
const toPgm = ({ width, height, values }: Grey): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), values]);

/**
 * @throws Error where a file is missing: the engine itself would end the process over it
 */
async function start({ library, worker, language }: EngineFiles): Promise<Recogniser> {
  await Promise.all([library, worker, path.join(language, 'eng.traineddata.gz')].map((file) => access(file)));
  const { createWorker, OEM, PSM } = createRequire(library)(library) as typeof Tesseract;
  const recogniser = await new Promise<Recogniser>((resolve, reject) => {
    // It reports what fails while it starts to this listener only, and throws where there is none.
    const errorHandler = (fault: unknown) => reject(new Error(`The engine did not start: ${String(fault)}`));
    const options = { workerPath: worker, langPath: language, cacheMethod: 'none', gzip: true, errorHandler };
    createWorker('eng', OEM.LSTM_ONLY, options).then(resolve, reject);
  });
  await recogniser.setParameters({ tessedit_char_whitelist: '0123456789X', tessedit_pageseg_mode: PSM.SINGLE_LINE });
  return recogniser;
}

/** Tesseract in a thread of its own, begun at the first line and kept; it writes nothing to the disk. */
export function createDigitsEngine(files: EngineFiles): DigitsEngine {
  let started: Promise<Recogniser> | undefined;
  const begin = async (): Promise<Recogniser> => {
    started ??= start(files);
    try {
      return await started;
    } catch (fault) {
      started = undefined;
      throw fault;
    }
  };
  return {
    async read(line) {
      const { data } = await (await begin()).recognize(toPgm(line));
      return data.text.replace(/\s/g, '');
    },
    async close() {
      const recogniser = await started;
      started = undefined;
      await recogniser?.terminate();
    },
  };
}
