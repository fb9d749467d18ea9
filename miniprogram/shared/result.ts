import type { ErrorCode, ErrorDetails } from './error-codes';

/** An expected refusal: a code, and for some codes what the user needs to know besides. */
export type Refusal<C extends ErrorCode = ErrorCode> = {
  [K in C]: K extends keyof ErrorDetails ? { ok: false; code: K; detail: ErrorDetails[K] } : { ok: false; code: K };
}[C];

export type Accepted<T> = { ok: true; data: T };

/** The outcome of anything that may be refused. Faults that nobody expects are thrown instead. */
export type Result<T, C extends ErrorCode = ErrorCode> = Accepted<T> | Refusal<C>;

/** What a cloud function answers: the result, and for a refusal a neutral sentence for developers. */
export type Envelope<T> = Accepted<T> | (Refusal & { message: string });

export const accept = <T>(data: T): Accepted<T> => ({ ok: true, data });

export function refuse<C extends Exclude<ErrorCode, keyof ErrorDetails>>(code: C): Refusal<C>;
export function refuse<C extends keyof ErrorDetails>(code: C, detail: ErrorDetails[C]): Refusal<C>;
export function refuse(code: ErrorCode, detail?: unknown): Refusal {
  return (detail === undefined ? { ok: false, code } : { ok: false, code, detail }) as Refusal;
}
