import type { Way } from '../../../../miniprogram/shared/contract/identity';
import type { FaceChallenge, Review } from '../documents/face-check';

/**
 * Seconds from the first instruction to the decision. The gentle way asks for less, of people who need longer for it.
 */
const SECONDS: Readonly<Record<Way, number>> = { actions: 180, gentle: 300 };

export const expiryOf = (way: Way, now: Date): Date => new Date(now.getTime() + SECONDS[way] * 1000);

/** Whether the try belongs to this account on this phone: to anybody else it does not exist. */
export const isOf = (
  { accountId, wechatUserKey, purpose }: FaceChallenge,
  caller: Pick<FaceChallenge, 'accountId' | 'wechatUserKey' | 'purpose'>,
): boolean => accountId === caller.accountId && wechatUserKey === caller.wechatUserKey && purpose === caller.purpose;

/** Where its stills lie: nothing else in storage is looked at. The id is hexadecimal. */
export const stillPaths = (challengeId: string): RegExp =>
  new RegExp(`^stills/${challengeId}/[A-Za-z0-9_-]{1,40}\\.jpg$`);

/** What a reviewer's case keeps of a challenge. */
export function withoutCourse(challenge: FaceChallenge): Review['challenge'] {
  const { startedAt, expiresAt, takenAt, outcome, ...kept } = challenge;
  return kept;
}
