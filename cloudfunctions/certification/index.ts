import { receiptScene } from '../../miniprogram/shared/scene';
import { createCipher } from '../adapters/cipher/cipher';
import { createKeyedHash } from '../adapters/cipher/keyed-hash';
import { caller } from '../adapters/cloud-database/caller';
import { openDatabase } from '../adapters/cloud-database/database';
import { openFiles } from '../adapters/cloud-database/files';
import { readConfiguration } from '../adapters/configuration';
import { createEmbeddedVerifier } from '../adapters/face/embedded/embedded-verifier';
import { findFaces } from '../adapters/face/embedded/find-faces';
import { createDigitsEngine, filesBeside } from '../adapters/id-card/embedded/digits-engine';
import { createIdCardReader } from '../adapters/id-card/embedded/id-card-reader';
import { writeLog } from '../adapters/log/log';
import { requestIdOf } from '../adapters/log/request-id';
import { createRandom } from '../adapters/random/random';
import { createStoredRoster } from '../adapters/roster/stored-roster';
import { createFunction } from '../core/functions/wire/create-function';
import type { CertificationDependencies } from '../core/functions/certification/actions';
import { certificationActions } from '../core/functions/certification/actions';

const { cipherKeys, hashKey, receiptLink, trustEmbeddedEngine } = readConfiguration(process.env);
const cipher = createCipher(cipherKeys);
const { database, queries } = openDatabase(cipher);
const hash = createKeyedHash(hashKey);
const random = createRandom();

const deps: CertificationDependencies = {
  cardReader: createIdCardReader({
    engine: createDigitsEngine(filesBeside(__dirname)),
    findFaces: (picture) => findFaces(picture),
  }),
  database,
  files: openFiles(cipher, random),
  hash,
  queries,
  random,
  receiptLink: (number) => receiptLink + encodeURIComponent(receiptScene(number)),
  roster: createStoredRoster(database.recipients, hash),
  trustsEngine: trustEmbeddedEngine,
  verifier: createEmbeddedVerifier(),
};

export const main = createFunction(certificationActions, deps, {
  caller,
  clock: () => new Date(),
  requestId: requestIdOf(() => random.id()),
  log: writeLog,
});
