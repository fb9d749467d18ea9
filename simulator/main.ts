import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud, type LocalCloud } from './cloud/server';
import { demo } from './seed/demo';
import { seedStore } from './seed/seed-store';

const usage = `The whole product on one machine.

  npm start -- [options]

  --port NUMBER      where to listen on this machine (8080)
  --data DIRECTORY   where data are kept between runs (.data)
  --memory           keep nothing
  --seed demo|none   what an empty store begins with (demo)
  --help             this text`;

const dist = path.join(__dirname, '..');

interface Options {
  port: number;
  dataDir: string | undefined;
  seed: 'demo' | 'none';
}

/** @returns undefined where help is asked for @throws for what is not understood */
function readOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      data: { type: 'string', default: '.data' },
      memory: { type: 'boolean', default: false },
      seed: { type: 'string', default: 'demo' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error('--port takes a number up to 65535');
  if (values.seed !== 'demo' && values.seed !== 'none') throw new Error('--seed takes demo or none');
  return { port, dataDir: values.memory ? undefined : path.resolve(values.data), seed: values.seed };
}

const log = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

async function start({ port, dataDir, seed }: Options): Promise<LocalCloud> {
  const cloud = await startCloud({
    port,
    ...(dataDir === undefined ? {} : { dataDir }),
    collectionsFile: path.join(dist, 'cloudfunctions/collections.json'),
    functionDirs: [path.join(dist, 'cloudfunctions')],
    phoneDir: path.join(dist, 'phone'),
    log,
  });
  try {
    const seeder = path.join(dist, 'seed/index.js');
    if (seed === 'demo' && (await seedStore(cloud, seeder, demo(cloud.now()))))
      log('[simulator] a small county has been set up');
    return cloud;
  } catch (fault) {
    await cloud.close();
    throw fault;
  }
}

function explain(fault: unknown, port: number): string {
  if ((fault as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${port} is taken, perhaps by another simulator. Choose another: npm start -- --port ${port + 1}`;
  }
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

async function main(): Promise<void> {
  // The cloud's functions run in UTC; one that leans on the laptop's own time zone fails here too.
  process.env['TZ'] = 'UTC';
  let options: Options | undefined;
  try {
    options = readOptions();
  } catch (fault) {
    console.error(`${(fault as Error).message}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (options === undefined) return console.log(usage);
  if (!existsSync(path.join(dist, 'cloudfunctions'))) throw new Error('Nothing has been built yet: npm run build');
  const { port } = options;
  try {
    const cloud = await start(options);
    const stop = (): void => void cloud.close().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    console.log(`The phone is at ${cloud.url}`);
  } catch (fault) {
    console.error(explain(fault, port));
    process.exitCode = 1;
  }
}

void main();
