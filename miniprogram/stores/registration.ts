import { makeAutoObservable } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { Journey } from './journey';
import { phoneProofs } from './phone-proof';
import { session } from './session';
import { signInOutcome } from './sign-in-outcome';
import { call } from '../services/cloud';
import { readPhoneNumber } from '../shared/phone-number';

/**
 * The code comes last: it lives five minutes (rule A3), less than an old person needs for a name, a number of 18 digits
 * and a password typed twice.
 */
export const registrationQuestions = ['phone', 'person', 'password', 'captcha', 'code'] as const;

export type RegistrationQuestion = (typeof registrationQuestions)[number];

/** What a new account needs, kept while the person walks through the steps, whatever goes wrong on the way. */
export class RegistrationStore {
  name = '';
  idNumber = '';
  /** The person says that the identity card shows this very name (rule A6). */
  asOnCard = false;
  password = '';
  passwordAgain = '';
  private personAccepted = false;
  readonly submitting = new Attempt();
  readonly proof = phoneProofs.register;

  constructor() {
    makeAutoObservable(this, { submitting: false, proof: false });
  }

  setPerson(name: string, idNumber: string) {
    this.setName(name);
    this.idNumber = idNumber;
    this.personAccepted = false;
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

  /** Name and number have been looked at by their page and are in order. */
  acceptPerson() {
    this.personAccepted = true;
  }

  isAnswered(question: RegistrationQuestion): boolean {
    const answered = {
      phone: () => readPhoneNumber(this.proof.phone).ok,
      person: () => this.personAccepted,
      password: () => this.password !== '',
      captcha: () => this.proof.codeSent,
      code: () => false,
    } satisfies Record<RegistrationQuestion, () => boolean>;
    return answered[question]();
  }

  /** `reclaimPhone` where the number had another owner before (rule A12); it takes the same code. */
  async submit(action: 'register' | 'reclaimPhone', smsCode: string): Promise<boolean> {
    const { name, idNumber, asOnCard, password, passwordAgain } = this;
    const person = { name, idNumber, ...(asOnCard && { asOnCard }) };
    const input = { phone: this.proof.phone, smsCode, ...person, password, passwordAgain };
    const done = await this.submitting.run(() => signInOutcome(() => call('account', action, input)));
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
    this.personAccepted = false;
    this.submitting.forget();
    this.proof.clear();
  }
}

export const registration = new RegistrationStore();

export const registrationJourney = new Journey(registrationQuestions, (question) => registration.isAnswered(question));
