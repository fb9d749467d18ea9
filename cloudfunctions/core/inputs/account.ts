import * as v from 'valibot';
import type { AccountApi } from '../../../miniprogram/shared/contract';
import { invitationKinds, relations } from '../../../miniprogram/shared/certification';
import { following } from './contract-check';
import { hexId, idNumber, name, numberText, phone, text } from './text';

const smsCode = numberText(24);
/** More than rule A7 allows, so that a somewhat long password is answered with the rule. */
const password = text(64);

const relation = v.picklist(relations);
const nothing = v.record(v.string(), v.never());
const newAccount = v.strictObject({ phone, smsCode, name, idNumber, password, passwordAgain: password });
const provenPhone = v.strictObject({ phone, smsCode });

type Inputs = { [A in keyof AccountApi]: AccountApi[A]['input'] };

/** What each action takes, checked when a call arrives. */
export const accountInputs = following<Inputs>()({
  captcha: nothing,
  sendSms: v.strictObject({
    phone,
    purpose: v.picklist(['register', 'reset', 'bindCard', 'changePhone']),
    captchaId: hexId,
    answer: numberText(24),
  }),
  register: newAccount,
  reclaimPhone: newAccount,
  signIn: v.strictObject({ phone, password }),
  signInWithPhoneButton: v.strictObject({ code: text(512) }),
  signInWithCard: v.strictObject({ idNumber, cardPassword: text(64) }),
  bindPhone: provenPhone,
  resetPassword: v.strictObject({ phone, smsCode, password, passwordAgain: password }),
  changePassword: v.strictObject({ oldPassword: v.exactOptional(password), password, passwordAgain: password }),
  changePhone: provenPhone,
  closeAccount: nothing,
  me: nothing,
  signOut: nothing,
  listContacts: nothing,
  addContact: v.strictObject({ name, idNumber, relation }),
  removeContact: v.strictObject({ contactId: hexId }),
  invite: v.strictObject({ kind: v.picklist(invitationKinds), relation }),
  readInvitation: v.strictObject({ code: hexId }),
  acceptInvitation: v.strictObject({ code: hexId, relation: v.exactOptional(relation) }),
});
