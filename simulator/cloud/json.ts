import { CloudError } from './errors';

/**
 * MongoDB stores no more levels than this. What is deeper is refused before anything walks through it: a walk of
 * thousands of levels ends the stack of whoever walks.
 */
const mostLevels = 100;

const [quote, backslash] = [0x22, 0x5c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** @throws where arrays and objects lie in each other deeper than the database knows */
export function assertShallow(json: string): void {
  let level = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === quote) quoted = !quoted;
    else if (quoted) at += Number(code === backslash);
    else if (closing.has(code)) level -= 1;
    else if (opening.has(code) && (level += 1) > mostLevels)
      throw new CloudError('TOO_DEEP', `JSON may have ${mostLevels} levels here.`);
  }
}

/** @throws where the bytes are not a JSON object */
export function parseObject(bytes: Buffer): Record<string, unknown> {
  const json = bytes.toString();
  assertShallow(json);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new CloudError('BAD_JSON', 'The body is not JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new CloudError('BAD_INPUT', 'The body is not a JSON object.');
}
