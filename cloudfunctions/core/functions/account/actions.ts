import * as v from 'valibot';
import { smsPurposes } from '../../../../miniprogram/shared/contract/account';
import type { Api } from '../../../../miniprogram/shared/contract/api';
import { invitationKinds, relations } from '../../../../miniprogram/shared/contract/family';
import type { CaptchaPainter } from '../../ports/captcha-painter';
import type { Database } from '../../ports/database';
import type { Files } from '../../ports/files';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Passwords } from '../../ports/passwords';
import type { Pause } from '../../ports/pause';
import type { PhoneButton } from '../../ports/phone-button';
import type { Queries } from '../../ports/queries';
import type { Random } from '../../ports/random';
import type { Roster } from '../../ports/roster';
import type { Sms } from '../../ports/sms';
import type { SocialSecurityCards } from '../../ports/social-security-cards';
import { acceptInvitation } from '../../use-cases/family/accept-invitation';
import { addContact } from '../../use-cases/family/add-contact';
import { bindPhone } from '../../use-cases/account/bind-phone';
import { captcha } from '../../use-cases/account/captcha';
import { changePassword } from '../../use-cases/account/change-password';
import { changePhone } from '../../use-cases/account/change-phone';
import { checkName } from '../../use-cases/account/check-name';
import { closeAccount } from '../../use-cases/account/close-account';
import { invite } from '../../use-cases/family/invite';
import { listContacts } from '../../use-cases/family/list-contacts';
import { me } from '../../use-cases/account/me';
import { readInvitation } from '../../use-cases/family/read-invitation';
import { reclaimPhone } from '../../use-cases/account/reclaim-phone';
import { register } from '../../use-cases/account/register';
import { removeContact } from '../../use-cases/family/remove-contact';
import { resetPassword } from '../../use-cases/account/reset-password';
import { sendSms } from '../../use-cases/account/send-sms';
import { signInWithCard } from '../../use-cases/account/sign-in-with-card';
import { signInWithPhoneButton } from '../../use-cases/account/sign-in-with-phone-button';
import { signIn } from '../../use-cases/account/sign-in';
import { signOut } from '../../use-cases/account/sign-out';
import { actionsOf } from '../wire/action';
import { empty, hexId, idNumber, name, namedPerson, nothing, typedText, phone, text } from '../wire/fields';

/** All that the account function needs from outside. */
export interface AccountDependencies {
  readonly database: Database;
  readonly hash: KeyedHash;
  readonly painter: CaptchaPainter;
  readonly passwords: Passwords;
  readonly pause: Pause;
  readonly phoneButton: PhoneButton;
  readonly files: Pick<Files, 'remove'>;
  readonly queries: Pick<Queries, 'certificationsOf' | 'countDaily' | 'enrolmentsOf' | 'recipientsOf'>;
  readonly random: Random;
  readonly roster: Roster;
  readonly sms: Sms;
  readonly socialSecurityCards: SocialSecurityCards;
}

const smsCode = typedText(24);
/** More than rule A7 allows, so that a somewhat long password is answered with the rule. */
const password = text(64);
const newAccount = v.strictObject({ phone, smsCode, ...namedPerson, password, passwordAgain: password });
const provenPhone = v.strictObject({ phone, smsCode });
const relation = v.picklist(relations);
const invitationKind = v.picklist(invitationKinds);

const ownAccount = v.variant('signedIn', [
  v.object({ signedIn: v.literal(false) }),
  v.object({
    signedIn: v.literal(true),
    name: v.exactOptional(v.string()),
    phone: v.exactOptional(v.string()),
    idNumber: v.exactOptional(v.string()),
    verified: v.boolean(),
    hasPassword: v.boolean(),
    faceConsent: v.boolean(),
    verifiedElsewhereAt: v.exactOptional(v.string()),
  }),
]);
const withOwnAccount = v.object({ me: ownAccount });
const contact = v.object({
  id: v.string(),
  name: v.string(),
  idNumber: v.string(),
  relation,
  consented: v.boolean(),
});

/** The actions of the account function: accounts and family. */
export const accountActions = actionsOf<Api['account'], AccountDependencies>()({
  captcha: {
    input: nothing,
    answer: v.object({ captchaId: v.string(), image: v.string(), question: v.string() }),
    run: captcha,
  },
  sendSms: {
    input: v.strictObject({
      phone,
      purpose: v.picklist(smsPurposes),
      captchaId: hexId,
      answer: typedText(24),
    }),
    answer: v.object({ expiresAt: v.string(), resendAfterSeconds: v.number() }),
    run: sendSms,
  },
  checkName: {
    input: v.strictObject({ name }),
    answer: v.object({ simplified: v.exactOptional(v.string()) }),
    run: checkName,
  },
  register: { input: newAccount, answer: withOwnAccount, run: register },
  reclaimPhone: { input: newAccount, answer: withOwnAccount, run: reclaimPhone },
  signIn: { input: v.strictObject({ phone, password }), answer: v.object({ signedIn: v.literal(true) }), run: signIn },
  signInWithPhoneButton: {
    input: v.strictObject({ code: text(512) }),
    answer: withOwnAccount,
    run: signInWithPhoneButton,
  },
  signInWithCard: {
    input: v.strictObject({ idNumber, cardPassword: text(64) }),
    answer: v.object({ needsPhone: v.boolean() }),
    run: signInWithCard,
  },
  bindPhone: { input: provenPhone, answer: withOwnAccount, run: bindPhone },
  resetPassword: {
    input: v.strictObject({ phone, smsCode, password, passwordAgain: password }),
    answer: withOwnAccount,
    run: resetPassword,
  },
  changePassword: {
    input: v.strictObject({ oldPassword: v.exactOptional(password), password, passwordAgain: password }),
    answer: withOwnAccount,
    run: changePassword,
  },
  changePhone: { input: provenPhone, answer: withOwnAccount, run: changePhone },
  closeAccount: { input: nothing, answer: empty, run: closeAccount },
  me: { input: nothing, answer: ownAccount, run: me },
  signOut: { input: nothing, answer: empty, run: signOut },
  listContacts: { input: nothing, answer: v.object({ contacts: v.array(contact) }), run: listContacts },
  addContact: { input: v.strictObject({ ...namedPerson, relation }), answer: v.object({ contact }), run: addContact },
  removeContact: { input: v.strictObject({ contactId: hexId }), answer: empty, run: removeContact },
  invite: {
    input: v.strictObject({ kind: v.picklist(invitationKinds), relation }),
    answer: v.object({ code: v.string(), expiresAt: v.string() }),
    run: invite,
  },
  readInvitation: {
    input: v.strictObject({ code: hexId }),
    answer: v.object({ kind: invitationKind, from: v.string(), expiresAt: v.string() }),
    run: readInvitation,
  },
  acceptInvitation: {
    input: v.strictObject({ code: hexId, relation: v.exactOptional(relation) }),
    answer: v.object({ kind: invitationKind, from: v.string() }),
    run: acceptInvitation,
  },
});
