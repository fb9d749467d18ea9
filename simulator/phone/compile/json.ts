import fs from 'node:fs';
import { transformSync, type TransformFailure } from 'esbuild';
import { placeOfMessage, type Diagnostics } from './diagnostics';

const isFailure = (error: unknown): error is TransformFailure =>
  typeof error === 'object' && error !== null && 'errors' in error;

/**
 * Reads a JSON file strictly. `JSON.parse` decides, because it is as strict as WeChat; esbuild is asked only for the
 * place of the fault, which Node 20 does not tell.
 * @returns undefined after reporting a fault
 */
export const readJson = (file: string, diagnostics: Diagnostics): unknown => {
  const text = fs.readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    report(file, text, String((error as Error).message), diagnostics);
    return undefined;
  }
};

const report = (file: string, text: string, fallback: string, diagnostics: Diagnostics): void => {
  let messages: TransformFailure['errors'];
  try {
    messages = transformSync(text, { loader: 'json', logLevel: 'silent' }).warnings;
  } catch (error) {
    if (!isFailure(error)) throw error;
    messages = error.errors;
  }
  const [first] = messages;
  diagnostics.add(file, placeOfMessage(first?.location), first?.text ?? fallback);
};
