import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Collection, Collections } from '../../core/ports/database';
import { DatabaseBusy } from '../../core/ports/database';
import type { CollectionName } from '../../database/collections';
import { toStored, whole } from './collection';
import { isConflict, isDuplicateKey, isOver } from './platform-faults';
import { nextRevision, REVISION } from './revision';
import type { Fields, Sealing } from './sealing';
import type { SdkCommand, SdkDatabase, SdkTransaction } from './sdk';

const MOST_ATTEMPTS = 10;
/** The longest wait before the second attempt, in milliseconds; it grows by as much with each further one. */
const BACK_OFF = 20;

/** A transaction under way. */
interface Running {
  readonly transaction: SdkTransaction;
  readonly sealing: Sealing;
  readonly command: SdkCommand;
  /** A write has failed, which ends a transaction on the platform: nothing of it is kept. */
  isOver: boolean;
}

/**
 * One collection inside a transaction, by `doc()` and `add` only: the platform knows nothing else there. It remembers
 * the revisions that the transaction has read or written, so that no document is read only to be compared.
 */
function insideCollection(running: Running, name: CollectionName): Collection<object> {
  const { sealing, command } = running;
  const collection = running.transaction.collection(name);
  const documents = () => {
    if (running.isOver) throw new TypeError('The transaction is over: a document was to be created that exists.');
    return collection;
  };
  const revisions = new Map<string, number | undefined>();
  const sealed = (id: string, value: object) => sealing.seal({ collection: name, id }, value as Fields);

  const get = async (id: string) => {
    const { data } = await documents().doc(id).get();
    const stored = data ? toStored<object>(sealing, name, id, data) : undefined;
    revisions.set(id, stored?.revision);
    return stored;
  };
  const revisionOf = async (id: string) => (revisions.has(id) ? revisions.get(id) : (await get(id))?.revision);
  const set = async (id: string, value: object) => {
    const revision = nextRevision();
    await documents()
      .doc(id)
      .set({ data: { ...sealed(id, value), [REVISION]: revision } });
    revisions.set(id, revision);
    return { id, revision, value };
  };

  return {
    get,
    async create(id, value) {
      const revision = nextRevision();
      try {
        await documents().add({ data: { ...sealed(id, value), _id: id, [REVISION]: revision } });
      } catch (fault) {
        if (!isDuplicateKey(fault)) throw fault;
        running.isOver = true;
        return undefined;
      }
      revisions.set(id, revision);
      return { id, revision, value };
    },
    put: async (id, value) => {
      await set(id, value);
    },
    replace: async (seen, value) => ((await revisionOf(seen.id)) === seen.revision ? set(seen.id, value) : undefined),
    async merge(id, fields) {
      const revision = nextRevision();
      const data = { ...whole(command, sealed(id, fields)), [REVISION]: revision };
      const { stats } = await documents().doc(id).update({ data });
      revisions.set(id, stats.updated === 1 ? revision : undefined);
      return stats.updated === 1;
    },
    async remove(id) {
      if ((await revisionOf(id)) === undefined) return false;
      await documents().doc(id).remove();
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
  const running: Running = { transaction, sealing, command: database.command, isOver: false };
  const inside = Object.fromEntries(names.map((name) => [name, insideCollection(running, name)]));
  let result: T;
  try {
    result = await work(inside as unknown as Collections);
  } catch (fault) {
    await rollBack(transaction);
    throw fault;
  }
  if (running.isOver) await rollBack(transaction);
  else await transaction.commit();
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
      if (!isConflict(fault)) throw fault;
      if (tried < MOST_ATTEMPTS) await wait(randomInt(1, BACK_OFF * tried + 1));
    }
  }
  throw new DatabaseBusy('Every attempt at the transaction met a conflict.');
}
