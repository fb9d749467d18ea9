/**
 * What the phone may ask of the cloud functions, and what they answer: the one place where both halves meet.
 * A call is `{ action, input }`, an answer an `Envelope` (`result.ts`). The server checks every input at run time.
 */
import type {
  CertificationRecord,
  Contact,
  Eligibility,
  FaceAction,
  FaceReason,
  HelpReason,
  HelpRequest,
  InvitationKind,
  Method,
  Receipt,
  Relation,
  Still,
  Way,
} from './certification';
import type { ChinaDay, Instant } from './china-time';

/** What a text-message code is for; a code sent for one purpose is worthless for another (rule A3). */
export type SmsPurpose = 'register' | 'reset' | 'bindCard' | 'changePhone';

type Nothing = Record<string, never>;
/** Parts put together as one plain object. */
type Together<T> = { [K in keyof T]: T[K] };

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
      movedAway?: Instant;
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

  listContacts: { input: Nothing; output: { contacts: Contact[] } };
  addContact: { input: Together<Named & { relation: Relation }>; output: { contact: Contact } };
  removeContact: { input: { contactId: string }; output: Nothing };
  /** A card to share in WeChat; `relation` is what the other one is to the inviter, or for `help-you` will be (rule D10). */
  invite: { input: { kind: InvitationKind; relation: Relation }; output: { code: string; expiresAt: Instant } };
  /** What an invitation says, before it is accepted. `from` is masked. */
  readInvitation: { input: { code: string }; output: { kind: InvitationKind; from: string; expiresAt: Instant } };
  /** `relation`, for `help-me`: what the inviter is to the one who accepts. */
  acceptInvitation: { input: { code: string; relation?: Relation }; output: { kind: InvitationKind; from: string } };
}

/** Typed by whoever holds the phone. */
interface Named {
  name: string;
  idNumber: string;
}

/** The holder, a saved contact, or somebody whose name and number are typed. */
export type Whom = { self: true } | { contactId: string } | Named;

/** A face challenge, as the phone gets it (`face.md`). */
interface Challenge {
  /** Works once. */
  challengeId: string;
  actions: FaceAction[];
  expiresAt: Instant;
}

interface Finish {
  challengeId: string;
  stills: Still[];
}

export interface CertificationApi {
  /** Agreeing to face processing, or taking that back: then what was made from the face is deleted (rule B2). */
  consent: { input: { given: boolean; version: string }; output: { given: boolean } };
  /** Looks at a photographed card of somebody; the number read must equal the known one (rule B2). */
  readIdCard: { input: { fileId: string; whom: Whom }; output: { idNumber: string } };
  /** Real-name verification of the holder; name and number where the account has none yet, or to correct them. */
  startRealName: { input: { whom: { self: true } | Named; way: Way }; output: Challenge };
  finishRealName: { input: Finish; output: { result: 'verified' | 'review' | 'refused'; reasons: FaceReason[] } };
  eligibility: { input: Whom; output: Eligibility };
  startCertification: { input: Together<Whom & { way: Way }>; output: Together<Challenge & { name: string }> };
  /** A repeat of the same request answers with the first result (rule D3). */
  finishCertification: {
    input: Finish;
    output: {
      result: 'certified' | 'review' | 'refused';
      reasons: FaceReason[];
      receipt?: Receipt;
      /** After `refused`: faces that may still fail today (rule D5). */
      triesLeft?: number;
    };
  };
  /** Newest first, the holder's own or a contact's, a page at a time (rule D12). */
  records: {
    input: { contactId?: string; next?: string };
    output: { items: CertificationRecord[]; next?: string };
  };
  receipt: { input: { number: string }; output: Receipt };
  /** For whoever scans a receipt: no sign-in, no personal data (rule D8). */
  verifyReceipt: {
    input: { number: string };
    output:
      { genuine: false } | { genuine: true; method: Method; at: Instant; until: ChinaDay; demonstration: boolean };
  };
  /** Asking twice while a request is open answers with the open one (rules F1, F2). */
  askForHelp: { input: { whom: Whom; reason: HelpReason; phone?: string }; output: { request: HelpRequest } };
  listHelp: { input: Nothing; output: { requests: HelpRequest[] } };
  withdrawHelp: { input: { id: string }; output: { request: HelpRequest } };
}

/** The cloud functions and their actions. */
export interface Api {
  account: AccountApi;
  certification: CertificationApi;
}

export type FunctionName = keyof Api;
export type ActionName<F extends FunctionName> = keyof Api[F] & string;
export type Input<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { input: infer I } ? I : never;
export type Output<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { output: infer O } ? O : never;
