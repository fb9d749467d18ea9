import { Attempt } from './attempt';
import { Journey } from './journey';
import { phoneProofs } from './phone-proof';
import type { PhoneProofStore } from './phone-proof';
import { session } from './session';
import { call } from '../services/cloud';
import type { SmsPurpose } from '../shared/contract/account';
import { readPhoneNumber } from '../shared/phone-number';

/** First phone of a card account (rule A13), or another phone for an account (rule A14). */
export type BindingPurpose = Extract<SmsPurpose, 'bindCard' | 'changePhone'>;

const actions = { bindCard: 'bindPhone', changePhone: 'changePhone' } as const satisfies Record<BindingPurpose, string>;

export const bindingQuestions = ['phone', 'captcha', 'code'] as const;

export type BindingQuestion = (typeof bindingQuestions)[number];

const answered = {
  phone: ({ phone }) => readPhoneNumber(phone).ok,
  captcha: ({ codeSent }) => codeSent,
  code: () => false,
} satisfies Record<BindingQuestion, (proof: PhoneProofStore) => boolean>;

const journeyFor = (purpose: BindingPurpose) =>
  new Journey(bindingQuestions, (question: BindingQuestion) => answered[question](phoneProofs[purpose]));

export const bindingJourneys = {
  bindCard: journeyFor('bindCard'),
  changePhone: journeyFor('changePhone'),
} satisfies Record<BindingPurpose, Journey<BindingQuestion>>;

export class PhoneBindingStore {
  readonly submitting = new Attempt();

  async submit(purpose: BindingPurpose, smsCode: string): Promise<boolean> {
    const proof = phoneProofs[purpose];
    const done = await this.submitting.run(() => call('account', actions[purpose], { phone: proof.phone, smsCode }));
    if (done) session.accept(done.data.me);
    if (this.submitting.trouble?.code === 'SMS_CODE_EXPIRED') proof.forgetCode();
    return done !== undefined;
  }

  clear(purpose: BindingPurpose) {
    phoneProofs[purpose].clear();
    this.submitting.forget();
  }
}

export const phoneBinding = new PhoneBindingStore();
