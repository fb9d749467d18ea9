import type { Trouble } from '../../shared/phone-fault';
import { wayOutOf } from '../../stores/way-out';

/** What this task can do about a refusal: its questions, and registration. */
export const resetOffers = ['phone', 'password', 'captcha', 'code', 'again', 'register'] as const;

const elsewhere = ['phone', 'password', 'captcha', 'register'] as const;

/** A question of this task, or registration; undefined where it is mended where it came. */
export const wayOut = (trouble: Trouble): (typeof elsewhere)[number] | undefined => {
  const way = wayOutOf(trouble, resetOffers);
  return elsewhere.find((each) => each === way);
};
