import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { CloudError } from '../errors';
import type { Order, Report, WorkerData } from './worker';

export interface InstanceOptions {
  /** The built `worker.ts`. */
  workerFile: string;
  entry: string;
  offset: number;
  environment: Record<string, string>;
  memoryMegabytes: number;
  /** What the function writes to its console, line by line. */
  onLine: (line: string) => void;
}

const failed = (message: string): CloudError => new CloudError('FUNCTIONS_EXECUTE_FAIL', message, 500);
const tooMuchMemory = (most: number): CloudError =>
  new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `The function took more memory than its ${most} MB.`, 500);

function faultOf(fault: Error, memoryMegabytes: number): CloudError {
  const { code } = fault as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory(memoryMegabytes) : failed(fault.message);
}

interface Waiting {
  resolve: (report: Report) => void;
  reject: (fault: CloudError) => void;
}

/** An instance of a function: a thread that serves one call at a time and stands still between two. */
export class Instance {
  readonly #worker: Worker;
  readonly #wake = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #loaded: Promise<Report>;
  #waiting: Waiting | undefined;
  #fault: CloudError | undefined;

  constructor({ workerFile, environment, memoryMegabytes, onLine, entry, offset }: InstanceOptions) {
    this.#worker = new Worker(workerFile, {
      workerData: { entry, offset, memoryMegabytes, wake: this.#wake } satisfies WorkerData,
      env: environment,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    for (const input of [this.#worker.stdout, this.#worker.stderr]) createInterface({ input }).on('line', onLine);
    this.#worker.on('message', (report: Report) => {
      if (report.kind === 'memory') this.end(tooMuchMemory(memoryMegabytes));
      else this.#waiting?.resolve(report);
    });
    this.#worker.on('error', (fault) => {
      onLine(fault.stack ?? fault.message);
      this.end(faultOf(fault, memoryMegabytes));
    });
    this.#worker.on('exit', () => this.end(failed('The function ended its process.')));
    this.#loaded = this.#next();
    // Who runs it gets the fault; without this a failed start that nobody awaits yet would end the simulator.
    this.#loaded.catch(() => undefined);
  }

  get gone(): boolean {
    return this.#fault !== undefined;
  }

  /**
   * @param milliseconds how long the call may take, loading the function included
   * @returns the answer as JSON
   */
  async run(order: Order, milliseconds: number): Promise<string> {
    const late = `Invoking task timed out after ${milliseconds / 1000} seconds`;
    const timer = setTimeout(() => this.end(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', late, 504)), milliseconds);
    try {
      await this.#loaded;
      const answered = this.#next();
      this.#worker.postMessage(order);
      Atomics.store(this.#wake, 0, 1);
      Atomics.notify(this.#wake, 0);
      const report = await answered;
      if (report.kind === 'answer') return report.answer;
      throw failed(report.kind === 'fault' ? report.message : 'The function answered out of turn.');
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the thread at once, wherever it is. The call that it serves fails with the fault. */
  end(fault: CloudError): void {
    if (this.#fault !== undefined) return;
    this.#fault = fault;
    this.#waiting?.reject(fault);
    void this.#worker.terminate();
  }

  /** Ends the thread and waits until it is gone. */
  async stop(): Promise<void> {
    this.end(failed('The instance has been retired.'));
    await this.#worker.terminate();
  }

  #next(): Promise<Report> {
    return new Promise((resolve, reject) => {
      if (this.#fault === undefined) this.#waiting = { resolve, reject };
      else reject(this.#fault);
    });
  }
}
