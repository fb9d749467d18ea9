/**
 * The outside of every function: what all of them are given, made once for an instance, when it starts. A function adds
 * what it alone needs.
 */
import { createCipher } from './adapters/cipher/cipher';
import { createKeyedHash } from './adapters/cipher/keyed-hash';
import { caller } from './adapters/cloud-database/caller';
import { openDatabase } from './adapters/cloud-database/database';
import { openFiles } from './adapters/cloud-database/files';
import { readConfiguration } from './adapters/configuration';
import { writeLog } from './adapters/log/log';
import { requestIdOf } from './adapters/log/request-id';
import { createRandom } from './adapters/random/random';
import { createStoredRoster } from './adapters/roster/stored-roster';
import type { Surroundings } from './core/functions/wire/create-function';

export const configuration = readConfiguration(process.env);

const cipher = createCipher(configuration.cipherKeys);
const hash = createKeyedHash(configuration.hashKey);
const random = createRandom();
export const cloud = openDatabase(cipher);
const { database, queries } = cloud;

/** The ports that several functions share. */
export const ports = {
  database,
  files: openFiles(cipher, random),
  hash,
  queries,
  random,
  roster: createStoredRoster(database.recipients, hash),
};

export const surroundings: Surroundings = {
  caller,
  clock: () => new Date(),
  requestId: requestIdOf(() => random.id()),
  log: writeLog,
};
