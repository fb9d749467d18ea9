import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import type { IncomingMessage } from 'node:http';

/** Milliseconds from the first byte to the whole file; well below the function's own time-out. */
const TIMEOUT = 8000;
const FOUND = 200;
const NOT_FOUND = 404;

/** Reads no further than `most` bytes, so that a huge file fills no function's memory. */
async function readAtMost(answer: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * A file by its temporary address. Node's own client: the platform's older runtimes have no `fetch`, and the SDK's
 * download reads everything, however large.
 * @param most bytes
 * @returns undefined where there is no such file or a larger one
 */
export const download = (address: string, most: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const url = new URL(address);
    const call = (url.protocol === 'https:' ? httpsGet : httpGet)(url, (answer) => {
      const { statusCode = 0, headers } = answer;
      if (statusCode !== FOUND && statusCode !== NOT_FOUND)
        reject(new Error(`Cloud storage answered ${statusCode} to a download.`));
      const isTooLarge = Number(headers['content-length'] ?? 0) > most;
      const content = statusCode === FOUND && !isTooLarge ? readAtMost(answer, most) : Promise.resolve(undefined);
      content.then(resolve, reject).finally(() => call.destroy());
    });
    const patience = setTimeout(() => call.destroy(new Error('Cloud storage sent no file in time.')), TIMEOUT);
    call.on('close', () => clearTimeout(patience));
    call.on('error', reject);
  });
