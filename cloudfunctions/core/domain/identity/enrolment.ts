import { addHours } from '../../../../miniprogram/shared/china-time';
import type { Enrolment } from '../documents/identity';
import type { ReferencePortrait } from '../documents/face';

/** Hours that a photographed card waits for its face. */
const HOURS = 24;
/** Cards that an account may have looked at on a CST calendar day, and a WeChat user on all accounts. */
export const MOST_CARD_PHOTOS = { account: 20, wechatUser: 60 } as const;

/** A photographed card as it is kept (rule B2). */
export const newEnrolment = (account: string, fileId: string, now: Date): Enrolment => ({
  accountId: account,
  portrait: { fileId, from: 'id-card', at: now.toISOString() },
  expiresAt: addHours(now, HOURS),
});

/** The portrait of a card that was photographed lately. */
export const livingPortrait = (enrolment: Enrolment | undefined, now: Date): ReferencePortrait | undefined =>
  enrolment && now < enrolment.expiresAt ? enrolment.portrait : undefined;
