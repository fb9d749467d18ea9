import { Attempt } from './attempt';
import { session } from './session';
import { call } from '../services/cloud';

/** Another password, or the first one of an account that was opened by WeChat's phone button (rule A8). */
export class PasswordChangeStore {
  readonly submitting = new Attempt();

  async submit(passwords: { oldPassword?: string; password: string; passwordAgain: string }): Promise<boolean> {
    const done = await this.submitting.run(() => call('account', 'changePassword', passwords));
    if (done) session.accept(done.data.me);
    return done !== undefined;
  }
}

export const passwordChange = new PasswordChangeStore();
