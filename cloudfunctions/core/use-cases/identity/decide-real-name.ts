import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { IdentityApi } from '../../../../miniprogram/shared/contract/identity';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept } from '../../../../miniprogram/shared/result';
import type { Holder } from '../../domain/documents/identity';
import type { ReferencePortrait } from '../../domain/documents/face';
import type { Recipient } from '../../domain/documents/roster';
import { rememberStills } from '../../domain/face-check/reuse';
import { countFailure, isFailure } from '../../domain/face-check/failed-faces';
import type { Collections, Database, Stored } from '../../ports/database';
import type { Files } from '../../ports/files';
import { changeRecipient } from '../steps/change-recipient';
import { enrolmentId } from './card-photo';
import type { JudgedAttempt, TakenAttempt } from '../face-check/face-attempt';
import { closeAttempt } from '../face-check/face-attempt';
import { openReview } from '../face-check/open-review';
import { bindHolder } from './bind-holder';
import { retryOnConflict } from '../steps/retry-on-conflict';

export interface SettleRealNameDependencies {
  readonly database: Pick<Database, 'transact'> &
    Pick<Collections, 'accounts' | 'cards' | 'challenges' | 'enrolments' | 'holders' | 'recipients' | 'reviews'>;
  readonly files: Files;
}

/** A face before the rules, with all that is known of whose it should be. */
export interface HolderCase {
  readonly taken: TakenAttempt;
  readonly portrait: ReferencePortrait;
  readonly holder: Stored<Holder> | undefined;
  /** Where the person is on the roster. */
  readonly recipient: Stored<Recipient> | undefined;
  readonly now: Date;
}

type Answer = IdentityApi['finishRealName']['output'];
type Refusals = 'CHALLENGE_NOT_FOUND' | 'CONSENT_REQUIRED' | 'NOT_SIGNED_IN';

/** Changes what is known of a holder, as it stands by then. */
async function changeHolder(
  { holders }: Pick<Collections, 'holders'>,
  id: string,
  change: (holder: Holder) => Holder,
): Promise<void> {
  await retryOnConflict(async () => {
    const seen = await holders.get(id);
    return seen ? holders.replace(seen, change(seen.value)) : holders.create(id, change({}));
  });
}

/** The stills are known from now on, to tries of certification too, and a failed face is counted. */
async function noteTry(
  { database }: SettleRealNameDependencies,
  { taken, recipient, now }: HolderCase,
  { findings: { stills }, reasons, verdict }: JudgedAttempt,
): Promise<void> {
  const isFailed = verdict === 'refuse' && isFailure(reasons);
  await changeHolder(database, taken.challenge.value.recipientId, (holder) => ({
    ...(isFailed ? countFailure(holder, chinaDay(now)) : holder),
    seenStills: rememberStills(holder.seenStills ?? [], { stills }),
  }));
  if (!recipient) return;
  await changeRecipient(database, recipient, (current) => ({
    ...current,
    seenStills: rememberStills(current.seenStills ?? [], { stills }),
  }));
}

/** A portrait of the review's own: the enrolment's goes with the enrolment. */
async function sendToReview(
  deps: SettleRealNameDependencies,
  { taken, portrait, recipient, now }: HolderCase,
  judged: JudgedAttempt,
): Promise<void> {
  const fileId = await deps.files.keep('portraits', await deps.files.open(portrait.fileId));
  const unit = recipient?.value.unit.id;
  await openReview(deps, taken, judged, { portrait: { ...portrait, fileId }, unit, now });
}

/** The holder, the card that was used for it, and the result, all together. */
async function verify(
  { database, files }: SettleRealNameDependencies,
  { taken: { challenge }, portrait, now }: HolderCase,
  { findings: { stills }, reasons }: JudgedAttempt,
): Promise<Result<Answer, Refusals>> {
  const put = await database.transact(async (inside) => {
    const done = await bindHolder(inside, { challenge: challenge.value, portrait, stills }, now);
    if (!done.ok) return done;
    const { accountId, recipientId } = challenge.value;
    await inside.enrolments.remove(enrolmentId(accountId, recipientId));
    await inside.challenges.put(challenge.id, { ...challenge.value, outcome: { result: 'verified', reasons } });
    return done;
  });
  if (!put.ok) return put;
  if (put.data.unused.length > 0) await files.remove(put.data.unused);
  return accept({ result: 'verified', reasons: [...reasons] });
}

/**
 * What follows from the verdict on a face: refused, verified, or a reviewer's to decide.
 * @rule D4
 * @rule D6
 */
export async function decideRealName(
  deps: SettleRealNameDependencies,
  settled: HolderCase,
  judged: JudgedAttempt,
): Promise<Result<Answer, Refusals>> {
  if (judged.verdict === 'pass') return verify(deps, settled, judged);
  await noteTry(deps, settled, judged);
  if (judged.verdict === 'review') await sendToReview(deps, settled, judged);
  const result = judged.verdict === 'review' ? 'review' : 'refused';
  const answer: Answer = { result, reasons: [...judged.reasons] };
  await closeAttempt(deps, settled.taken, { ...answer, result });
  return accept(answer);
}
