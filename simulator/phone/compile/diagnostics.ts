import fs from 'node:fs';
import path from 'node:path';
import type { Location } from 'esbuild';

/** A fault in the sources of the mini-program. Lines and columns count from 1, as editors show them. */
export interface Diagnostic {
  file: string;
  line: number;
  column: number;
  message: string;
}

export interface Place {
  line: number;
  column: number;
}

const START: Place = { line: 1, column: 1 };

/** The place of a message of esbuild, which counts lines from 1 but columns from 0 and in bytes. */
export const placeOfMessage = (location: Location | null | undefined): Place => {
  if (!location) return START;
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  return { line: location.line, column: before.length + 1 };
};

export const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/**
 * Where the last of several marks stands when they are searched one after the other, so that
 * `usingComponents`, `"van-button"` finds the right one of two equal names. The start of the file when there is none.
 */
export const placeOf = (text: string, ...marks: string[]): Place => {
  let offset = 0;
  for (const mark of marks) {
    const found = text.indexOf(mark, offset);
    if (found < 0) return START;
    offset = found;
  }
  return placeAt(text, offset);
};

/** Collects what is wrong instead of stopping at the first, so that one build tells everything. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];

  /** @param base folder that reported file names are relative to */
  constructor(private readonly base: string) {}

  add(file: string, place: Place, message: string): void {
    this.list.push({ file: path.relative(this.base, file), ...place, message });
  }

  /** Reports a name that leads nowhere at the place where `file` names it. */
  addNamed(file: string, marks: string[], message: string): void {
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    this.add(file, placeOf(text, ...marks), message);
  }
}

export const formatDiagnostic = ({ file, line, column, message }: Diagnostic): string =>
  `${file}:${line}:${column} ${message}`;
