import { makeAutoObservable } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { Journey } from './journey';
import { phoneProofs } from './phone-proof';
import { session } from './session';
import { signInOutcome } from './sign-in-outcome';
import { call } from '../services/cloud';
import { readPhoneNumber } from '../shared/phone-number';

/** The code comes last: it lives only five minutes (rule A3). */
export const resetQuestions = ['phone', 'password', 'captcha', 'code'] as const;

export type ResetQuestion = (typeof resetQuestions)[number];

/** A forgotten password: the phone, a new password, the code (rule A11). */
export class PasswordResetStore {
  password = '';
  passwordAgain = '';
  readonly submitting = new Attempt();
  readonly proof = phoneProofs.reset;

  constructor() {
    makeAutoObservable(this, { submitting: false, proof: false });
  }

  setPasswords(password: string, passwordAgain: string) {
    this.password = password;
    this.passwordAgain = passwordAgain;
  }

  isAnswered(question: ResetQuestion): boolean {
    const answered = {
      phone: () => readPhoneNumber(this.proof.phone).ok,
      password: () => this.password !== '',
      captcha: () => this.proof.codeSent,
      code: () => false,
    } satisfies Record<ResetQuestion, () => boolean>;
    return answered[question]();
  }

  async submit(smsCode: string): Promise<boolean> {
    const { password, passwordAgain } = this;
    const input = { phone: this.proof.phone, smsCode, password, passwordAgain };
    const done = await this.submitting.run(() => signInOutcome(() => call('account', 'resetPassword', input)));
    if (done) {
      session.accept(done.data.me);
      this.clear();
    }
    if (this.submitting.trouble?.code === 'SMS_CODE_EXPIRED') this.proof.forgetCode();
    return done !== undefined;
  }

  clear() {
    this.password = '';
    this.passwordAgain = '';
    this.submitting.forget();
    this.proof.clear();
  }
}

export const passwordReset = new PasswordResetStore();

export const resetJourney = new Journey(resetQuestions, (question) => passwordReset.isAnswered(question));
