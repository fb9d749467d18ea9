import type { Recipient } from '../../core/domain/documents';
import type { Collection, KeyedHash, Roster } from '../../core/ports';

/** @rule A13 */
export const createStoredRoster = (recipients: Collection<Recipient>, hash: KeyedHash): Roster => ({
  nameOf: async (idNumber) => (await recipients.get(hash.of('id-number', idNumber)))?.value.name,
});
