import type { Collection, Stored } from '../../core/ports/database';
import type { CollectionName } from '../../database/collections';
import { isDuplicateKey } from './platform-faults';
import { nextRevision, REVISION } from './revision';
import type { Fields, Sealing } from './sealing';
import type { SdkCommand, SdkDatabase } from './sdk';

/** What stands in the database, as the use-cases see it. */
export function toStored<D>(sealing: Sealing, collection: CollectionName, id: string, document: Fields): Stored<D> {
  const { [REVISION]: revision, ...fields } = document;
  delete fields['_id'];
  if (typeof revision !== 'number') throw new TypeError(`A document of ${collection} has no revision.`);
  return { id, revision, value: sealing.open({ collection, id }, fields) as D };
}

/** Each field as a whole: without `set` the SDK flattens an object into paths, and what is gone within it would stay. */
export const whole = (command: SdkCommand, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, content]) => [field, command.set(content)]));

/** One collection outside any transaction: each method is exactly one call on the wire. */
export function openCollection<D extends object>(
  database: SdkDatabase,
  sealing: Sealing,
  name: CollectionName,
): Collection<D> {
  const { command } = database;
  const documents = database.collection(name);
  const sealed = (id: string, value: Partial<D>) => sealing.seal({ collection: name, id }, value);

  return {
    async get(id) {
      const { data } = await documents.doc(id).get();
      return data ? toStored(sealing, name, id, data) : undefined;
    },

    async create(id, value) {
      const revision = nextRevision();
      try {
        await documents.add({ data: { ...sealed(id, value), _id: id, [REVISION]: revision } });
      } catch (fault) {
        if (isDuplicateKey(fault)) return undefined;
        throw fault;
      }
      return { id, revision, value };
    },

    async put(id, value) {
      await documents.doc(id).set({ data: { ...sealed(id, value), [REVISION]: nextRevision() } });
    },

    async replace(seen, value) {
      const { id } = seen;
      const revision = nextRevision();
      const data: Fields = {};
      for (const field of Object.keys(seen.value)) data[field] = command.remove();
      Object.assign(data, whole(command, sealed(id, value)), { [REVISION]: revision });
      const { stats } = await documents.where({ _id: id, [REVISION]: seen.revision }).update({ data });
      return stats.updated === 1 ? { id, revision, value } : undefined;
    },

    async merge(id, fields) {
      const data = { ...whole(command, sealed(id, fields)), [REVISION]: nextRevision() };
      const { stats } = await documents.doc(id).update({ data });
      return stats.updated === 1;
    },

    async remove(id) {
      const { stats } = await documents.doc(id).remove();
      return stats.removed === 1;
    },
  };
}
