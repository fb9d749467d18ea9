import { makeAutoObservable } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { phoneProofs } from './phone-proof';
import { session } from './session';
import { signInOutcome } from './sign-in-outcome';
import { call } from '../services/cloud';

/** What a new account needs, kept while the person walks through the steps, whatever goes wrong on the way. */
export class RegistrationStore {
  name = '';
  idNumber = '';
  password = '';
  passwordAgain = '';
  readonly submitting = new Attempt();
  readonly proof = phoneProofs.register;

  constructor() {
    makeAutoObservable(this, { submitting: false, proof: false });
  }

  setPerson(name: string, idNumber: string) {
    this.name = name;
    this.idNumber = idNumber;
  }

  setName(name: string) {
    this.name = name;
  }

  setPasswords(password: string, passwordAgain: string) {
    this.password = password;
    this.passwordAgain = passwordAgain;
  }

  get complete(): boolean {
    return [this.proof.phone, this.name, this.idNumber, this.password].every((value) => value !== '');
  }

  /** `reclaimPhone` where the number had another owner before (rule A12); it takes the same code. */
  async submit(action: 'register' | 'reclaimPhone', smsCode: string): Promise<boolean> {
    const { name, idNumber, password, passwordAgain } = this;
    const input = { phone: this.proof.phone, smsCode, name, idNumber, password, passwordAgain };
    const done = await this.submitting.run(() => signInOutcome(() => call('account', action, input)));
    if (done) {
      session.accept(done.data.me);
      this.clear();
    }
    if (this.submitting.trouble?.code === 'SMS_CODE_EXPIRED') this.proof.forgetCode();
    return done !== undefined;
  }

  clear() {
    this.name = '';
    this.idNumber = '';
    this.password = '';
    this.passwordAgain = '';
    this.submitting.forget();
    this.proof.clear();
  }
}

export const registration = new RegistrationStore();
