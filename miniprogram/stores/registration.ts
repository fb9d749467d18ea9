import { makeAutoObservable } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { phoneProofs } from './phone-proof';
import { session } from './session';
import { settle } from './settle';
import { call } from '../services/cloud';

/** What a new account needs, kept while the person walks through the steps, whatever goes wrong on the way. */
export class RegistrationStore {
  name = '';
  idNumber = '';
  /** The person says that the identity card shows this very name (rule A6). */
  asOnCard = false;
  password = '';
  passwordAgain = '';
  readonly submitting = new Attempt();
  readonly proof = phoneProofs.register;

  constructor() {
    makeAutoObservable(this, { submitting: false, proof: false });
  }

  setPerson(name: string, idNumber: string) {
    this.setName(name);
    this.idNumber = idNumber;
  }

  /** Another name is another question. */
  setName(name: string) {
    if (name !== this.name) this.asOnCard = false;
    this.name = name;
  }

  keepName() {
    this.asOnCard = true;
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
    const { name, idNumber, asOnCard, password, passwordAgain } = this;
    const person = { name, idNumber, ...(asOnCard && { asOnCard }) };
    const input = { phone: this.proof.phone, smsCode, ...person, password, passwordAgain };
    const done = await this.submitting.run(() => settle(() => call('account', action, input)));
    if (done) {
      session.accept(done.data.me);
      this.clear();
    }
    if (this.submitting.trouble?.code === 'SMS_CODE_EXPIRED') this.proof.forgetCode();
    return done !== undefined;
  }

  clear() {
    this.setPerson('', '');
    this.password = '';
    this.passwordAgain = '';
    this.submitting.forget();
    this.proof.clear();
  }
}

export const registration = new RegistrationStore();
