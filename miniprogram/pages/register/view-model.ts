import { register } from '../../copy/register';
import type { Trouble } from '../../shared/phone-fault';

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

/** Where a refusal can be mended; undefined where trying again is all there is to do. */
export const stepThatMends = ({ code }: Trouble): RegisterStep | undefined => {
  if (code === 'BAD_PHONE') return 'phone';
  if (code === 'BAD_NAME' || code === 'BAD_ID_NUMBER') return 'person';
  if (code === 'WEAK_PASSWORD' || code === 'PASSWORDS_DIFFER') return 'password';
  return code === 'SMS_CODE_EXPIRED' ? 'captcha' : undefined;
};
