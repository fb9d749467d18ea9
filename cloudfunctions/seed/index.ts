/**
 * Writes documents as the functions would, sealed and under keyed hashes. For the simulator's demonstration data: it is
 * built apart and never uploaded.
 */
import * as v from 'valibot';
import { methods } from '../../miniprogram/shared/contract/certification';
import { createCipher } from '../adapters/cipher/cipher';
import { createKeyedHash } from '../adapters/cipher/keyed-hash';
import { openDatabase } from '../adapters/cloud-database/database';
import { readConfiguration } from '../adapters/configuration';
import { createPasswords } from '../adapters/passwords/passwords';
import { policies } from '../core/domain/documents/cycle';
import { payments } from '../core/domain/documents/roster';
import type { CollectionName } from '../database/collections';
import { collections } from '../database/collections';

const hashable = { purpose: v.picklist(['phone', 'id-number', 'openid']), value: v.string() };

/** Fields that take one of a list; a demonstration county must not begin with a state that nobody knows. */
const listed = v.looseObject({
  payment: v.exactOptional(v.picklist(payments)),
  policy: v.exactOptional(v.picklist(policies)),
  method: v.exactOptional(v.picklist(methods)),
});

const documentSchema = v.strictObject({
  /** The document's id: said plainly, or the keyed hash of a value, with something behind it where that is not all. */
  id: v.optional(v.string()),
  idOf: v.optional(v.strictObject({ ...hashable, then: v.optional(v.string(), '') })),
  /** Fields that hold keyed hashes. */
  hashes: v.optional(v.record(v.string(), v.strictObject(hashable)), {}),
  value: v.pipe(v.record(v.string(), v.unknown()), listed),
});

const inputSchema = v.strictObject({
  collection: v.pipe(
    v.string(),
    v.check((name) => Object.hasOwn(collections, name)),
    v.transform((name) => name as CollectionName),
  ),
  documents: v.array(documentSchema),
});

type SeedDocument = v.InferOutput<typeof documentSchema>;

const { cipherKeys, hashKey } = readConfiguration(process.env);
const database = openDatabase(createCipher(cipherKeys));
const hash = createKeyedHash(hashKey);
const passwords = createPasswords();

function idOf({ id, idOf: hashed }: SeedDocument): string {
  const found = hashed ? hash.of(hashed.purpose, hashed.value) + hashed.then : id;
  if (!found) throw new TypeError('A document needs `id` or `idOf`.');
  return found;
}

/** A password stands in the seed as people type it. */
async function valueOf({ value, hashes }: SeedDocument): Promise<Record<string, unknown>> {
  const { password } = value;
  const hashed = Object.entries(hashes).map(([field, of]) => [field, hash.of(of.purpose, of.value)] as const);
  return {
    ...value,
    ...Object.fromEntries(hashed),
    ...(typeof password === 'string' && { password: await passwords.hash(password) }),
  };
}

/** Writes over what stands under the same ids. */
export async function main(event: unknown): Promise<{ written: number }> {
  const { collection: name, documents } = v.parse(inputSchema, event);
  const collection = database.collection<Record<string, unknown>>(name);
  for (const document of documents) await collection.put(idOf(document), await valueOf(document));
  return { written: documents.length };
}
