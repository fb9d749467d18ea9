import { candidate } from './candidate';
import type { PersonRef } from '../shared/contract/person-ref';

/** What stands in an address for somebody whose name and number were typed: those never do (rule H2). */
export const TYPED = 'typed';

/**
 * Whom a page was opened for.
 * @param given a contact's id, `typed` for the candidate of this task, or nothing for the holder of the phone
 */
export const personRefFromQuery = (given: string | undefined): PersonRef => {
  if (given === undefined || given === '' || given === 'self') return { self: true };
  return given === TYPED ? (candidate.whom ?? { self: true }) : { contactId: given };
};

/** What stands in an address for somebody: the reverse of `personRefFromQuery`. */
export const personRefToQuery = (whom: PersonRef): string => {
  if ('self' in whom) return 'self';
  return 'contactId' in whom ? whom.contactId : TYPED;
};
