import * as v from 'valibot';
import type { AccountApi } from '../../../miniprogram/shared/contract';
import { invitationKinds, relations } from '../../../miniprogram/shared/certification';
import { following } from '../inputs/contract-check';

const me = v.variant('signedIn', [
  v.object({ signedIn: v.literal(false) }),
  v.object({
    signedIn: v.literal(true),
    name: v.exactOptional(v.string()),
    phone: v.exactOptional(v.string()),
    idNumber: v.exactOptional(v.string()),
    verified: v.boolean(),
    hasPassword: v.boolean(),
    faceConsent: v.boolean(),
    movedAway: v.exactOptional(v.string()),
  }),
]);
const contact = v.object({
  id: v.string(),
  name: v.string(),
  idNumber: v.string(),
  relation: v.picklist(relations),
  consented: v.boolean(),
});
const invitationKind = v.picklist(invitationKinds);
const withMe = v.object({ me });
const nothing = v.pipe(
  v.unknown(),
  v.transform((): Record<string, never> => ({})),
);

type Outputs = { [A in keyof AccountApi]: AccountApi[A]['output'] };

/** What each action answers. What a use-case puts in besides never leaves the function. */
export const accountAnswers = following<Outputs>()({
  captcha: v.object({ captchaId: v.string(), image: v.string(), question: v.string() }),
  sendSms: v.object({ expiresAt: v.string(), resendAfterSeconds: v.number() }),
  register: withMe,
  reclaimPhone: withMe,
  signIn: v.object({ signedIn: v.literal(true) }),
  signInWithPhoneButton: withMe,
  signInWithCard: v.object({ needsPhone: v.boolean() }),
  bindPhone: withMe,
  resetPassword: withMe,
  changePassword: withMe,
  changePhone: withMe,
  closeAccount: nothing,
  me,
  signOut: nothing,
  listContacts: v.object({ contacts: v.array(contact) }),
  addContact: v.object({ contact }),
  removeContact: nothing,
  invite: v.object({ code: v.string(), expiresAt: v.string() }),
  readInvitation: v.object({ kind: invitationKind, from: v.string(), expiresAt: v.string() }),
  acceptInvitation: v.object({ kind: invitationKind, from: v.string() }),
});
