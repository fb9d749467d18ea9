import { bindPhone } from '../../copy/bind-phone';
import { describe } from '../../copy/errors';
import type { Words } from '../../copy/errors';
import type { Trouble } from '../../shared/phone-fault';
import { wayOutOf } from '../../stores/way-out';

/** Somebody who is signed in needs no "forgot password": a taken number is simply not theirs to take. */
export const bindingWords = (trouble: Trouble): Words =>
  trouble.code === 'PHONE_TAKEN' ? { title: bindPhone.taken, whatToDo: bindPhone.takenWhatToDo } : describe(trouble);

/** What this task can do about a refusal. */
export const bindOffers = ['phone', 'captcha', 'code', 'again', 'sign-in', 'bind-phone'] as const;

const elsewhere = ['phone', 'captcha', 'sign-in', 'bind-phone'] as const;

/** A question of this task or a page; undefined where it is mended where it came. */
export const wayOut = (trouble: Trouble): (typeof elsewhere)[number] | undefined => {
  const way = wayOutOf(trouble, bindOffers);
  return elsewhere.find((each) => each === way);
};
