import { phoneProof } from '../../copy/phone-proof';
import { waitInWords } from '../../copy/times';
import { bindStore } from '../../stores/bind-store';
import { proofFor } from '../../stores/phone-proof';
import { SMS_CODE_LENGTH, readSmsCode } from '../sms-code';
import { spacedPhone } from '../spaced-digits';

interface InputEvent {
  detail: { value: string };
}

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>();

/**
 * Asks for the code of a text message. Emits `code` with it, and `again` where another message is wanted; that is
 * possible a minute after the last one (rule A3), which is said in words: nothing counts down.
 */
Component({
  behaviors: [
    bindStore((view) => proofFor(view.properties['purpose']), {
      sentTo: (proof) => spacedPhone(proof.sentTo ?? ''),
    }),
  ],
  properties: {
    purpose: String,
    /** What the button does with the code. */
    action: String,
    busyAction: String,
    busy: Boolean,
  },
  data: { copy: phoneProof.code, code: '', error: '', mayResend: false, waitFirst: '' },
  lifetimes: {
    attached() {
      this.watchResend();
    },
    detached() {
      this.stopWatching();
    },
  },
  methods: {
    watchResend() {
      this.stopWatching();
      const wait = proofFor(this.properties.purpose).resendFrom - Date.now();
      this.setData({ mayResend: wait <= 0, waitFirst: this.data.copy.waitFirst(waitInWords(wait / 1000)) });
      if (wait > 0)
        timers.set(
          this,
          setTimeout(() => this.watchResend(), wait),
        );
    },
    stopWatching() {
      const timer = timers.get(this);
      if (timer !== undefined) clearTimeout(timer);
      timers.delete(this);
    },
    onInput(event: InputEvent) {
      const { value } = event.detail;
      const code = readSmsCode(value);
      // The field shows what was typed until it is given something else, even where the code is the one from before.
      if (code !== value) this.setData({ code: value });
      this.setData({ code, error: '' });
    },
    onSubmit() {
      const { code } = this.data;
      if (code.length === SMS_CODE_LENGTH) this.triggerEvent('code', { code });
      else this.setData({ error: this.data.copy.missing });
    },
    onAgain() {
      this.triggerEvent('again');
    },
  },
});
