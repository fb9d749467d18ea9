import { describe } from '../../../copy/errors';
import type { Words } from '../../../copy/errors';
import type { CardFault } from '../../../shared/contract/identity';
import type { Trouble } from '../../../shared/phone-fault';
import type { ButtonWay } from '../../../shared/way-out';
import { wayOutOf } from '../../../stores/way-out';

/** Another photo, the same one sent again, name or number mended, or another page first. */
export const cardOffers = [
  'retake',
  'again',
  'person',
  'sign-in',
  'consent',
  'real-name',
  'contacts',
  'help',
] as const satisfies readonly ButtonWay[];

export type CardWay = (typeof cardOffers)[number];

export interface CardRefusal extends Words {
  /** What to draw; empty where the photo is not at fault. */
  readonly fault: CardFault | '';
  readonly way: CardWay;
  /** The number that was typed may be the wrong one of the two. */
  readonly mayMend: boolean;
}

export const cardRefusal = (trouble: Trouble | undefined): CardRefusal | undefined =>
  trouble && {
    ...describe(trouble),
    fault: trouble.code === 'CARD_PHOTO_FAULTY' ? trouble.detail.fault : '',
    way: wayOutOf(trouble, cardOffers) ?? 'help',
    mayMend: trouble.code === 'CARD_NUMBER_DIFFERS',
  };
