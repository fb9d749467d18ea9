import { Attempt } from './attempt';
import { phoneProofs } from './phone-proof';
import { session } from './session';
import { call } from '../services/cloud';

/** First phone of a card account (rule A13), or another phone for an account (rule A14). */
export type BindingPurpose = 'bindCard' | 'changePhone';

const actions = { bindCard: 'bindPhone', changePhone: 'changePhone' } as const;

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
