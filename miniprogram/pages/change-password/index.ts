import { changeWords, wayOut } from './view-model';
import { changePassword } from '../../copy/change-password';
import { wayOutWords } from '../../copy/way-out';
import { confirmByTouch } from '../../services/device';
import { openTab, replacePage, restartAt } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { passwordChange } from '../../stores/password-change';
import { session } from '../../stores/session';
import { placeOf } from '../../stores/way-out';

interface InputEvent {
  detail: { value: string };
}

interface PasswordsEvent {
  detail: { password: string; passwordAgain: string };
}

Component({
  behaviors: [
    bindStore(passwordChange, {
      busy: (store) => store.submitting.busy,
      refusal: (store) => store.submitting.trouble && changeWords(store.submitting.trouble),
      wayOut: (store) => store.submitting.trouble && wayOut(store.submitting.trouble),
    }),
  ],
  data: {
    copy: changePassword,
    ways: { ...wayOutWords, 'reset-password': changePassword.forgot },
    hasPassword: true,
    done: false,
    oldPassword: '',
    error: '',
  },
  methods: {
    onLoad() {
      const { me } = session;
      this.setData({ hasPassword: me?.signedIn === true ? me.hasPassword : true });
    },
    onUnload: () => passwordChange.submitting.forget(),
    onOld(event: InputEvent) {
      this.setData({ oldPassword: event.detail.value, error: '' });
    },
    async onPasswords({ detail }: PasswordsEvent) {
      const { hasPassword, oldPassword } = this.data;
      if (hasPassword && oldPassword === '') {
        this.setData({ error: this.data.copy.oldMissing });
        return;
      }
      const passwords = hasPassword ? { ...detail, oldPassword } : detail;
      if (!(await passwordChange.submit(passwords))) return;
      confirmByTouch();
      this.setData({ done: true, oldPassword: '' });
    },
    onWayOut() {
      const way = this.data.wayOut;
      if (way === 'sign-in') void restartAt('sign-in');
      else if (way) void replacePage(placeOf(way).page, placeOf(way).query);
    },
    onHome: () => openTab('account'),
  },
});
