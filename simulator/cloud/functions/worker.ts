/**
 * What runs in the worker thread of an instance: the bundle as it is uploaded, on the simulator's clock, with the
 * platform's memory limit, and frozen between two calls.
 *
 * Frozen means that this thread stands still: no timer, no promise, no callback. What a thread cannot hold back is work
 * that was handed to the machine before: bytes in a socket, and what libuv does beside (files, DNS, `crypto`).
 */
import { createRequire } from 'node:module';
import type { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';

export interface WorkerData {
  /** The path of the function's `index.js`. */
  entry: string;
  offset: number;
  memoryMegabytes: number;
  /** One number, 1 while a call is on its way to the thread: what wakes it. */
  wake: Int32Array;
}

export interface Order {
  event: unknown;
  context: Record<string, unknown>;
  /** What the environment says of the caller; variables that are not named are removed. */
  caller: Record<string, string>;
  offset: number;
}

/** `answer` is JSON, as it would cross the wire. */
export type Report =
  | { kind: 'loaded' }
  | { kind: 'answer'; answer: string }
  | { kind: 'fault'; message: string }
  | { kind: 'memory'; megabytes: number };

type Main = (event: unknown, context: unknown) => unknown;

const callerVariables = ['WX_OPENID', 'WX_APPID', 'TCB_SOURCE', 'TRIGGER_SRC'];
const { entry, memoryMegabytes, wake, ...given } = workerData as WorkerData;

/**
 * What a Node process takes beside its heap before it has loaded anything (measured: 43 MB). An instance of the platform
 * is such a process; here all share one.
 */
const bareMegabytes = 40;
const checkMilliseconds = 25;
const megabyte = 1024 * 1024;

let offset = given.offset;

function moveDate(): void {
  const Original = Date;
  const now = (): number => Original.now() + offset;
  globalThis.Date = new Proxy(Original, {
    construct: (target, values: [], newTarget: typeof Date) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget) as Date,
    apply: () => new Original(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  Original.prototype.constructor = Date;
}

const describe = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

/**
 * Megabytes as the platform would count them: heap, buffers and the memory of WebAssembly of this thread alone. Native
 * memory (a library's own, OpenSSL's) is not among them, nor what is taken and given back without a pause between.
 */
function megabytesInUse(): number {
  const { heapTotal, external } = process.memoryUsage();
  return bareMegabytes + (heapTotal + external) / megabyte;
}

/** A line that is still on its way would come with the next call's. */
const written = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    if (stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });

async function run(main: Main, order: Order): Promise<Report> {
  offset = order.offset;
  for (const name of callerVariables) delete process.env[name];
  Object.assign(process.env, order.caller);
  try {
    const answer = await main(order.event, order.context);
    return { kind: 'answer', answer: JSON.stringify(answer) ?? 'null' };
  } catch (fault) {
    return { kind: 'fault', message: describe(fault) };
  }
}

function serve(): void {
  if (parentPort === null) throw new Error('This file runs as a worker thread.');
  const port = parentPort;
  const freeze = (report: Report): void => {
    port.postMessage(report);
    Atomics.wait(wake, 0, 0);
  };
  const checkMemory = (): void => {
    const megabytes = Math.ceil(megabytesInUse());
    if (megabytes > memoryMegabytes) freeze({ kind: 'memory', megabytes });
  };
  moveDate();
  setInterval(checkMemory, checkMilliseconds).unref();
  const { main } = createRequire(entry)(entry) as { main: Main };
  checkMemory();
  const take = async (order: Order): Promise<void> => {
    Atomics.store(wake, 0, 0);
    const report = await run(main, order);
    await Promise.all([written(process.stdout), written(process.stderr)]);
    checkMemory();
    freeze(report);
  };
  port.on('message', (order: Order) => void take(order));
  port.postMessage({ kind: 'loaded' } satisfies Report);
}

serve();
