import { stepThatMends } from './view-model';
import { personErrors } from '../../components/person-errors';
import { spacedIdNumber } from '../../components/spaced-digits';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { register } from '../../copy/register';
import { wayOutWords } from '../../copy/way-out';
import { confirmByTouch } from '../../services/device';
import { openPage, replacePage, restartAt, returnToStep } from '../../services/navigation';
import { chinaDay } from '../../shared/china-time';
import { bindStore } from '../../stores/bind-store';
import { afterSignIn } from '../../stores/after-sign-in';
import { nameCheck } from '../../stores/name-check';
import { passwordReset } from '../../stores/password-reset';
import { registration, registrationJourney } from '../../stores/registration';
import type { RegistrationQuestion, RegistrationStore } from '../../stores/registration';

interface InputEvent {
  detail: { value: string };
}

interface PasswordsEvent {
  detail: { password: string; passwordAgain: string };
}

interface CodeEvent {
  detail: { code: string };
}

/** The name as it should be written; empty where nothing is wrong with it (rule A6). */
const simplifiedOf = ({ submitting: { trouble } }: RegistrationStore): string =>
  trouble?.code === 'TRADITIONAL_NAME' ? trouble.detail.simplified : '';

/** No step until the page knows which: a step finds its store when it is attached. */
const atFirst: { step: RegistrationQuestion | 'done' | '' } = { step: '' };

Component({
  behaviors: [
    bindStore(registration, {
      name: (store) => store.name,
      idNumber: (store) => store.idNumber,
      idNumberBack: (store) => spacedIdNumber(store.idNumber.trim()),
      phone: (store) => store.proof.phone,
      busy: (store) => store.submitting.busy,
      phoneTaken: (store) => store.submitting.trouble?.code === 'PHONE_TAKEN',
      refusal: (store) => store.submitting.trouble && describe(store.submitting.trouble),
      mendedAt: (store) => store.submitting.trouble && stepThatMends(store.submitting.trouble),
      rename: (store) => register.simplified(simplifiedOf(store)),
    }),
    bindStore(nameCheck, {
      checking: (store) => store.asking.busy,
      offer: (store) => register.simplified(store.offer),
      offered: (store) => register.offer(store.offer),
    }),
  ],
  data: {
    copy: register,
    ways: wayOutWords,
    controls,
    ...atFirst,
    progress: '',
    smsCode: '',
    taken: false,
    errors: { name: '', idNumber: '' },
  },
  methods: {
    onLoad({ step }: { step?: string }) {
      const known = step === 'done' ? step : registrationJourney.visit(step);
      this.setData({ step: known, progress: registrationJourney.progress(known) });
    },
    /** Leaving by the first question ends the task, and what was typed goes with it. */
    onUnload() {
      if (this.data.step === 'phone') registration.clear();
      if (this.data.step === 'person') nameCheck.forget();
    },
    go(from: RegistrationQuestion) {
      registration.submitting.forget();
      void openPage('register', { step: registrationJourney.next(from) });
    },
    onPhone() {
      this.go('phone');
    },
    onName(event: InputEvent) {
      registration.setPerson(event.detail.value, registration.idNumber);
      nameCheck.forget();
      this.setData({ 'errors.name': '' });
    },
    onIdNumber(event: InputEvent) {
      registration.setPerson(registration.name, event.detail.value);
      this.setData({ 'errors.idNumber': '' });
    },
    async onPerson() {
      const { name, idNumber, asOnCard } = registration;
      const errors = personErrors(name, idNumber, chinaDay(new Date()));
      this.setData({ errors });
      if (errors.name !== '' || errors.idNumber !== '') return;
      if (!asOnCard && !(await nameCheck.passes(name))) return;
      registration.acceptPerson();
      this.go('person');
    },
    onOffer() {
      registration.setName(nameCheck.offer);
      nameCheck.forget();
      return this.onPerson();
    },
    onAsOnCard() {
      registration.keepName();
      nameCheck.forget();
      return this.onPerson();
    },
    onPasswords(event: PasswordsEvent) {
      registration.setPasswords(event.detail.password, event.detail.passwordAgain);
      this.go('password');
    },
    onSent() {
      this.go('captcha');
    },
    onPhoneAgain: () => returnToStep('register', 'phone'),
    onCodeAgain: () => returnToStep('register', registrationJourney.previous('code')),
    async onCode(event: CodeEvent) {
      this.setData({ smsCode: event.detail.code });
      await this.submit('register');
    },
    async onRename() {
      registration.setName(simplifiedOf(registration));
      await this.submit('register');
    },
    async onKeepName() {
      registration.keepName();
      await this.submit('register');
    },
    onMend() {
      const { mendedAt } = this.data;
      if (mendedAt) void returnToStep('register', mendedAt);
    },
    async submit(action: 'register' | 'reclaimPhone') {
      if (await registration.submit(action, this.data.smsCode)) {
        confirmByTouch();
        void restartAt('register', { step: 'done' });
      } else if (registration.submitting.trouble?.code === 'PHONE_TAKEN') {
        this.setData({ taken: true });
      }
    },
    onNotMine() {
      return this.submit('reclaimPhone');
    },
    onMine() {
      passwordReset.proof.setPhone(registration.proof.phone);
      void replacePage('reset-password', { step: 'phone' });
    },
    onHome: () => afterSignIn.go(),
  },
});
