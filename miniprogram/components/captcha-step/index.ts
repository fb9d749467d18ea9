import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { phoneProof } from '../../copy/phone-proof';
import { wayOutWords } from '../../copy/way-out';
import { bindStore } from '../../stores/bind-store';
import { proofFor } from '../../stores/phone-proof';
import { wayOutOf } from '../../stores/way-out';
import { captchaOffers } from './offers';

interface InputEvent {
  detail: { value: string };
}

/**
 * A sum as a picture, or in words for those who can't see it (rule A2); the right answer sends the text message. Emits
 * `sent`, or `phone` where the number is to be mended. A new sum comes with every visit: one that was answered is used up.
 */
Component({
  behaviors: [
    bindStore((view) => proofFor(view.properties['purpose']), {
      captcha: (proof) => proof.captcha,
      loading: (proof) => proof.loading.busy,
      notLoaded: (proof) => proof.loading.trouble && describe(proof.loading.trouble),
      sending: (proof) => proof.sending.busy,
      notSent: (proof) => proof.sending.trouble && describe(proof.sending.trouble),
      wrongPhone: ({ sending: { trouble } }) => trouble && wayOutOf(trouble, captchaOffers) === 'phone',
    }),
  ],
  properties: { purpose: String },
  data: { controls, ways: wayOutWords, copy: phoneProof.captcha, inWords: false, answer: '', error: '' },
  lifetimes: {
    attached() {
      proofFor(this.properties.purpose).sending.forget();
      void this.onChange();
    },
  },
  pageLifetimes: {
    /** Somebody has come back to it, and the sum was used up when the message went out. */
    show() {
      if (!this.data.captcha) void this.onChange();
    },
  },
  methods: {
    onChange() {
      this.setData({ answer: '', error: '' });
      return proofFor(this.properties.purpose).loadCaptcha();
    },
    onOtherForm() {
      this.setData({ inWords: !this.data.inWords, answer: '', error: '' });
    },
    onPhone() {
      this.triggerEvent('phone');
    },
    onInput(event: InputEvent) {
      this.setData({ answer: event.detail.value, error: '' });
    },
    async onSend() {
      const answer = this.data.answer.trim();
      if (answer === '') {
        this.setData({ error: this.data.copy.missing });
        return;
      }
      if (this.data.sending) return;
      const sent = await proofFor(this.properties.purpose).send(answer);
      this.setData({ answer: '' });
      if (sent) this.triggerEvent('sent');
    },
  },
});
