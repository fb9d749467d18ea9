import { controls } from '../../copy/controls';
import { errorWords } from '../../copy/errors';
import { phoneProof } from '../../copy/phone-proof';
import { bindStore } from '../../stores/bind-store';
import { proofFor } from '../../stores/phone-proof';
import { readPhoneNumber } from '../../shared/phone-number';
import { spacedPhone } from '../spaced-digits';

interface InputEvent {
  detail: { value: string };
}

/** Asks for a phone number, shows it back in groups, and emits `done` once it is one (rule A1). */
Component({
  behaviors: [
    bindStore((view) => proofFor(view.properties['purpose']), {
      phone: (proof) => proof.phone,
      readBack: (proof) => spacedPhone(proof.phone),
    }),
  ],
  properties: {
    purpose: String,
    hint: { type: String, value: phoneProof.phone.hint },
  },
  data: { controls, copy: phoneProof.phone, error: '' },
  methods: {
    onInput(event: InputEvent) {
      const { value } = event.detail;
      const read = readPhoneNumber(value);
      proofFor(this.properties.purpose).setPhone(read.ok ? read.data : value);
      if (this.data.error !== '') this.setData({ error: '' });
    },
    onNext() {
      const read = readPhoneNumber(this.data.phone);
      if (read.ok) this.triggerEvent('done');
      else this.setData({ error: errorWords.BAD_PHONE.whatToDo });
    },
  },
});
