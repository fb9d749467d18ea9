import type { Collection, Stored } from '../../core/ports';
import type { CollectionName } from '../../database/collections';
import { isDuplicateKey } from './platform-faults';
import { nextRevision, REVISION } from './revision';
import type { Fields, Sealing } from './sealing';
import type { SdkDatabase } from './sdk';

/** What stands in the database, as the use-cases see it. */
export function toStored<D>(sealing: Sealing, collection: CollectionName, id: string, document: Fields): Stored<D> {
  const { [REVISION]: revision, ...fields } = document;
  delete fields['_id'];
  if (typeof revision !== 'number') throw new TypeError(`A document of ${collection} has no revision.`);
  return { id, revision, value: sealing.open({ collection, id }, fields) as D };
}

/** One collection outside any transaction: each method is exactly one call on the wire. */
export function openCollection<D extends object>(
  database: SdkDatabase,
  sealing: Sealing,
  name: CollectionName,
): Collection<D> {
  const { command } = database;
  const documents = database.collection(name);
  const sealed = (id: string, value: D) => sealing.seal({ collection: name, id }, value as Fields);

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
      // Without `set` the SDK flattens an object into paths, and fields that are gone within it would stay.
      for (const [field, content] of Object.entries(sealed(id, value))) data[field] = command.set(content);
      data[REVISION] = revision;
      const { stats } = await documents.where({ _id: id, [REVISION]: seen.revision }).update({ data });
      return stats.updated === 1 ? { id, revision, value } : undefined;
    },

    async remove(id) {
      const { stats } = await documents.doc(id).remove();
      return stats.removed === 1;
    },
  };
}
