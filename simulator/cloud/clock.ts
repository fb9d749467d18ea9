import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The simulator's clock: the machine's, moved by an offset that is kept between runs. It runs on after a move. */
export class Clock {
  #offset: number;

  /** @param file where the offset is kept; undefined keeps it in memory */
  constructor(private readonly file: string | undefined) {
    this.#offset = file === undefined ? 0 : readOffset(file);
  }

  /** Milliseconds to be added to the machine's clock. */
  get offset(): number {
    return this.#offset;
  }

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** @param to undefined goes back to the machine's time */
  move(to: Date | undefined): void {
    this.#offset = to === undefined ? 0 : to.getTime() - Date.now();
    if (this.file === undefined) return;
    writeFileSync(`${this.file}.new`, JSON.stringify({ offset: this.#offset }));
    renameSync(`${this.file}.new`, this.file);
  }
}

function readOffset(file: string): number {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { offset: number }).offset;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw new Error(`${file} cannot be read; remove it to go back to the machine's time`, { cause });
  }
}
