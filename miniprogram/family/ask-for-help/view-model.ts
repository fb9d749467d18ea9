import { askForHelp, helpReasonWords } from '../../copy/help';
import { spacedPhone } from '../../components/spaced-digits';
import { helpReasons } from '../../shared/contract/help';
import type { HelpReason, HelpRequest } from '../../shared/contract/help';
import type { Me } from '../../shared/contract/account';
import type { PersonRef } from '../../shared/contract/person-ref';

export const isReason = (reason: unknown): reason is HelpReason => helpReasons.some((each) => each === reason);

export interface ReasonTile {
  readonly reason: HelpReason;
  readonly text: string;
  readonly note: string;
}

export const reasonTiles: readonly ReasonTile[] = helpReasons.map((reason) => ({ reason, ...helpReasonWords[reason] }));

/** Whom help is asked for, as the page names them. */
export const subjectOf = (
  whom: PersonRef,
  typedName: string,
  nameOfContact: (id: string) => string | undefined,
): string => {
  if ('self' in whom) return askForHelp.confirm.self;
  if ('contactId' in whom) return nameOfContact(whom.contactId) ?? askForHelp.confirm.contact;
  return typedName === '' ? askForHelp.confirm.typed : typedName;
};

/** The number that will be called; empty where the account has none. */
export const phoneOf = (me: Me | undefined): string => (me?.signedIn ? spacedPhone(me.phone ?? '') : '');

export interface AskedView {
  readonly text: string;
  readonly call: string;
  readonly phone: string;
}

/** Where the request went, and whom to call. */
export const askedView = (asked: HelpRequest | undefined): AskedView => {
  const office = asked?.office;
  const { withOffice, withoutOffice } = askForHelp.done;
  return {
    text: office ? withOffice(office.name) : withoutOffice,
    call: office ? askForHelp.callLabel(office.name) : '',
    phone: office?.phone ?? '',
  };
};
