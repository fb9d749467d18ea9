import type { Accepted, Refusal } from './result';

/**
 * What can go wrong on the phone before any cloud function has answered. The words stand in `copy/errors.ts`. WeChat's
 * button for the phone number may be denied by the person, by their not agreeing to the privacy guide, not be granted to
 * this app at all, or fail.
 */
export const phoneFaults = [
  'OFFLINE',
  'TIMEOUT',
  'UNREACHABLE',
  'PHONE_BUTTON_DENIED',
  'PHONE_BUTTON_GUIDE',
  'PHONE_BUTTON_NOT_GRANTED',
  'PHONE_BUTTON_UNKNOWN',
] as const;

export type PhoneFault = (typeof phoneFaults)[number];

/** The way to the server has failed, not the server: what was tried may be tried again by itself. */
export const isOnTheWay = ({ code }: Trouble): boolean => ['OFFLINE', 'TIMEOUT', 'UNREACHABLE'].includes(code);

/** A refusal by the server, or a fault on the way to it. */
export type Trouble = Refusal | { ok: false; code: PhoneFault };

/** What a call comes to on the phone. */
export type Answer<T> = Accepted<T> | Trouble;

export const fault = (code: PhoneFault): Trouble => ({ ok: false, code });
