import { describe } from '../copy/errors';
import type { Words } from '../copy/errors';
import type { Trouble } from '../shared/phone-fault';

/** What the person reads, and the other page that helps; none where trying again is all there is to do. */
export interface Refusal extends Words {
  readonly way: '' | 'sign-in' | 'real-name' | 'contacts';
  /** The same may be accepted the next time. */
  readonly mayPass: boolean;
}

const passing: readonly Trouble['code'][] = ['OFFLINE', 'TIMEOUT', 'UNREACHABLE', 'BUSY', 'INTERNAL'];

const wayOut = ({ code }: Trouble): Refusal['way'] => {
  if (code === 'NOT_SIGNED_IN') return 'sign-in';
  if (code === 'REAL_NAME_REQUIRED') return 'real-name';
  return code === 'CONTACT_EXISTS' || code === 'CONTACT_NOT_FOUND' || code === 'TOO_MANY_CONTACTS' ? 'contacts' : '';
};

export const refusalOf = (trouble: Trouble | undefined): Refusal | undefined =>
  trouble && { ...describe(trouble), way: wayOut(trouble), mayPass: passing.includes(trouble.code) };
