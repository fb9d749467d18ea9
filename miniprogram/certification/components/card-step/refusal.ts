import { describe } from '../../../copy/errors';
import type { Words } from '../../../copy/errors';
import type { CardFault } from '../../../shared/contract/identity';
import type { Trouble } from '../../../shared/phone-fault';

/** What is to be done: another photo, the same one sent again, name or number mended, or another page first. */
export type CardWay = 'retake' | 'retry' | 'mend' | 'sign-in' | 'consent' | 'real-name';

export interface CardRefusal extends Words {
  /** What to draw; empty where the photo is not at fault. */
  readonly fault: CardFault | '';
  readonly way: CardWay;
  /** The number that was typed may be the wrong one of the two. */
  readonly mayMend: boolean;
}

const wayOut = ({ code }: Trouble): CardWay => {
  switch (code) {
    case 'OFFLINE':
    case 'TIMEOUT':
    case 'UNREACHABLE':
    case 'BUSY':
    case 'INTERNAL':
      return 'retry';
    case 'BAD_NAME':
    case 'BAD_ID_NUMBER':
    case 'TRADITIONAL_NAME':
    case 'PERSON_NOT_FOUND':
      return 'mend';
    case 'NOT_SIGNED_IN':
      return 'sign-in';
    case 'CONSENT_REQUIRED':
      return 'consent';
    case 'REAL_NAME_REQUIRED':
      return 'real-name';
    default:
      return 'retake';
  }
};

export const cardRefusal = (trouble: Trouble | undefined): CardRefusal | undefined =>
  trouble && {
    ...describe(trouble),
    fault: trouble.code === 'CARD_PHOTO_FAULTY' ? trouble.detail.fault : '',
    way: wayOut(trouble),
    mayMend: trouble.code === 'CARD_NUMBER_DIFFERS',
  };
