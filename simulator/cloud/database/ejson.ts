import { BSONRegExp, calculateObjectSize, EJSON } from 'bson';
import { requestFailed, writeRefused } from '../errors';
import { assertShallow } from '../json';

/** A document, query or update as plain JavaScript values: dates are `Date`, regular expressions `RegExp`. */
export type Document = Record<string, unknown>;

export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function revive(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, now));
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace(/[^imsu]/g, ''));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if ('_bsontype' in value) throw requestFailed(`the simulator does not know the type ${String(value._bsontype)}`);
  if ('$tcb_server_date' in value) {
    const { offset } = value.$tcb_server_date as { offset: number };
    return new Date(now + offset);
  }
  if (Object.hasOwn(value, '__proto__')) throw requestFailed("field name '__proto__' is not allowed");
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item, now)]));
}

/**
 * Reads what the SDK sends: canonical extended JSON, with the platform's `$tcb_server_date` besides.
 * @param now what a server date becomes, in milliseconds since 1970
 */
export function fromWire(text: string, now: number): Document {
  assertShallow(text);
  let parsed: unknown;
  try {
    parsed = EJSON.parse(text);
  } catch {
    throw requestFailed('this is not extended JSON');
  }
  const value = revive(parsed, now);
  if (!isDocument(value)) throw requestFailed('an object is expected');
  return value;
}

/** The form in which documents are stored, and which the SDK understands as it is. */
export const toText = (document: Document): string => EJSON.stringify(document, { relaxed: true });

/** Reads what `toText` wrote. */
export const fromText = (text: string): Document => EJSON.parse(text) as Document;

/** @throws for what MongoDB would not store, and for what the simulator could not give back. */
function assertStorable(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(assertStorable);
  if (value === null || value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value)) return;
  if (!isDocument(value)) throw requestFailed('the simulator does not store values of this type');
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('$')) throw writeRefused(`The dollar ($) prefixed field '${key}' is not valid for storage.`);
    assertStorable(item);
  }
}

/** MongoDB's limit for one document. */
const documentLimit = 16 * 1024 * 1024;

/** @throws for a document that MongoDB would not store: for what is in it, or because it is too large */
export function assertDocument(document: Document): void {
  assertStorable(document);
  const size = calculateObjectSize(document);
  if (size > documentLimit)
    throw writeRefused(`object to insert too large. size in bytes: ${size}, max size: ${documentLimit}`);
}
