/** Accounts: registering, signing in and out, one's phone and password (rules A1 to A14). */
import type { Instant } from '../china-time';
import type { NamedPerson } from './person-ref';
import type { Nothing, Together } from './shapes';

/** What a text-message code is for; a code sent for one purpose is worthless for another (rule A3). */
export const smsPurposes = ['register', 'reset', 'bindCard', 'changePhone'] as const;
export type SmsPurpose = (typeof smsPurposes)[number];

/** What the signed-in person may know of their own account. */
export type Me =
  | { signedIn: false }
  | {
      signedIn: true;
      /** The holder's own name, in full; absent after the phone button until it is given for real-name verification. */
      name?: string;
      /** Masked (`138****0001`); absent where the account has no phone yet (first card sign-in) or lost it (rule A12). */
      phone?: string;
      /** Masked; absent until it is given. */
      idNumber?: string;
      /** False until real-name verification; a card sign-in counts as verified (rule B1). */
      verified: boolean;
      hasPassword: boolean;
      /** Whether the holder has agreed to face processing, in its present wording (rule B2). */
      faceConsent: boolean;
      /** Since the holder was verified on another account, this one is not any more (rule B3). */
      verifiedElsewhereAt?: Instant;
    };

interface NewAccount extends NamedPerson {
  phone: string;
  smsCode: string;
  password: string;
  passwordAgain: string;
}

export interface AccountApi {
  /** A picture and the same question in words; the answer to either is the same number (rule A2). */
  captcha: { input: Nothing; output: { captchaId: string; image: string; question: string }; refuses: never };
  sendSms: {
    input: { phone: string; purpose: SmsPurpose; captchaId: string; answer: string };
    output: { expiresAt: Instant; resendAfterSeconds: number };
    refuses: 'BAD_PHONE' | 'CAPTCHA_EXPIRED' | 'CAPTCHA_WRONG' | 'SMS_LIMIT_REACHED' | 'SMS_NOT_SENT' | 'SMS_TOO_SOON';
  };
  /**
   * For the question where a name is typed: its simplified form, where it has traditional characters. Of the name alone,
   * so that it tells nothing about the roster (rule A6).
   */
  checkName: { input: { name: string }; output: { simplified?: string }; refuses: never };
  /** Signs in as well (rules A4 to A7). */
  register: {
    input: Together<NewAccount>;
    output: { me: Me };
    refuses:
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'BAD_PHONE'
      | 'PASSWORDS_DIFFER'
      | 'PHONE_TAKEN'
      | 'SMS_CODE_EXPIRED'
      | 'SMS_CODE_WRONG'
      | 'TRADITIONAL_NAME'
      | 'WEAK_PASSWORD';
  };
  /** For a recycled number: a new account; the old one loses the number (rule A12). Takes a `register` code. */
  reclaimPhone: {
    input: Together<NewAccount>;
    output: { me: Me };
    refuses:
      | 'BAD_ID_NUMBER'
      | 'BAD_NAME'
      | 'BAD_PHONE'
      | 'PASSWORDS_DIFFER'
      | 'PHONE_TAKEN'
      | 'SMS_CODE_EXPIRED'
      | 'SMS_CODE_WRONG'
      | 'TRADITIONAL_NAME'
      | 'WEAK_PASSWORD';
  };
  signIn: {
    input: { phone: string; password: string };
    output: { signedIn: true };
    refuses: 'ACCOUNT_LOCKED' | 'BAD_CREDENTIALS' | 'BAD_PHONE';
  };
  /** `code` is what WeChat's own phone-number button hands out; opens an account where there is none (rule A8). */
  signInWithPhoneButton: { input: { code: string }; output: { me: Me }; refuses: 'PHONE_BUTTON_FAILED' };
  signInWithCard: {
    input: { idNumber: string; cardPassword: string };
    output: { needsPhone: boolean };
    refuses:
      | 'ACCOUNT_LOCKED'
      | 'BAD_CREDENTIALS'
      | 'BAD_ID_NUMBER'
      | 'CARD_NOT_ACTIVATED'
      | 'CARD_SERVICE_DOWN'
      | 'PERSON_NOT_FOUND';
  };
  bindPhone: {
    input: { phone: string; smsCode: string };
    output: { me: Me };
    refuses: 'BAD_PHONE' | 'NOT_SIGNED_IN' | 'PHONE_TAKEN' | 'SMS_CODE_EXPIRED' | 'SMS_CODE_WRONG';
  };
  /** Unlocks at once and signs in here; ends the sessions of other WeChat users (rule A11). */
  resetPassword: {
    input: { phone: string; smsCode: string; password: string; passwordAgain: string };
    output: { me: Me };
    refuses:
      | 'BAD_PHONE'
      | 'PASSWORDS_DIFFER'
      | 'PHONE_NOT_REGISTERED'
      | 'SMS_CODE_EXPIRED'
      | 'SMS_CODE_WRONG'
      | 'WEAK_PASSWORD';
  };
  /** `oldPassword` may be missing only where the account has none yet (rule A8). */
  changePassword: {
    input: { oldPassword?: string; password: string; passwordAgain: string };
    output: { me: Me };
    refuses:
      | 'ACCOUNT_LOCKED'
      | 'BAD_CREDENTIALS'
      | 'NOT_SIGNED_IN'
      | 'PASSWORDS_DIFFER'
      | 'PHONE_REQUIRED'
      | 'PHONE_TAKEN'
      | 'WEAK_PASSWORD';
  };
  changePhone: {
    input: { phone: string; smsCode: string };
    output: { me: Me };
    refuses: 'BAD_PHONE' | 'NOT_SIGNED_IN' | 'PHONE_REQUIRED' | 'PHONE_TAKEN' | 'SMS_CODE_EXPIRED' | 'SMS_CODE_WRONG';
  };
  /** Deletes the account for good; certifications stay (rule A14). */
  closeAccount: { input: Nothing; output: Nothing; refuses: 'NOT_SIGNED_IN' };
  me: { input: Nothing; output: Me; refuses: never };
  signOut: { input: Nothing; output: Nothing; refuses: never };
}
