import type { Recipient } from '../../core/domain/documents/roster';
import type { Collection } from '../../core/ports/database';
import type { KeyedHash } from '../../core/ports/keyed-hash';
import type { Roster } from '../../core/ports/roster';

/** @rule A13 */
export const createStoredRoster = (recipients: Collection<Recipient>, hash: KeyedHash): Roster => ({
  nameOf: async (idNumber) => (await recipients.get(hash.of('id-number', idNumber)))?.value.name,
});
