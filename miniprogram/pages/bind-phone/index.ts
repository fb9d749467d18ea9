import { bindingWords, wayOut } from './view-model';
import { bindPhone } from '../../copy/bind-phone';
import { controls } from '../../copy/controls';
import { wayOutWords } from '../../copy/way-out';
import { confirmByTouch } from '../../services/device';
import { openPage, replacePage, restartAt, returnToStep } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { afterSignIn } from '../../stores/after-sign-in';
import { bindingJourneys, phoneBinding } from '../../stores/phone-binding';
import type { BindingPurpose, BindingQuestion } from '../../stores/phone-binding';

interface CodeEvent {
  detail: { code: string };
}

/** No step until the page knows which: a step finds its store when it is attached. */
const atFirst: { step: BindingQuestion | 'done' | ''; purpose: BindingPurpose } = { step: '', purpose: 'bindCard' };

Component({
  behaviors: [
    bindStore(phoneBinding, {
      busy: (store) => store.submitting.busy,
      refusal: (store) => store.submitting.trouble && bindingWords(store.submitting.trouble),
      wayOut: (store) => store.submitting.trouble && wayOut(store.submitting.trouble),
    }),
  ],
  data: {
    copy: bindPhone,
    ways: wayOutWords,
    controls,
    words: bindPhone.bindCard,
    ...atFirst,
    progress: '',
  },
  methods: {
    onLoad(query: { purpose?: string; step?: string }) {
      const purpose = query.purpose === 'changePhone' ? 'changePhone' : 'bindCard';
      const journey = bindingJourneys[purpose];
      const step = query.step === 'done' ? query.step : journey.visit(query.step);
      this.setData({ purpose, words: bindPhone[purpose], step, progress: journey.progress(step) });
    },
    /** Leaving by the first question ends the task, and what was typed goes with it. */
    onUnload() {
      if (this.data.step === 'phone') phoneBinding.clear(this.data.purpose);
    },
    go(from: BindingQuestion) {
      const { purpose } = this.data;
      phoneBinding.submitting.forget();
      void openPage('bind-phone', { purpose, step: bindingJourneys[purpose].next(from) });
    },
    onPhone() {
      this.go('phone');
    },
    onSent() {
      this.go('captcha');
    },
    onPhoneAgain() {
      void returnToStep('bind-phone', 'phone', { purpose: this.data.purpose });
    },
    onCodeAgain() {
      const { purpose } = this.data;
      void returnToStep('bind-phone', bindingJourneys[purpose].previous('code'), { purpose });
    },
    onWayOut() {
      const { wayOut: way, purpose } = this.data;
      if (way === 'sign-in') void restartAt('sign-in');
      else if (way === 'bind-phone') void replacePage('bind-phone', { purpose: 'bindCard', step: 'phone' });
      else if (way) void returnToStep('bind-phone', way, { purpose });
    },
    async onCode(event: CodeEvent) {
      const { purpose } = this.data;
      if (!(await phoneBinding.submit(purpose, event.detail.code))) return;
      confirmByTouch();
      void restartAt('bind-phone', { purpose, step: 'done' });
    },
    onHome: () => afterSignIn.go(),
  },
});
