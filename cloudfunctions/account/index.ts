import { createCaptchaPainter } from '../adapters/captcha-image/captcha-image';
import { createCipher } from '../adapters/cipher/cipher';
import { createKeyedHash } from '../adapters/cipher/keyed-hash';
import { caller } from '../adapters/cloud-database/caller';
import { openDatabase } from '../adapters/cloud-database/database';
import { openFiles } from '../adapters/cloud-database/files';
import { phoneButton } from '../adapters/cloud-database/phone-button';
import { readConfiguration } from '../adapters/configuration';
import { writeLog } from '../adapters/log/log';
import { requestIdOf } from '../adapters/log/request-id';
import { createPasswords } from '../adapters/passwords/passwords';
import { createRandom } from '../adapters/random/random';
import { createStoredRoster } from '../adapters/roster/stored-roster';
import { createSms } from '../adapters/sms/gateway';
import type { StoredCard } from '../adapters/social-security-cards/stored-cards';
import { createStoredCards } from '../adapters/social-security-cards/stored-cards';
import { createFunction } from '../core/functions/wire/create-function';
import type { AccountDependencies } from '../core/functions/account/actions';
import { accountActions } from '../core/functions/account/actions';

/** Milliseconds; the function itself has ten seconds (`config.json`). */
const SMS_TIMEOUT = 4000;

const { cipherKeys, hashKey, smsGateway } = readConfiguration(process.env);
const cipher = createCipher(cipherKeys);
const cloud = openDatabase(cipher);
const hash = createKeyedHash(hashKey);
const passwords = createPasswords();
const random = createRandom();

const deps: AccountDependencies = {
  database: cloud.database,
  files: openFiles(cipher, random),
  hash,
  passwords,
  phoneButton,
  queries: cloud.queries,
  random,
  painter: createCaptchaPainter(random),
  roster: createStoredRoster(cloud.database.recipients, hash),
  sms: createSms({ ...smsGateway, timeout: SMS_TIMEOUT }, writeLog),
  socialSecurityCards: createStoredCards({
    cards: cloud.collection<StoredCard>('socialSecurityCards'),
    hash,
    passwords,
  }),
};

export const main = createFunction(accountActions, deps, {
  caller,
  clock: () => new Date(),
  requestId: requestIdOf(() => random.id()),
  log: writeLog,
});
