import { isDeepStrictEqual } from 'node:util';
import type { CollectionName } from '../../database/collections';
import { collections } from '../../database/collections';
import type { Cipher } from '../cipher/cipher';

export type Fields = Record<string, unknown>;

/** Where a document stands. Its sealed values open nowhere else. */
export interface Place {
  readonly collection: CollectionName;
  readonly id: string;
}

/** Encrypts the fields that `database/collections.json` names, and nothing else (rule H2). */
export interface Sealing {
  /** @throws TypeError where a field to be sealed holds what JSON does not carry, a date for instance. */
  seal(place: Place, fields: Fields): Fields;
  /** @throws BrokenSeal where such a field is in clear, was changed, or was moved here from another place. */
  open(place: Place, fields: Fields): Fields;
}

const encode = (value: unknown): string => {
  const text = JSON.stringify(value);
  if (!isDeepStrictEqual(JSON.parse(text), value))
    throw new TypeError('A sealed field holds what JSON does not carry.');
  return text;
};

/** Fields that are undefined are not there: the wire has no such value. */
const present = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const createSealing = (cipher: Cipher): Sealing => {
  const mapSealed = (
    { collection, id }: Place,
    fields: Fields,
    change: (value: unknown, context: string) => unknown,
  ) => {
    const result = present(fields);
    for (const field of collections[collection].sealed)
      if (Object.hasOwn(result, field)) result[field] = change(result[field], `${collection}/${id}/${field}`);
    return result;
  };
  return {
    seal: (place, fields) => mapSealed(place, fields, (value, context) => cipher.seal(encode(value), context)),
    open: (place, fields) => mapSealed(place, fields, (value, context) => JSON.parse(cipher.open(value, context))),
  };
};
