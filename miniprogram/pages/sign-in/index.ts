import { cardWayErrors, isFaultless, isLocked, passwordWayErrors } from './view-model';
import { spacedIdNumber, spacedPhone } from '../../components/spaced-digits';
import { describe } from '../../copy/errors';
import { signInCopy } from '../../copy/sign-in';
import { confirmByTouch } from '../../services/device';
import { openPage, replacePage } from '../../services/navigation';
import { chinaDay } from '../../shared/china-time';
import { readPhoneNumber } from '../../shared/phone-number';
import { bindStore } from '../../stores/bind-store';
import { afterSignIn } from '../../stores/after-sign-in';
import { passwordReset } from '../../stores/password-reset';
import { signIn } from '../../stores/sign-in';
import type { PhoneButtonAnswer } from '../../stores/sign-in';

interface InputEvent {
  detail: { value: string };
}

interface PhoneEvent {
  detail: PhoneButtonAnswer;
}

type Way = 'choose' | 'password' | 'card';

const isWay = (way: unknown): way is Way => way === 'password' || way === 'card';

/** No way until the page knows which. */
const atFirst: { way: Way | '' } = { way: '' };

Component({
  behaviors: [
    bindStore(signIn, {
      busy: (store) => store.attempt.busy,
      locked: (store) => isLocked(store.attempt.trouble),
      refusal: (store) => store.attempt.trouble && describe(store.attempt.trouble),
      cardRefusal: (store) => store.attempt.trouble && describe(store.attempt.trouble, 'card'),
    }),
  ],
  data: {
    copy: signInCopy,
    ...atFirst,
    account: '',
    password: '',
    readBack: '',
    errors: { account: '', password: '' },
  },
  methods: {
    onLoad({ way }: { way?: string }) {
      this.setData({ way: isWay(way) ? way : 'choose' });
    },
    /** A refusal belongs to the page on which it came. */
    onUnload: () => signIn.attempt.forget(),
    async onPhoneCode(event: PhoneEvent) {
      if (await signIn.withPhoneButton(event.detail)) this.enter();
    },
    onPasswordWay() {
      signIn.attempt.forget();
      void openPage('sign-in', { way: 'password' });
    },
    onCardWay() {
      signIn.attempt.forget();
      void openPage('sign-in', { way: 'card' });
    },
    onPhoneInstead() {
      signIn.attempt.forget();
      void replacePage('sign-in', { way: 'password' });
    },
    onPhone(event: InputEvent) {
      const { value } = event.detail;
      const read = readPhoneNumber(value);
      this.setData({ account: value, readBack: read.ok ? spacedPhone(read.data) : '', 'errors.account': '' });
    },
    onIdNumber(event: InputEvent) {
      const { value } = event.detail;
      this.setData({ account: value, readBack: spacedIdNumber(value.trim()), 'errors.account': '' });
    },
    onPassword(event: InputEvent) {
      this.setData({ password: event.detail.value, 'errors.password': '' });
    },
    async onSubmitPassword() {
      const { account, password } = this.data;
      const errors = passwordWayErrors(account, password);
      this.setData({ errors });
      if (isFaultless(errors) && (await signIn.withPassword(account, password))) this.enter();
    },
    async onSubmitCard() {
      const { account, password } = this.data;
      const errors = cardWayErrors(account, password, chinaDay(new Date()));
      this.setData({ errors });
      if (!isFaultless(errors)) return;
      const outcome = await signIn.withCard(account, password);
      if (outcome === 'in') this.enter();
      if (outcome === 'needs-phone') void replacePage('bind-phone', { purpose: 'bindCard', step: 'phone' });
    },
    onForgot() {
      const read = readPhoneNumber(this.data.account);
      if (read.ok) passwordReset.proof.setPhone(read.data);
      void openPage('reset-password', { step: 'phone' });
    },
    onRegister: () => openPage('register', { step: 'phone' }),
    onPrivacy: () => openPage('privacy'),
    enter() {
      confirmByTouch();
      void afterSignIn.go();
    },
  },
});
