import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { Refusal, Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { outcomeOf } from '../../domain/certification/certification';
import type { Recipient } from '../../domain/documents/roster';
import type { Review } from '../../domain/documents/face-check';
import type { PersonEligibility } from '../../domain/certification/eligibility';
import { checkEligibility } from '../../domain/certification/eligibility';
import { afterCertifying } from '../../domain/certification/people';
import { RECEIPT_DIGITS } from '../../domain/certification/receipt';
import type { Collections, Database, Stored } from '../../ports/database';
import type { FaceVerifier } from '../../ports/face-verifier';
import type { Files } from '../../ports/files';
import type { Queries } from '../../ports/queries';
import type { Random } from '../../ports/random';
import { changeRecipient } from '../steps/change-recipient';
import { recordCertification } from '../certification/record-certification';
import { retryOnConflict } from '../steps/retry-on-conflict';

export interface DecideReviewDependencies {
  readonly database: Pick<Database, 'transact'> &
    Pick<Collections, 'accounts' | 'certifications' | 'recipients' | 'reviews'>;
  readonly files: Pick<Files, 'remove'>;
  readonly queries: Pick<Queries, 'recipientAndCycle'>;
  readonly random: Random;
  readonly trustsEngine: boolean;
  /**
   * Verifies the holder of an account whose real-name try was accepted; it keeps `review.portrait` or deletes its file.
   * Repeated, it changes nothing more.
   */
  readonly verifyHolder: (review: Stored<Review>, now: Date) => Promise<void>;
  readonly verifier: Pick<FaceVerifier, 'isForProduction'>;
}

/** What a reviewer of the agency says to a try. */
export interface Decision {
  readonly reviewId: string;
  readonly reviewer: {
    readonly accountId: string;
    /** Keyed hash of the openid. */
    readonly wechatUserKey: string;
  };
  readonly accepts: boolean;
  /** In words, kept with the decision. */
  readonly reason: string;
}

type Eligible = PersonEligibility & { readonly state: 'eligible' };
type Decided = Review & { readonly state: 'accepted' | 'rejected' };

const decided = (review: Review, { accepts, reason, reviewer }: Decision, at: Date): Decided => ({
  ...review,
  state: accepts ? 'accepted' : 'rejected',
  decided: { by: reviewer.accountId, at, reason },
});

/** A review that this reviewer may decide. */
async function findOpen(
  { database }: DecideReviewDependencies,
  { reviewId, reviewer }: Decision,
): Promise<Result<Stored<Review>, 'REVIEW_NOT_FOUND' | 'REVIEW_OWN'>> {
  const review = await database.reviews.get(reviewId);
  if (review?.value.state !== 'open') return refuse('REVIEW_NOT_FOUND');
  const { submittedByAccountId, challenge } = review.value;
  const isOwn = submittedByAccountId === reviewer.accountId || challenge.wechatUserKey === reviewer.wechatUserKey;
  return isOwn ? refuse('REVIEW_OWN') : accept(review);
}

/** The contact's consent by face and the count of people, as after any other certification; what is full stays open. */
async function noteOnAccount(
  { database: { accounts } }: DecideReviewDependencies,
  { challenge }: Review,
  now: Date,
): Promise<void> {
  await retryOnConflict<object>(async () => {
    const seen = await accounts.get(challenge.accountId);
    if (!seen) return {};
    const changed = afterCertifying(seen.value, challenge, now);
    return changed === seen.value ? {} : accounts.replace(seen, changed);
  });
}

/** The certification and the decision, or neither. The face was judged by a person: that is the method. */
async function certify(
  deps: DecideReviewDependencies,
  review: Stored<Review>,
  decision: Decision,
  look: Eligible,
  now: Date,
): Promise<boolean> {
  const { challenge, judgement, template, portrait } = review.value;
  const outcome = outcomeOf({
    ...look,
    challengeId: review.id,
    challenge,
    method: 'manual-review',
    judgement,
    template,
    portrait: look.recipient.portrait ? undefined : portrait,
    number: deps.random.digits(RECEIPT_DIGITS),
    demonstration: !deps.verifier.isForProduction && !deps.trustsEngine,
    actor: decision.reviewer.accountId,
    now,
  });
  const close = async ({ reviews }: Collections) =>
    (await reviews.replace(review, decided(review.value, decision, now))) !== undefined;
  const isWritten = await recordCertification(deps.database, challenge.recipientId, outcome, close);
  if (isWritten) await noteOnAccount(deps, review.value, now);
  return isWritten;
}

const close = async (
  { database }: DecideReviewDependencies,
  review: Stored<Review>,
  decision: Decision,
  now: Date,
): Promise<boolean> => (await database.reviews.replace(review, decided(review.value, decision, now))) !== undefined;

/** What stands in the way of accepting: the reviewer may reject, or wait until it is put right. */
function obstacle(look: PersonEligibility): Refusal<'NOT_ELIGIBLE' | 'PERSON_NOT_FOUND'> | undefined {
  if (look.state === 'not-found') return refuse('PERSON_NOT_FOUND');
  if (look.state === 'already-certified' || look.state === 'eligible') return undefined;
  return refuse('NOT_ELIGIBLE', { state: look.state });
}

const withoutReview = (recipient: Recipient, reviewId: string): Recipient => {
  const { review, ...rest } = recipient;
  return review?.id === reviewId ? rest : recipient;
};

/** The pictures go, and a portrait that was kept for this review alone. */
async function tidy(deps: DecideReviewDependencies, { id, value }: Stored<Review>): Promise<void> {
  const { recipients } = deps.database;
  const seen = await recipients.get(value.challenge.recipientId);
  if (seen?.value.review?.id === id) await changeRecipient({ recipients }, seen, (each) => withoutReview(each, id));
  const isOrphan = value.portrait.fileId !== seen?.value.portrait?.fileId;
  const portraits = isOrphan ? [value.portrait.fileId] : [];
  await deps.files.remove([...value.stills.map(({ fileId }) => fileId), ...portraits]);
}

/** Whoever was certified in another way meanwhile needs no second certification; the decision stands all the same. */
async function acceptCertification(
  deps: DecideReviewDependencies,
  review: Stored<Review>,
  decision: Decision,
  now: Date,
): Promise<Result<{ certified: boolean }, 'NOT_ELIGIBLE' | 'PERSON_NOT_FOUND' | 'REVIEW_NOT_FOUND'>> {
  const { recipientId: id } = review.value.challenge;
  const { recipient, cycle } = await deps.queries.recipientAndCycle(id);
  // Name and number agreed when the try began; the name may have been corrected since (rule C3).
  const look = checkEligibility({ recipient: recipient?.value, cycle }, undefined, chinaDay(now));
  const stop = obstacle(look);
  if (stop) return stop;
  const certified = look.state === 'eligible' && (await certify(deps, review, decision, look, now));
  const isClosed = certified || (await close(deps, review, decision, now));
  return isClosed ? accept({ certified }) : refuse('REVIEW_NOT_FOUND');
}

/**
 * Decides on a try that the engine was not sure of. Of two reviewers at the same moment one decides. A real-name try
 * ends with its holder verified, any other one with a certification.
 * @returns whether somebody is certified by it
 * @rule D6
 */
export const decideReview =
  (deps: DecideReviewDependencies) =>
  async (
    decision: Decision,
    now: Date,
  ): Promise<
    Result<{ certified: boolean }, 'NOT_ELIGIBLE' | 'PERSON_NOT_FOUND' | 'REVIEW_NOT_FOUND' | 'REVIEW_OWN'>
  > => {
    const review = await findOpen(deps, decision);
    if (!review.ok) return review;
    const isCertification = review.data.value.challenge.purpose === 'certification';
    if (decision.accepts && isCertification) {
      const accepted = await acceptCertification(deps, review.data, decision, now);
      if (accepted.ok) await tidy(deps, review.data);
      return accepted;
    }
    if (!(await close(deps, review.data, decision, now))) return refuse('REVIEW_NOT_FOUND');
    if (decision.accepts) await deps.verifyHolder(review.data, now);
    await tidy(deps, review.data);
    return accept({ certified: false });
  };
