import type { AccountApi } from '../../../miniprogram/shared/contract';
import type { ErrorCode } from '../../../miniprogram/shared/error-codes';
import type {
  CaptchaPainter,
  Database,
  Files,
  KeyedHash,
  NameScript,
  Passwords,
  PhoneButton,
  Queries,
  Random,
  Roster,
  Sms,
  SocialSecurityCards,
} from '../ports';
import { acceptInvitation } from './accept-invitation';
import type { AccountAction } from './action';
import { addContact } from './add-contact';
import { bindPhone } from './bind-phone';
import { captcha } from './captcha';
import { changePassword } from './change-password';
import { changePhone } from './change-phone';
import { closeAccount } from './close-account';
import { invite } from './invite';
import { listContacts } from './list-contacts';
import { me } from './me';
import { readInvitation } from './read-invitation';
import { reclaimPhone } from './reclaim-phone';
import { register } from './register';
import { removeContact } from './remove-contact';
import { resetPassword } from './reset-password';
import { sendSms } from './send-sms';
import { signInWithCard } from './sign-in-with-card';
import { signInWithPhoneButton } from './sign-in-with-phone-button';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

/** All that the account function needs from outside. */
export interface AccountDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
  readonly painter: CaptchaPainter;
  readonly passwords: Passwords;
  readonly phoneButton: PhoneButton;
  readonly files: Pick<Files, 'remove'>;
  readonly queries: Pick<Queries, 'certificationsOf' | 'countLookUp' | 'enrolmentsOf'>;
  readonly random: Random;
  readonly roster: Roster;
  readonly script: NameScript;
  readonly sms: Sms;
  readonly socialSecurityCards: SocialSecurityCards;
}

/** One for each action of the contract; the compiler finds a missing or a further one. */
export type AccountActions = { readonly [A in keyof AccountApi]: AccountAction<A, ErrorCode> };

/** The actions of the account function. */
export const accountActions = (deps: AccountDependencies): AccountActions => ({
  acceptInvitation: acceptInvitation(deps),
  addContact: addContact(deps),
  bindPhone: bindPhone(deps),
  captcha: captcha(deps),
  changePassword: changePassword(deps),
  changePhone: changePhone(deps),
  closeAccount: closeAccount(deps),
  invite: invite(deps),
  listContacts: listContacts(deps),
  me: me(deps),
  readInvitation: readInvitation(deps),
  reclaimPhone: reclaimPhone(deps),
  register: register(deps),
  removeContact: removeContact(deps),
  resetPassword: resetPassword(deps),
  sendSms: sendSms(deps),
  signIn: signIn(deps),
  signInWithCard: signInWithCard(deps),
  signInWithPhoneButton: signInWithPhoneButton(deps),
  signOut: signOut(deps),
});
