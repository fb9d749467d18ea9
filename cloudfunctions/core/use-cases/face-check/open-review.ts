import type { ReferencePortrait } from '../../domain/documents/face';
import type { Review } from '../../domain/documents/face-check';
import { withoutCourse } from '../../domain/face-check/face-challenge';
import type { Collections } from '../../ports/database';
import type { Files } from '../../ports/files';
import type { JudgedAttempt, TakenAttempt } from './face-attempt';

export interface ReviewDependencies {
  readonly database: Pick<Collections, 'reviews'>;
  readonly files: Pick<Files, 'keep'>;
}

/**
 * Puts a try before a reviewer of the agency: the pictures are kept, encrypted, until it is decided. One database call.
 * @param portrait what the reviewer compares with
 * @param unit of the person, where they are on the roster
 * @rule D6
 */
export async function openReview(
  { database, files }: ReviewDependencies,
  { challenge, stills }: TakenAttempt,
  { findings: { template }, judgement }: JudgedAttempt,
  { portrait, unit, now }: { portrait: ReferencePortrait; unit?: string | undefined; now: Date },
): Promise<Review> {
  const kept = await Promise.all(
    stills.map(async ({ bytes, shows }) => ({ fileId: await files.keep('reviews', bytes), shows })),
  );
  const review: Review = {
    challenge: withoutCourse(challenge.value),
    personKey: challenge.value.personKey,
    submittedByAccountId: challenge.value.accountId,
    stills: kept,
    portrait,
    ...(template === undefined ? {} : { template }),
    judgement,
    ...(unit === undefined ? {} : { unitId: unit }),
    createdAt: now,
    state: 'open',
  };
  await database.reviews.put(challenge.id, review);
  return review;
}
