import * as v from 'valibot';
import type { AccountApi } from '../../../miniprogram/shared/contract';
import { following } from './contract-check';
import { numberText, text } from './text';

/** Room for 11 digits with +86, spaces, dashes and marks (rule A1). */
const phone = numberText(40);
const smsCode = numberText(24);
/** Room for 18 characters with spaces (rule A5). */
const idNumber = numberText(60);
/** 50 characters beyond the BMP, and spaces (rule A5). */
const name = text(160);
/** More than rule A7 allows, so that a somewhat long password is answered with the rule. */
const password = text(64);
/** As `Random.id` makes it. */
const captchaId = v.pipe(v.string(), v.maxLength(32), v.regex(/^[0-9a-f]{32}$/));

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
    captchaId,
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
});
