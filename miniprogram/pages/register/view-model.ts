import { register } from '../../copy/register';
import type { Trouble } from '../../shared/phone-fault';
import { wayOutOf } from '../../stores/way-out';

/**
 * The order of the questions. The code comes last: it lives five minutes (rule A3), less than an old person needs for a
 * name, a number of 18 digits and a password typed twice.
 */
export const registerSteps = ['phone', 'person', 'password', 'captcha', 'code'] as const;

export type RegisterStep = (typeof registerSteps)[number] | 'done';

export const isRegisterStep = (step: unknown): step is RegisterStep =>
  step === 'done' || registerSteps.some((each) => each === step);

/** "第 2 步，共 5 步"; empty once it is done. */
export const progressOf = (step: RegisterStep): string =>
  step === 'done' ? '' : register.steps(registerSteps.indexOf(step) + 1, registerSteps.length);

/** What is known when a question has been answered. */
export interface Known {
  readonly complete: boolean;
  readonly codeSent: boolean;
}

/** The next question; straight back to the code for somebody who only went back to mend something. */
export const stepAfter = (step: 'phone' | 'person' | 'password', { complete, codeSent }: Known): RegisterStep => {
  if (complete && codeSent) return 'code';
  const next = { phone: 'person', person: 'password', password: 'captcha' } as const;
  return complete && step !== 'password' ? 'captcha' : next[step];
};

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
