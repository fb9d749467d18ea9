/**
 * What the phone may ask of the cloud functions, and what they answer: the one place where both halves meet.
 * A call is `{ action, input }`, an answer an `Envelope` (`result.ts`). The server checks every input at run time.
 */
import type { Instant } from './error-codes';

/** What a text-message code is for; a code sent for one purpose is worthless for another (rule A3). */
export type SmsPurpose = 'register' | 'reset' | 'bindCard' | 'changePhone';

type Nothing = Record<string, never>;

/** What the signed-in person may know of their own account. */
export type Me =
  | { signedIn: false }
  | {
      signedIn: true;
      /** The holder's own name, in full; absent after the phone button until it is given for real-name verification. */
      name?: string;
      /** Masked (`138****0001`); absent where the account has no phone yet (first card sign-in) or lost it (rule A12). */
      phone?: string;
      /** False until real-name verification; a card sign-in counts as verified (rule B1). */
      verified: boolean;
      hasPassword: boolean;
    };

interface NewAccount {
  phone: string;
  smsCode: string;
  name: string;
  idNumber: string;
  password: string;
  passwordAgain: string;
}

export interface AccountApi {
  /** A picture and the same question in words; the answer to either is the same number (rule A2). */
  captcha: { input: Nothing; output: { captchaId: string; image: string; question: string } };
  sendSms: {
    input: { phone: string; purpose: SmsPurpose; captchaId: string; answer: string };
    output: { expiresAt: Instant; resendAfterSeconds: number };
  };
  /** Signs in as well (rules A4 to A7). */
  register: { input: NewAccount; output: { me: Me } };
  /** For a recycled number: a new account; the old one loses the number (rule A12). Takes a `register` code. */
  reclaimPhone: { input: NewAccount; output: { me: Me } };
  signIn: { input: { phone: string; password: string }; output: { signedIn: true } };
  /** `code` is what WeChat's own phone-number button hands out; opens an account where there is none (rule A8). */
  signInWithPhoneButton: { input: { code: string }; output: { me: Me } };
  signInWithCard: { input: { idNumber: string; cardPassword: string }; output: { needsPhone: boolean } };
  bindPhone: { input: { phone: string; smsCode: string }; output: { me: Me } };
  /** Unlocks at once and signs in here; ends the sessions of other WeChat users (rule A11). */
  resetPassword: {
    input: { phone: string; smsCode: string; password: string; passwordAgain: string };
    output: { me: Me };
  };
  /** `oldPassword` may be missing only where the account has none yet (rule A8). */
  changePassword: {
    input: { oldPassword?: string; password: string; passwordAgain: string };
    output: { me: Me };
  };
  changePhone: { input: { phone: string; smsCode: string }; output: { me: Me } };
  /** Deletes the account for good; certifications stay (rule A14). */
  closeAccount: { input: Nothing; output: Nothing };
  me: { input: Nothing; output: Me };
  signOut: { input: Nothing; output: Nothing };
}

/** The cloud functions and their actions. */
export interface Api {
  account: AccountApi;
}

export type FunctionName = keyof Api;
export type ActionName<F extends FunctionName> = keyof Api[F] & string;
export type Input<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { input: infer I } ? I : never;
export type Output<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { output: infer O } ? O : never;
