import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { plainDeclaration } from './local-cloud';

const root = path.resolve(__dirname, '../..');

/** Builds the simulator and the seeder as `gulp` does, with functions of the test's own. */
export function buildSimulator(dist: string, functions: Record<string, string> = {}): void {
  const bundle = { bundle: true, platform: 'node', format: 'cjs' } as const;
  buildSync({
    ...bundle,
    entryPoints: {
      main: path.join(root, 'simulator/main.ts'),
      worker: path.join(root, 'simulator/cloud/functions/worker.ts'),
    },
    outdir: path.join(dist, 'simulator'),
    packages: 'external',
  });
  buildSync({
    ...bundle,
    entryPoints: [path.join(root, 'cloudfunctions/seed/index.ts')],
    outdir: path.join(dist, 'seed'),
  });
  mkdirSync(path.join(dist, 'cloudfunctions'), { recursive: true });
  copyFileSync(
    path.join(root, 'cloudfunctions/database/collections.json'),
    path.join(dist, 'cloudfunctions/collections.json'),
  );
  for (const [name, source] of Object.entries(functions)) {
    const outfile = path.join(dist, 'cloudfunctions', name, 'index.js');
    buildSync({ ...bundle, stdin: { contents: source, resolveDir: root }, outfile });
  }
  const declared = Object.fromEntries(Object.keys(functions).map((name) => [name, plainDeclaration]));
  writeFileSync(path.join(dist, 'cloudfunctions/functions.json'), JSON.stringify(declared));
}

export interface SimulatorProcess {
  child: ChildProcess;
  /** What it has printed so far. */
  lines: string[];
  /** Resolves with the exit code, null after a signal. */
  ended: Promise<number | null>;
}

export function runSimulator(dist: string, options: string[]): SimulatorProcess {
  const child = spawn(process.execPath, [path.join(dist, 'simulator/main.js'), ...options], {
    env: { ...process.env, NODE_PATH: path.join(root, 'node_modules') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, lines, ended };
}

/** @returns the URL once it is up @throws with what it printed where it ends instead */
export async function urlOf({ child, lines, ended }: SimulatorProcess): Promise<string> {
  for (;;) {
    const url = lines.map((line) => /The phone is at (\S+)/.exec(line)?.[1]).find((found) => found !== undefined);
    if (url !== undefined) return url;
    const state = await Promise.race([once(child.stdout ?? child, 'data'), ended]);
    if (!Array.isArray(state)) throw new Error(lines.join('\n'));
    await new Promise(setImmediate);
  }
}
