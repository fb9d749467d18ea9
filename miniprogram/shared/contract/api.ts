/**
 * What the phone may ask of the cloud functions, what they answer and what they refuse: the one place where both halves
 * meet. A call is `{ action, input }`, an answer an `Envelope` (`result.ts`). The server checks every input at run time.
 */
import type { AccountApi } from './account';
import type { CertificationApi } from './certification';
import type { FamilyApi } from './family';
import type { HelpApi } from './help';
import type { IdentityApi } from './identity';

/** The cloud functions and the groups of actions that each holds. */
export interface Api {
  account: AccountApi & FamilyApi;
  certification: IdentityApi & CertificationApi & HelpApi;
}

/** Refused by every action: what the caller, the input or the platform is to blame for. */
export type EveryRefusal = 'BAD_INPUT' | 'BUSY' | 'INTERNAL' | 'NO_CALLER' | 'UNKNOWN_ACTION';

/** All actions of all functions; no two share a name. */
export type Actions = AccountApi & FamilyApi & IdentityApi & CertificationApi & HelpApi;

export type FunctionName = keyof Api;
export type ActionName<F extends FunctionName> = keyof Api[F] & string;
export type Input<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { input: infer I } ? I : never;
export type Output<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { output: infer O } ? O : never;
