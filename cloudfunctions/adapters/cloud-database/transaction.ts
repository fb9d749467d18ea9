import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Collection, Collections } from '../../core/ports';
import { DatabaseBusy } from '../../core/ports';
import type { CollectionName } from '../../database/collections';
import { toStored } from './collection';
import { isConflict, isDuplicateKey, isOver } from './platform-faults';
import { nextRevision, REVISION } from './revision';
import type { Fields, Sealing } from './sealing';
import type { SdkDatabase, SdkTransaction } from './sdk';

const MOST_ATTEMPTS = 10;
/** The longest wait before the second attempt, in milliseconds; it grows by as much with each further one. */
const BACK_OFF = 20;

/** A conflict that the platform reports as a duplicate key. */
class CreatedMeanwhile extends Error {
  override readonly name = 'CreatedMeanwhile';
}

const isWorthAnotherAttempt = (fault: unknown): boolean => fault instanceof CreatedMeanwhile || isConflict(fault);

/**
 * One collection inside a transaction, by `doc()` and `add` only: the platform knows nothing else there. It remembers
 * the revisions that the transaction has read or written, so that no document is read only to be compared.
 */
function insideCollection(transaction: SdkTransaction, sealing: Sealing, name: CollectionName): Collection<object> {
  const documents = transaction.collection(name);
  const revisions = new Map<string, number | undefined>();
  const sealed = (id: string, value: object) => sealing.seal({ collection: name, id }, value as Fields);

  const get = async (id: string) => {
    const { data } = await documents.doc(id).get();
    const stored = data ? toStored<object>(sealing, name, id, data) : undefined;
    revisions.set(id, stored?.revision);
    return stored;
  };
  const revisionOf = async (id: string) => (revisions.has(id) ? revisions.get(id) : (await get(id))?.revision);

  const add = async (id: string, value: object) => {
    const revision = nextRevision();
    try {
      await documents.add({ data: { ...sealed(id, value), _id: id, [REVISION]: revision } });
    } catch (fault) {
      // It was not there when this transaction looked. A failed write ends a transaction, so there is no going on.
      throw isDuplicateKey(fault) ? new CreatedMeanwhile('Somebody else created it first.') : fault;
    }
    revisions.set(id, revision);
    return { id, revision, value };
  };
  const set = async (id: string, value: object) => {
    const revision = nextRevision();
    await documents.doc(id).set({ data: { ...sealed(id, value), [REVISION]: revision } });
    revisions.set(id, revision);
    return { id, revision, value };
  };

  return {
    get,
    create: async (id, value) => ((await revisionOf(id)) === undefined ? add(id, value) : undefined),
    put: async (id, value) => {
      await set(id, value);
    },
    replace: async (seen, value) => ((await revisionOf(seen.id)) === seen.revision ? set(seen.id, value) : undefined),
    async remove(id) {
      if ((await revisionOf(id)) === undefined) return false;
      await documents.doc(id).remove();
      revisions.set(id, undefined);
      return true;
    },
  };
}

async function rollBack(transaction: SdkTransaction): Promise<void> {
  try {
    await transaction.rollback();
  } catch (fault) {
    if (!isOver(fault) && !isConflict(fault)) throw fault;
  }
}

async function attempt<T>(
  database: SdkDatabase,
  sealing: Sealing,
  names: readonly (keyof Collections)[],
  work: (inside: Collections) => Promise<T>,
): Promise<T> {
  const transaction = await database.startTransaction();
  const inside = Object.fromEntries(names.map((name) => [name, insideCollection(transaction, sealing, name)]));
  let result: T;
  try {
    result = await work(inside as unknown as Collections);
  } catch (fault) {
    await rollBack(transaction);
    throw fault;
  }
  await transaction.commit();
  return result;
}

/**
 * Runs `work` in a transaction until it meets no conflict. The SDK's own `runTransaction` does not try again after the
 * usual conflict, the one at an operation.
 * @throws DatabaseBusy after ten conflicts.
 */
export async function transact<T>(
  database: SdkDatabase,
  sealing: Sealing,
  names: readonly (keyof Collections)[],
  work: (inside: Collections) => Promise<T>,
): Promise<T> {
  for (let tried = 1; tried <= MOST_ATTEMPTS; tried++) {
    try {
      return await attempt(database, sealing, names, work);
    } catch (fault) {
      if (!isWorthAnotherAttempt(fault)) throw fault;
      if (tried < MOST_ATTEMPTS) await wait(randomInt(1, BACK_OFF * tried + 1));
    }
  }
  throw new DatabaseBusy('Every attempt at the transaction met a conflict.');
}
