/** Help for whoever cannot do it by face (rules F1, F2). */
import type { ChinaDay, Instant } from '../china-time';
import type { Office, PersonRef } from './person-ref';
import type { Nothing } from './shapes';

/** Why somebody asks for help (rule F1). */
export const helpReasons = [
  'old-or-ill',
  'bed-ridden',
  'deaf',
  'dementia',
  'face-changed',
  'no-id-card',
  'abroad',
  'no-face-processing',
  'data-wrong',
  'other',
] as const;

export type HelpReason = (typeof helpReasons)[number];

export const helpStates = ['requested', 'accepted', 'scheduled', 'done', 'not-possible', 'withdrawn'] as const;

export type HelpState = (typeof helpStates)[number];

/** A request for help, as who asked sees it (rule F2). */
export interface HelpRequest {
  id: string;
  /** Whom it is for, masked unless it is the account's own or a contact's name. */
  name: string;
  /** As this account gave it: what others said is not told. */
  reason: HelpReason;
  state: HelpState;
  askedAt: Instant;
  changedAt: Instant;
  /** Who takes care of it: the unit, or the agency where the person is on no roster. */
  office?: Office;
  /** For who asked first, the person and those whom the person has agreed to. */
  visit?: { day: ChinaDay; visitor: string };
}

export interface HelpApi {
  /**
   * Asking twice while a request is open answers with the open one (rules F1, F2). `phone` is where to call back: a
   * mainland mobile number, a landline with its area code and extension, a 400 or 800 number, or a foreign one; without
   * it, the account's own. No name is refused for a character (rule A6).
   */
  askForHelp: {
    input: { whom: PersonRef; reason: HelpReason; phone?: string };
    output: { request: HelpRequest };
    refuses:
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'BAD_PHONE'
      | 'CONTACT_NOT_FOUND'
      | 'NOT_SIGNED_IN'
      | 'REAL_NAME_REQUIRED'
      | 'TOO_MANY_ASKERS'
      | 'TOO_MANY_TRIES';
  };
  listHelp: { input: Nothing; output: { requests: HelpRequest[] }; refuses: 'NOT_SIGNED_IN' };
  withdrawHelp: {
    input: { id: string };
    output: { request: HelpRequest };
    refuses: 'HELP_NOT_FOUND' | 'NOT_SIGNED_IN';
  };
}
