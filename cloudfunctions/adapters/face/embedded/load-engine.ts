import { createRequire } from 'node:module';
import path from 'node:path';
import type { FaceEngine, FaceEngineModule } from '../engine/engine';

/** Beside the function's own file, where the build puts it. */
export const besideFunction = (): string => path.join(__dirname, 'face-engine');

/** Starts a work after the one before has ended, however that ended. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

const createTurns = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
};

export interface LazyEngine {
  /**
   * Loads the engine on first use, and gives it to one work at a time: two at once would take twice the memory and
   * finish no sooner.
   */
  readonly use: <T>(work: (engine: FaceEngine) => Promise<T>) => Promise<T>;
}

const engines = new Map<string, LazyEngine>();

/** The one engine of a process and folder. A failed load is tried again by the next use. */
export const engineIn = (folder: string): LazyEngine => {
  const known = engines.get(folder);
  if (known) return known;
  const inTurn = createTurns();
  let loaded: FaceEngine | undefined;
  const made: LazyEngine = {
    use: (work) =>
      inTurn(async () => {
        // By path, so that the bundler leaves it out of the function's own file, which starts sooner without.
        const engine = createRequire(path.join(folder, 'engine.js'))('./engine.js') as FaceEngineModule;
        loaded ??= await engine.load(folder);
        return work(loaded);
      }),
  };
  engines.set(folder, made);
  return made;
};
