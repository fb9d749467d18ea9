import type { Accepted, Refusal } from './result';

/** What can go wrong on the phone before any cloud function has answered. The words stand in `copy/errors.ts`. */
export const phoneFaults = ['OFFLINE', 'TIMEOUT', 'UNREACHABLE', 'PHONE_BUTTON_DENIED'] as const;

export type PhoneFault = (typeof phoneFaults)[number];

/** A refusal by the server, or a fault on the way to it. */
export type Trouble = Refusal | { ok: false; code: PhoneFault };

/** What a call comes to on the phone. */
export type Answer<T> = Accepted<T> | Trouble;

export const fault = (code: PhoneFault): Trouble => ({ ok: false, code });
