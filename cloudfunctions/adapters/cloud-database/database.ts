import type { Collection, Collections, Database } from '../../core/ports/database';
import type { Queries } from '../../core/ports/queries';
import type { CollectionName } from '../../database/collections';
import type { Cipher } from '../cipher/cipher';
import { openCollection } from './collection';
import { openQueries } from './queries';
import { createSealing } from './sealing';
import { sdk } from './sdk';
import { transact } from './transaction';

/** The compiler keeps these equal to the port. */
const names = Object.keys({
  accounts: true,
  alerts: true,
  captchas: true,
  cards: true,
  certifications: true,
  challenges: true,
  enrolments: true,
  helpRequests: true,
  holders: true,
  invitations: true,
  ledger: true,
  dailyCounters: true,
  phones: true,
  recipients: true,
  reviews: true,
  sessions: true,
  smsCodes: true,
  smsQuotas: true,
} satisfies Record<keyof Collections, true>) as (keyof Collections)[];

/** WeChat cloud development's document database. */
export interface CloudDatabase {
  /** What the use-cases work with. */
  readonly database: Database;
  readonly queries: Queries;
  /** A collection that only adapters read; the caller says what it holds. */
  collection<D extends object>(name: CollectionName): Collection<D>;
}

export function openDatabase(cipher: Cipher): CloudDatabase {
  const connection = sdk().database({ throwOnNotFound: false });
  const sealing = createSealing(cipher);
  const collection = <D extends object>(name: CollectionName) => openCollection<D>(connection, sealing, name);
  const collections = Object.fromEntries(names.map((name) => [name, collection(name)])) as unknown as Collections;
  return {
    database: { ...collections, transact: (work) => transact(connection, sealing, names, work) },
    queries: openQueries(connection, sealing),
    collection,
  };
}
