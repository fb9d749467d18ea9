import { Attempt } from './attempt';
import { session } from './session';
import { call } from '../services/cloud';
import { fault } from '../shared/phone-fault';

/** The three ways in (rules A8, A9, A13). Each answers whether the person is in. */
export class SignInStore {
  readonly attempt = new Attempt();

  async withPassword(phone: string, password: string): Promise<boolean> {
    const done = await this.attempt.run(() => call('account', 'signIn', { phone, password }));
    if (done) await this.entered();
    return done !== undefined;
  }

  /** @returns for a card that has no phone yet: `needs-phone` */
  async withCard(idNumber: string, cardPassword: string): Promise<'in' | 'needs-phone' | 'refused'> {
    const done = await this.attempt.run(() => call('account', 'signInWithCard', { idNumber, cardPassword }));
    if (!done) return 'refused';
    await this.entered();
    return done.data.needsPhone ? 'needs-phone' : 'in';
  }

  /** @param code what WeChat's button handed out; missing where the person did not allow it */
  async withPhoneButton(code: string | undefined): Promise<boolean> {
    const done = await this.attempt.run(async () =>
      code === undefined || code === ''
        ? fault('PHONE_BUTTON_DENIED')
        : call('account', 'signInWithPhoneButton', { code }),
    );
    if (done) session.accept(done.data.me);
    return done !== undefined;
  }

  private async entered(): Promise<void> {
    session.forget();
    await session.refresh();
  }
}

export const signIn = new SignInStore();
