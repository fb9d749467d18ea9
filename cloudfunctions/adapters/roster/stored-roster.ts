import type { Recipient } from '../../core/domain/documents/roster';
import { nameOn } from '../../core/domain/roster/name';
import type { Collection } from '../../core/ports/database';
import type { KeyedHash } from '../../core/ports/keyed-hash';
import type { Roster } from '../../core/ports/roster';

/**
 * The roster in our own database.
 * @rule C3
 */
export const createStoredRoster = (recipients: Pick<Collection<Recipient>, 'get'>, hash: KeyedHash): Roster => ({
  async nameOf(idNumber, today) {
    const recipient = await recipients.get(hash.of('id-number', idNumber));
    return nameOn(recipient?.value, today);
  },
});
