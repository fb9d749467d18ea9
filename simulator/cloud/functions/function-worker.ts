import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { CloudError } from '../errors';
import type { Order, Report, WorkerData } from './worker';

export interface WorkerOptions extends WorkerData {
  /** The built `worker.ts`. */
  workerFile: string;
  environment: Record<string, string>;
  memoryMegabytes: number;
  /** What the function writes to its console, line by line. */
  onLine: (line: string) => void;
}

/** Loading a bundle takes a fraction of a second; this is for one that never comes to its end. */
const loadMilliseconds = 20_000;

const failed = (message: string): CloudError => new CloudError('FUNCTIONS_EXECUTE_FAIL', message, 500);

/** A worker thread that serves one invocation at a time. After a fault of the thread itself it is `gone`. */
export class FunctionWorker {
  readonly #worker: Worker;
  readonly #loaded: Promise<unknown>;
  #gone = false;
  #settle: ((report: Report | CloudError) => void) | undefined;

  constructor(options: WorkerOptions) {
    const { workerFile, environment, memoryMegabytes, onLine, entry, offset } = options;
    this.#worker = new Worker(workerFile, {
      workerData: { entry, offset } satisfies WorkerData,
      env: environment,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    for (const input of [this.#worker.stdout, this.#worker.stderr]) createInterface({ input }).on('line', onLine);
    this.#worker.on('message', (report: Report) => this.#settle?.(report));
    this.#worker.on('error', (fault) => {
      onLine(fault.stack ?? fault.message);
      this.#end(failed(fault.message));
    });
    this.#worker.on('exit', () => this.#end(failed('The function ended its process.')));
    this.#loaded = this.#next(loadMilliseconds, 'The function did not finish loading.');
    // Who runs it gets the fault; without this a failed start that nobody awaits yet would end the process.
    this.#loaded.catch(() => undefined);
  }

  get gone(): boolean {
    return this.#gone;
  }

  /**
   * @param milliseconds how long the function may take; after that the thread is ended
   * @returns the answer as JSON
   */
  async run(order: Order, milliseconds: number): Promise<string> {
    await this.#loaded;
    const report = this.#next(milliseconds, `Invoking task timed out after ${milliseconds / 1000} seconds`);
    this.#worker.postMessage(order);
    const answered = await report;
    if (answered.kind === 'answer') return answered.answer;
    throw failed(answered.kind === 'fault' ? answered.message : 'The function answered out of turn.');
  }

  async stop(): Promise<void> {
    this.#gone = true;
    await this.#worker.terminate();
  }

  #next(milliseconds: number, late: string): Promise<Report> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#end(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', late, 504));
        void this.stop();
      }, milliseconds);
      this.#settle = (report) => {
        clearTimeout(timer);
        this.#settle = undefined;
        if (report instanceof CloudError) reject(report);
        else resolve(report);
      };
    });
  }

  #end(fault: CloudError): void {
    this.#gone = true;
    this.#settle?.(fault);
  }
}
