import { resetPassword } from '../../copy/reset-password';
import type { Trouble } from '../../shared/phone-fault';
import { wayOutOf } from '../../stores/way-out';

/** The code comes last: it lives only five minutes (rule A3). */
export const resetSteps = ['phone', 'password', 'captcha', 'code'] as const;

export type ResetStep = (typeof resetSteps)[number] | 'done';

export const isResetStep = (step: unknown): step is ResetStep =>
  step === 'done' || resetSteps.some((each) => each === step);

export const progressOf = (step: ResetStep): string =>
  step === 'done' ? '' : resetPassword.steps(resetSteps.indexOf(step) + 1, resetSteps.length);

/** The next question; straight back to where it was refused for somebody who went back to mend something. */
export const stepAfter = (
  step: 'phone' | 'password',
  { complete, codeSent }: { complete: boolean; codeSent: boolean },
): ResetStep => {
  if (complete && codeSent) return 'code';
  return step === 'password' || complete ? 'captcha' : 'password';
};

/** What this task can do about a refusal: its questions, and registration. */
export const resetOffers = ['phone', 'password', 'captcha', 'code', 'again', 'register'] as const;

const elsewhere = ['phone', 'password', 'captcha', 'register'] as const;

/** A question of this task, or registration; undefined where it is mended where it came. */
export const wayOut = (trouble: Trouble): (typeof elsewhere)[number] | undefined => {
  const way = wayOutOf(trouble, resetOffers);
  return elsewhere.find((each) => each === way);
};
