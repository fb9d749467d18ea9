import { Attempt } from './attempt';
import { session } from './session';
import { call } from '../services/cloud';
import { denialOf } from '../shared/denial';
import type { Denial, Failure } from '../shared/denial';
import { fault } from '../shared/phone-fault';
import type { PhoneFault } from '../shared/phone-fault';

/** What WeChat's button hands out: a code for one use, or why there is none. */
export interface PhoneButtonAnswer extends Failure {
  readonly code?: string;
}

const buttonFaults = {
  'guide-declined': 'PHONE_BUTTON_GUIDE',
  'not-granted': 'PHONE_BUTTON_NOT_GRANTED',
  'scope-denied': 'PHONE_BUTTON_DENIED',
  'system-denied': 'PHONE_BUTTON_DENIED',
  unknown: 'PHONE_BUTTON_UNKNOWN',
} as const satisfies Record<Denial, PhoneFault>;

const buttonFault = (failure: Failure) => {
  const denial = denialOf(failure);
  // What the operator has not been granted is a fault of ours, which nobody at the phone can mend.
  if (denial === 'not-granted') console.error(`phone number: not-granted (${failure.errno ?? failure.errMsg ?? ''})`);
  return fault(buttonFaults[denial]);
};

/** The three ways in (rules A8, A9, A13). Each answers whether the person is in. */
export class SignInStore {
  readonly attempt = new Attempt();

  async withPassword(phone: string, password: string): Promise<boolean> {
    const done = await this.attempt.run(() => call('account', 'signIn', { phone, password }));
    if (done) await this.entered();
    return done !== undefined;
  }

  /** @returns for a card that has no phone yet: `needs-phone` */
  async withCard(idNumber: string, cardPassword: string): Promise<'in' | 'needs-phone' | 'refused'> {
    const done = await this.attempt.run(() => call('account', 'signInWithCard', { idNumber, cardPassword }));
    if (!done) return 'refused';
    await this.entered();
    return done.data.needsPhone ? 'needs-phone' : 'in';
  }

  async withPhoneButton({ code, ...failure }: PhoneButtonAnswer): Promise<boolean> {
    const done = await this.attempt.run(async () =>
      code === undefined || code === '' ? buttonFault(failure) : call('account', 'signInWithPhoneButton', { code }),
    );
    if (done) session.accept(done.data.me);
    return done !== undefined;
  }

  private async entered(): Promise<void> {
    session.forget();
    await session.refresh();
  }
}

export const signIn = new SignInStore();
