import { wayOut } from './view-model';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { resetPassword } from '../../copy/reset-password';
import { wayOutWords } from '../../copy/way-out';
import { confirmByTouch } from '../../services/device';
import { openPage, replacePage, restartAt, returnToStep } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { afterSignIn } from '../../stores/after-sign-in';
import { passwordReset, resetJourney } from '../../stores/password-reset';
import type { ResetQuestion } from '../../stores/password-reset';

interface PasswordsEvent {
  detail: { password: string; passwordAgain: string };
}

interface CodeEvent {
  detail: { code: string };
}

/** No step until the page knows which: a step finds its store when it is attached. */
const atFirst: { step: ResetQuestion | 'done' | '' } = { step: '' };

Component({
  behaviors: [
    bindStore(passwordReset, {
      phone: (store) => store.proof.phone,
      busy: (store) => store.submitting.busy,
      refusal: (store) => store.submitting.trouble && describe(store.submitting.trouble),
      wayOut: (store) => store.submitting.trouble && wayOut(store.submitting.trouble),
    }),
  ],
  data: { copy: resetPassword, ways: wayOutWords, controls, ...atFirst, progress: '' },
  methods: {
    onLoad({ step }: { step?: string }) {
      const known = step === 'done' ? step : resetJourney.visit(step);
      this.setData({ step: known, progress: resetJourney.progress(known) });
    },
    /** Leaving by the first question ends the task, and what was typed goes with it. */
    onUnload() {
      if (this.data.step === 'phone') passwordReset.clear();
    },
    go(from: ResetQuestion) {
      passwordReset.submitting.forget();
      void openPage('reset-password', { step: resetJourney.next(from) });
    },
    onPhone() {
      this.go('phone');
    },
    onPasswords(event: PasswordsEvent) {
      passwordReset.setPasswords(event.detail.password, event.detail.passwordAgain);
      this.go('password');
    },
    onSent() {
      this.go('captcha');
    },
    onPhoneAgain: () => returnToStep('reset-password', 'phone'),
    onCodeAgain: () => returnToStep('reset-password', resetJourney.previous('code')),
    async onCode(event: CodeEvent) {
      if (!(await passwordReset.submit(event.detail.code))) return;
      confirmByTouch();
      void restartAt('reset-password', { step: 'done' });
    },
    onWayOut() {
      const way = this.data.wayOut;
      if (way === 'register') void replacePage('register', { step: 'phone' });
      else if (way) void returnToStep('reset-password', way);
    },
    onHome: () => afterSignIn.go(),
  },
});
