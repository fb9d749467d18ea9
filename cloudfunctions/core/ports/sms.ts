import type { SmsPurpose } from '../../../miniprogram/shared/contract/account';

/** Text messages. */
export interface Sms {
  /**
   * @param to 11 digits
   * @returns false where the service did not take the message
   */
  sendCode(to: string, purpose: SmsPurpose, code: string): Promise<boolean>;
}
