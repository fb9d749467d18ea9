import { describe } from '../../copy/errors';
import { passwords } from '../../copy/passwords';
import { readNewPassword } from '../../shared/password';

interface InputEvent {
  detail: { value: string };
}

/** Where the phone is not known here: no password can hold a line break. The server, which knows it, looks again. */
const UNKNOWN_PHONE = '\n';

/**
 * A new password, typed twice, judged before anything is sent (rule A7). Emits `done` with both. What is typed stays in
 * here until then, and whatever is refused later.
 */
Component({
  properties: {
    /** What the button does. */
    action: String,
    busyAction: String,
    busy: Boolean,
    /** What the password must not hold: 11 digits, 18 characters; empty where not known. */
    phone: String,
    idNumber: String,
  },
  data: { copy: passwords, password: '', passwordAgain: '', error: '', errorAgain: '' },
  methods: {
    onPassword(event: InputEvent) {
      this.setData({ password: event.detail.value, error: '', errorAgain: '' });
    },
    onPasswordAgain(event: InputEvent) {
      this.setData({ passwordAgain: event.detail.value, errorAgain: '' });
    },
    onDone() {
      const { password, passwordAgain } = this.data;
      const { phone, idNumber } = this.properties;
      const read = readNewPassword(
        { password, passwordAgain },
        { phone: phone || UNKNOWN_PHONE, ...(idNumber !== '' && { idNumber }) },
      );
      if (read.ok) this.triggerEvent('done', { password, passwordAgain });
      else if (read.code === 'PASSWORDS_DIFFER') this.setData({ errorAgain: this.data.copy.differ });
      else this.setData({ error: describe(read).whatToDo });
    },
  },
});
