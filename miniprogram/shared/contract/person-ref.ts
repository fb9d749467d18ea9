/** How a call says whom it is about, and whom a person turns to. */

/** Typed by whoever holds the phone. */
export interface NamedPerson {
  name: string;
  idNumber: string;
  /** The identity card shows these very characters: none is offered in their place (rule A6). */
  asOnCard?: boolean;
}

/** The account's holder. */
export interface Self {
  self: true;
}

/** The holder, a saved contact, or somebody whose name and number are typed. */
export type PersonRef = Self | { contactId: string } | NamedPerson;

/** Whom to ask: the unit, or the agency. */
export interface Office {
  name: string;
  /** As it is dialled. */
  phone?: string;
}
