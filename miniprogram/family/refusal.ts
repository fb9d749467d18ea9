import { describe } from '../copy/errors';
import type { Words } from '../copy/errors';
import type { Trouble } from '../shared/phone-fault';
import { wayOutOf } from '../stores/way-out';

const elsewhere = ['sign-in', 'real-name', 'certify', 'contacts', 'help'] as const;

/** What the pages of relatives can do about a refusal: other pages, and their own fields and buttons. */
export const familyOffers = [...elsewhere, 'again', 'person', 'simplified', 'home'] as const;

/** What the pages of help can do. Who it is for was typed on the page before: `person` leads back to it. */
export const helpOffers = [...elsewhere, 'again', 'phone', 'person', 'help-requests'] as const;

const isElsewhere = (way: string | undefined): way is (typeof elsewhere)[number] =>
  elsewhere.some((each) => each === way);

/** What the person reads, and the other page that helps; none where this page is where it is mended. */
export interface Refusal extends Words {
  readonly way: '' | 'person' | (typeof elsewhere)[number];
  /** The same may be accepted the next time. */
  readonly mayPass: boolean;
}

export const refusalOf = (trouble: Trouble | undefined): Refusal | undefined => {
  if (trouble === undefined) return undefined;
  const way = wayOutOf(trouble, familyOffers);
  return { ...describe(trouble), way: isElsewhere(way) ? way : '', mayPass: way === 'again' };
};

export const helpRefusalOf = (trouble: Trouble | undefined): Refusal | undefined => {
  if (trouble === undefined) return undefined;
  const way = wayOutOf(trouble, helpOffers);
  return { ...describe(trouble), way: way === 'person' || isElsewhere(way) ? way : '', mayPass: way === 'again' };
};
