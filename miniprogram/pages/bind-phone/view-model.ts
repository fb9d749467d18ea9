import { bindPhone } from '../../copy/bind-phone';
import { describe } from '../../copy/errors';
import type { Words } from '../../copy/errors';
import type { Trouble } from '../../shared/phone-fault';

export const bindSteps = ['phone', 'captcha', 'code'] as const;

export type BindStep = (typeof bindSteps)[number] | 'done';

export const isBindStep = (step: unknown): step is BindStep =>
  step === 'done' || bindSteps.some((each) => each === step);

export const progressOf = (step: BindStep): string =>
  step === 'done' ? '' : bindPhone.steps(bindSteps.indexOf(step) + 1, bindSteps.length);

/** Somebody who is signed in needs no "forgot password": a taken number is simply not theirs to take. */
export const bindingWords = (trouble: Trouble): Words =>
  trouble.code === 'PHONE_TAKEN' ? { title: bindPhone.taken, whatToDo: bindPhone.takenWhatToDo } : describe(trouble);

/** Where a refusal can be mended; undefined where trying again is all there is to do. */
export const wayOut = ({ code }: Trouble): 'phone' | 'captcha' | 'sign-in' | undefined => {
  if (code === 'NOT_SIGNED_IN') return 'sign-in';
  if (code === 'PHONE_TAKEN' || code === 'BAD_PHONE') return 'phone';
  return code === 'SMS_CODE_EXPIRED' ? 'captcha' : undefined;
};
