import { contactsCopy } from '../../copy/contacts';
import { relationInWords } from '../../copy/relations';
import { spacedIdNumber } from '../../components/spaced-digits';
import type { Contact } from '../../shared/contract/family';

/** One relative on the list, in words. */
export interface ContactCard {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly idNumber: string;
  readonly consented: boolean;
  readonly certify: string;
  readonly recordsLabel: string;
  readonly removeLabel: string;
}

const cardOf = ({ id, name, relation, idNumber, consented }: Contact): ContactCard => ({
  id,
  name,
  relation: relationInWords(relation),
  idNumber: spacedIdNumber(idNumber),
  consented,
  certify: contactsCopy.certify(name),
  recordsLabel: contactsCopy.recordsLabel(name),
  removeLabel: contactsCopy.removeLabel(name),
});

export const contactCards = (contacts: readonly Contact[] | undefined): ContactCard[] => (contacts ?? []).map(cardOf);
