import type { Trouble } from '../../shared/phone-fault';
import { wayOutOf } from '../../stores/way-out';

/** What this task can do about a refusal: its questions, and the two buttons of a taken phone. */
export const registerOffers = [
  'phone',
  'person',
  'simplified',
  'password',
  'captcha',
  'code',
  'again',
  'reset-password',
] as const;

const questions = ['phone', 'person', 'password', 'captcha'] as const;

/** The question that mends a refusal; undefined where it is mended where it came. */
export const stepThatMends = (trouble: Trouble): (typeof questions)[number] | undefined => {
  const way = wayOutOf(trouble, registerOffers);
  return questions.find((question) => question === way);
};
