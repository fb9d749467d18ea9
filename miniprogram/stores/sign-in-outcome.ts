import { session } from './session';
import { call } from '../services/cloud';
import type { Answer } from '../shared/phone-fault';
import type { Me } from '../shared/contract/account';
import { accept } from '../shared/result';

/**
 * For actions that sign in. When no answer came back, the work may be done all the same: then the phone is signed in
 * now, and the person must not be told that it failed, nor be sent to try again with a code that is used up.
 */
export const signInOutcome = async (ask: () => Promise<Answer<{ me: Me }>>): Promise<Answer<{ me: Me }>> => {
  const signedInBefore = session.signedIn;
  const answer = await ask();
  if (answer.ok || (answer.code !== 'TIMEOUT' && answer.code !== 'UNREACHABLE')) return answer;
  const me = await call('account', 'me', {});
  return me.ok && me.data.signedIn && !signedInBefore ? accept({ me: me.data }) : answer;
};
