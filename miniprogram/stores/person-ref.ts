import { candidate } from './candidate';
import type { PersonRef } from '../shared/contract/person-ref';

/** What stands in an address for somebody whose name and number were typed: those never do (rule H2). */
export const TYPED = 'typed';

/**
 * Whom a page was opened for.
 * @param told a contact's id, `typed` for the candidate of this task, or nothing for the holder of the phone
 */
export const whomOf = (told: string | undefined): PersonRef => {
  if (told === undefined || told === '' || told === 'self') return { self: true };
  return told === TYPED ? (candidate.whom ?? { self: true }) : { contactId: told };
};

/** The other way round: what stands in an address for somebody. */
export const toldOf = (whom: PersonRef): string => {
  if ('self' in whom) return 'self';
  return 'contactId' in whom ? whom.contactId : TYPED;
};
