import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Every way in which a text may stand in a file. */
export const formsOf = (secret: string): Buffer[] => [
  Buffer.from(secret, 'utf8'),
  Buffer.from(secret, 'utf16le'),
  Buffer.from(
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
  ),
  Buffer.from(encodeURIComponent(secret)),
  Buffer.from(Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '')),
];

/** Every file below a directory. */
export const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Which of the secrets stand in these bytes. */
export const secretsIn = (secrets: readonly string[], bytes: Buffer): string[] =>
  secrets.filter((secret) => formsOf(secret).some((form) => bytes.includes(form)));
