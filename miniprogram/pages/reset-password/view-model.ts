import { resetPassword } from '../../copy/reset-password';
import type { Trouble } from '../../shared/phone-fault';

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

/** Where a refusal can be mended: a step, or registration; undefined where trying again is all there is to do. */
export const wayOut = ({ code }: Trouble): Exclude<ResetStep, 'code' | 'done'> | 'register' | undefined => {
  if (code === 'PHONE_NOT_REGISTERED') return 'register';
  if (code === 'BAD_PHONE') return 'phone';
  if (code === 'WEAK_PASSWORD' || code === 'PASSWORDS_DIFFER') return 'password';
  return code === 'SMS_CODE_EXPIRED' ? 'captcha' : undefined;
};
