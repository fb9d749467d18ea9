import { changePassword } from '../../copy/change-password';
import { describe } from '../../copy/errors';
import type { Words } from '../../copy/errors';
import type { Trouble } from '../../shared/phone-fault';

/** Here only the password can be wrong: whoever is signed in has a phone. */
export const changeWords = (trouble: Trouble): Words =>
  trouble.code === 'BAD_CREDENTIALS' ? { ...describe(trouble), title: changePassword.wrong } : describe(trouble);

/** Another page that helps; undefined where trying again is all there is to do. */
export const wayOut = ({ code }: Trouble): 'reset-password' | 'sign-in' | undefined => {
  if (code === 'NOT_SIGNED_IN') return 'sign-in';
  return code === 'BAD_CREDENTIALS' || code === 'ACCOUNT_LOCKED' ? 'reset-password' : undefined;
};
