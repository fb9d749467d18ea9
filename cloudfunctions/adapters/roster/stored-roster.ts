import type { Collection, KeyedHash, Roster } from '../../core/ports';

/** `recipients`, by the keyed hash of the ID number: as much of it as sign-in reads. */
export interface Recipient {
  readonly name: string;
  readonly idNumber: string;
}

/** @rule A13 */
export const createStoredRoster = (recipients: Collection<Recipient>, hash: KeyedHash): Roster => ({
  nameOf: async (idNumber) => (await recipients.get(hash.of('id-number', idNumber)))?.value.name,
});
