import { requestFailed } from '../errors';
import { isDocument, toText } from './ejson';

/** The order of types in MongoDB, as the first byte of a key. */
const typeBytes = {
  empty: 0x05,
  number: 0x0a,
  string: 0x0f,
  object: 0x14,
  array: 0x19,
  boolean: 0x28,
  date: 0x2d,
} as const;

/** Big-endian bits of a double, turned so that they compare as the numbers do; NaN comes first, as in MongoDB. */
function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value);
  if (value < 0) return Buffer.from(bytes.map((byte) => ~byte));
  // Minus zero is zero.
  bytes.writeUInt8((value === 0 ? 0 : bytes.readUInt8(0)) | 0x80);
  return bytes;
}

function parts(value: unknown): [type: number, payload: Buffer] {
  if (value === undefined || value === null) return [typeBytes.empty, Buffer.alloc(0)];
  if (typeof value === 'number') return [typeBytes.number, numberBytes(value)];
  if (typeof value === 'string') return [typeBytes.string, Buffer.from(value)];
  if (typeof value === 'boolean') return [typeBytes.boolean, Buffer.from([Number(value)])];
  if (value instanceof Date) return [typeBytes.date, numberBytes(value.getTime())];
  if (isDocument(value)) return [typeBytes.object, Buffer.from(toText(value))];
  if (Array.isArray(value)) return [typeBytes.array, Buffer.alloc(0)];
  throw requestFailed('the simulator has no index or order over values of this type');
}

/** The key of every array: which of them have an element that is looked for, mingo finds out. */
export const arrayKey = Buffer.from([typeBytes.array]);

/** Bytes that compare as MongoDB compares the values, arrays apart. */
export function indexKey(value: unknown): Buffer {
  const [type, payload] = parts(value);
  return Buffer.concat([Buffer.from([type]), payload]);
}

/** The least key of the value's type, and the least key beyond it: a comparison never crosses types in MongoDB. */
export function typeBounds(value: unknown): [from: Buffer, before: Buffer] {
  const [type] = parts(value);
  return [Buffer.from([type]), Buffer.from([type + 1])];
}

/** @param path names joined by dots @throws where the path leads through an array */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (Array.isArray(value)) throw requestFailed('the simulator has no index or order through arrays');
    return isDocument(value) ? value[name] : undefined;
  }, document);
}
