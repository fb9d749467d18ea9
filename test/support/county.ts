import path from 'node:path';
import { makeScratch, type Scratch } from './scratch';
import { runSimulator, urlOf, type SimulatorProcess } from './simulator-process';

const dist = path.resolve(__dirname, '../../dist');

/** The demonstration county, as `npm start` shows it, from what `gulp build` made. */
export class County {
  private constructor(
    private readonly data: Scratch,
    private process: SimulatorProcess,
    public url: string,
  ) {}

  static async open(): Promise<County> {
    const data = makeScratch('county');
    const process = County.start(data);
    return new County(data, process, await urlOf(process));
  }

  private static start({ folder }: Scratch): SimulatorProcess {
    return runSimulator(dist, ['--port', '0', '--data', folder]);
  }

  private async stop(): Promise<void> {
    this.process.child.kill('SIGTERM');
    await this.process.ended;
  }

  /** Ends the program and starts it again on the same data; the address changes. */
  async restart(): Promise<void> {
    await this.stop();
    this.process = County.start(this.data);
    this.url = await urlOf(this.process);
  }

  /** @param now ISO 8601; null for the machine's own time */
  async setClock(now: string | null): Promise<void> {
    const answer = await fetch(`${this.url}/clock`, { method: 'PUT', body: JSON.stringify({ now }) });
    if (!answer.ok) throw new Error(`the clock was not set: ${String(answer.status)}`);
  }

  async close(): Promise<void> {
    await this.stop();
    this.data.remove();
  }
}
