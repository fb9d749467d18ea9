/** What runs in the worker thread of a function: the bundle as it is uploaded, on the simulator's clock. */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

export interface WorkerData {
  /** The path of the function's `index.js`. */
  entry: string;
  offset: number;
}

export interface Order {
  event: unknown;
  context: Record<string, unknown>;
  /** What the environment says of the caller; variables that are not named are removed. */
  caller: Record<string, string>;
  offset: number;
}

/** `answer` is JSON, as it would cross the wire. */
export type Report = { kind: 'loaded' } | { kind: 'answer'; answer: string } | { kind: 'fault'; message: string };

const callerVariables = ['WX_OPENID', 'WX_APPID', 'TCB_SOURCE', 'TRIGGER_SRC'];

let offset = (workerData as WorkerData).offset;

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

async function run(main: (event: unknown, context: unknown) => unknown, order: Order): Promise<Report> {
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
  moveDate();
  const { entry } = workerData as WorkerData;
  const { main } = createRequire(entry)(entry) as { main: (event: unknown, context: unknown) => unknown };
  port.on('message', (order: Order) => void run(main, order).then((report) => port.postMessage(report)));
  port.postMessage({ kind: 'loaded' } satisfies Report);
}

serve();
