import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { call } from '../services/cloud';
import type { Output } from '../shared/contract/api';
import type { SmsPurpose } from '../shared/contract/account';

type Captcha = Output<'account', 'captcha'>;

/** The way to a phone that is proven: the number, a captcha, a code by text message (rules A2, A3). */
export class PhoneProofStore {
  /** As it was typed: the server makes it one form (rule A1). */
  phone = '';
  captcha: Captcha | undefined = undefined;
  /** The number to which the valid code was sent. */
  sentTo: string | undefined = undefined;
  /** The time from which another message may be asked for, by this phone's clock, in milliseconds. */
  resendFrom = 0;
  readonly loading = new Attempt();
  readonly sending = new Attempt();

  constructor(readonly purpose: SmsPurpose) {
    makeAutoObservable(this, { purpose: false, loading: false, sending: false });
  }

  /** A code is on its way to the number that stands here now. */
  get codeSent(): boolean {
    return this.sentTo !== undefined && this.sentTo === this.phone;
  }

  setPhone(phone: string) {
    this.phone = phone;
  }

  /** A captcha serves one answer only, so a new one comes with every visit and after every answer. */
  async loadCaptcha(): Promise<void> {
    const done = await this.loading.run(() => call('account', 'captcha', {}));
    if (done) runInAction(() => (this.captcha = done.data));
  }

  /** @returns whether the message went out; where not, a new captcha is there already */
  async send(answer: string): Promise<boolean> {
    const { captcha, phone, purpose } = this;
    if (!captcha) return false;
    const done = await this.sending.run(() =>
      call('account', 'sendSms', { phone, purpose, captchaId: captcha.captchaId, answer }),
    );
    if (done) this.sent(phone, done.data.resendAfterSeconds);
    else await this.loadCaptcha();
    return done !== undefined;
  }

  /** The code is used up, or void after too many tries. */
  forgetCode() {
    this.sentTo = undefined;
  }

  clear() {
    this.phone = '';
    this.captcha = undefined;
    this.sentTo = undefined;
    this.sending.forget();
  }

  private sent(phone: string, resendAfterSeconds: number) {
    this.sentTo = phone;
    this.captcha = undefined;
    this.resendFrom = Date.now() + resendAfterSeconds * 1000;
  }
}

/** One for each purpose: a code for one is worthless for another. */
export const phoneProofs: Readonly<Record<SmsPurpose, PhoneProofStore>> = {
  register: new PhoneProofStore('register'),
  reset: new PhoneProofStore('reset'),
  bindCard: new PhoneProofStore('bindCard'),
  changePhone: new PhoneProofStore('changePhone'),
};

/** @throws where `purpose` is none: a template names it, so this is a mistake of ours */
export const proofFor = (purpose: unknown): PhoneProofStore => {
  const proof = Object.values(phoneProofs).find((each) => each.purpose === purpose);
  if (!proof) throw new Error(`no such purpose: ${String(purpose)}`);
  return proof;
};
