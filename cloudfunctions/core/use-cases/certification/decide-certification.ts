import type { FaceReason } from '../../../../miniprogram/shared/contract/identity';
import { chinaDay, chinaYear } from '../../../../miniprogram/shared/china-time';
import type { CertificationApi } from '../../../../miniprogram/shared/contract/certification';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { startOf } from '../../domain/calendar';
import type { Outcome } from '../../domain/certification/certification';
import { outcomeOf } from '../../domain/certification/certification';
import type { Recipient } from '../../domain/documents/roster';
import type { ReferencePortrait } from '../../domain/documents/face';
import { withoutCourse } from '../../domain/face-check/face-challenge';
import { rememberStills } from '../../domain/face-check/reuse';
import { countFailure, isFailure, triesLeftOn } from '../../domain/face-check/failed-faces';
import { knownAs } from '../../domain/certification/people';
import type { ReceiptLink } from '../../domain/certification/receipt';
import { RECEIPT_DIGITS, receiptOf } from '../../domain/certification/receipt';
import type { Collections, Database, Stored } from '../../ports/database';
import type { FaceVerifier } from '../../ports/face-verifier';
import type { Files } from '../../ports/files';
import type { Queries } from '../../ports/queries';
import type { Random } from '../../ports/random';
import { changeRecipient } from '../steps/change-recipient';
import type { JudgedAttempt, TakenAttempt } from '../face-check/face-attempt';
import { closeAttempt } from '../face-check/face-attempt';
import type { Eligible } from './requirements';
import { alert, alreadyCertified, requireRoom } from './requirements';
import { forgetCertifiedPerson, countCertifiedPerson } from './count-certified-person';
import { openReview } from '../face-check/open-review';
import { recordCertification, existingCertification } from './record-certification';
import type { Caller } from '../steps/sessions';

export interface SettleDependencies {
  readonly database: Pick<Database, 'transact'> &
    Pick<Collections, 'accounts' | 'alerts' | 'certifications' | 'challenges' | 'recipients' | 'reviews'>;
  readonly files: Files;
  readonly queries: Pick<Queries, 'certificationsBy'>;
  readonly random: Random;
  readonly receiptLink: ReceiptLink;
  /** The operator knows that the engine is none for production, and takes its word all the same. */
  readonly trustsEngine: boolean;
  readonly verifier: FaceVerifier;
}

/** A face before the rules, with all that is known of whose it should be. */
export interface Case {
  readonly caller: Caller;
  readonly taken: TakenAttempt;
  readonly look: Eligible;
  readonly recipient: Stored<Recipient>;
  readonly portrait: ReferencePortrait;
  readonly now: Date;
}

type Answer = CertificationApi['finishCertification']['output'];
type Answered<C extends SettleRefusal = never> = Promise<Result<Answer, C>>;
export type SettleRefusal =
  'ALREADY_CERTIFIED' | 'CONSENT_REQUIRED' | 'FACE_KNOWN_AS_ANOTHER' | 'NOT_SIGNED_IN' | 'TOO_MANY_PEOPLE';

/** Certifications of a year that a face is compared with: those of eight people and the holder, many times over. */
const MOST_COMPARED = 50;

/** @rule D5 */
async function refuseFace(
  { database }: SettleDependencies,
  { taken, recipient, now }: Case,
  { reasons, findings }: JudgedAttempt,
): Answered {
  const today = chinaDay(now);
  const changed = await changeRecipient(database, recipient, (current) => ({
    ...(isFailure(reasons) ? countFailure(current, today) : current),
    seenStills: rememberStills(current.seenStills ?? [], findings),
  }));
  const answer = { result: 'refused' as const, reasons: [...reasons], triesLeft: triesLeftOn(changed, today) };
  await closeAttempt({ database }, taken, answer);
  return accept(answer);
}

/** Another person of this year with the same face; the one it was certified for alone may look like themselves. */
async function otherPersonOf(
  { queries, verifier }: SettleDependencies,
  { taken, now }: Case,
  { findings: { template } }: JudgedAttempt,
): Promise<string | undefined> {
  if (template === undefined) return undefined;
  const { accountId, wechatUserKey, personKey } = taken.challenge.value;
  const since = startOf(`${chinaYear(now)}-01-01`);
  const earlier = await queries.certificationsBy(accountId, wechatUserKey, since, MOST_COMPARED);
  const isSame = (other: string) => verifier.compare(template, other) >= verifier.passAt;
  return knownAs(
    personKey,
    earlier.map(({ value }) => value),
    isSame,
  );
}

/** @rule D11 */
async function refuseKnown(
  { database }: SettleDependencies,
  { taken, now }: Case,
  other: string,
  reasons: readonly FaceReason[],
): Answered<'FACE_KNOWN_AS_ANOTHER'> {
  const { accountId, wechatUserKey, personKey } = taken.challenge.value;
  await alert(database, `face-known-as-another.${accountId}.${personKey}.${other}.${chinaYear(now)}`, {
    kind: 'face-known-as-another',
    accountId,
    wechatUserKey,
    personKeys: [other, personKey],
    at: now,
  });
  await closeAttempt({ database }, taken, { result: 'refused', reasons, knownAsAnother: true });
  return refuse('FACE_KNOWN_AS_ANOTHER');
}

/** A portrait of one's own: the enrolment's file goes with the enrolment, when its time is over. */
async function ownCopy(
  { files }: SettleDependencies,
  { look, portrait }: Case,
): Promise<ReferencePortrait | undefined> {
  if (look.recipient.portrait) return undefined;
  return { ...portrait, fileId: await files.keep('portraits', await files.open(portrait.fileId)) };
}

/** @rule D6 */
async function sendToReview(
  deps: SettleDependencies,
  settled: Case,
  judged: JudgedAttempt,
): Answered<'TOO_MANY_PEOPLE'> {
  const { caller, taken, look, recipient, now } = settled;
  const room = await requireRoom(deps.database, caller.account, taken.challenge.value, now);
  if (!room.ok) return room;
  const portrait = (await ownCopy(deps, settled)) ?? settled.portrait;
  await openReview(deps, taken, judged, { portrait, unit: look.recipient.unit.id, now });
  await changeRecipient(deps.database, recipient, (current) => ({
    ...current,
    seenStills: rememberStills(current.seenStills ?? [], judged.findings),
    review: { id: taken.challenge.id, since: now, ...(current.last && { after: current.last.number }) },
  }));
  const answer = { result: 'review' as const, reasons: [...judged.reasons] };
  await closeAttempt(deps, taken, answer);
  return accept(answer);
}

const outcomeFor = (
  { random, trustsEngine, verifier }: SettleDependencies,
  { caller, taken: { challenge }, look, now }: Case,
  { findings, judgement }: JudgedAttempt,
  portrait: ReferencePortrait | undefined,
): Outcome =>
  outcomeOf({
    ...look,
    challengeId: challenge.id,
    challenge: withoutCourse(challenge.value),
    method: challenge.value.method,
    judgement,
    template: findings.template,
    portrait,
    number: random.digits(RECEIPT_DIGITS),
    demonstration: !verifier.isForProduction && !trustsEngine,
    actor: caller.accountId,
    now,
  });

/** Somebody else certified this person at the same moment: what was done for it is taken back. */
async function comeTooLate(
  { database, files }: SettleDependencies,
  { caller, look, now }: Case,
  { certification: { personKey, period }, changes }: Outcome,
): Answered<'ALREADY_CERTIFIED'> {
  const first = await existingCertification(database, personKey, period);
  if (changes.portrait) await files.remove([changes.portrait.fileId]);
  const isCounted = caller.account.people?.personKeys.includes(personKey) ?? false;
  if (first.accountId !== caller.accountId && !isCounted) {
    await forgetCertifiedPerson(database, caller.accountId, look.recipient.personKey);
  }
  return alreadyCertified(first, now);
}

/** @rule D3 */
async function certify(
  deps: SettleDependencies,
  settled: Case,
  judged: JudgedAttempt,
): Answered<'ALREADY_CERTIFIED' | 'CONSENT_REQUIRED' | 'NOT_SIGNED_IN' | 'TOO_MANY_PEOPLE'> {
  const { caller, taken, recipient, now } = settled;
  const noted = await countCertifiedPerson(deps.database, caller, taken.challenge.value, now);
  if (!noted.ok) return noted;
  const outcome = outcomeFor(deps, settled, judged, await ownCopy(deps, settled));
  const seenStills = rememberStills(recipient.value.seenStills ?? [], judged.findings);
  const isFirst = await recordCertification(deps.database, recipient.id, {
    ...outcome,
    changes: { ...outcome.changes, seenStills },
  });
  if (!isFirst) return comeTooLate(deps, settled, outcome);
  const receipt = receiptOf(outcome.certification, deps.receiptLink);
  return accept({ result: 'certified', reasons: [...judged.reasons], receipt });
}

/** What follows where the face is nobody else's. */
const afterVerdict = { pass: certify, review: sendToReview } satisfies Record<
  Exclude<JudgedAttempt['verdict'], 'refuse'>,
  unknown
>;

/**
 * What follows from the verdict on a face: refused, certified, or a reviewer's to decide.
 * @rule D4
 * @rule D11
 */
export async function decideCertification(
  deps: SettleDependencies,
  settled: Case,
  judged: JudgedAttempt,
): Answered<SettleRefusal> {
  if (judged.verdict === 'refuse') return refuseFace(deps, settled, judged);
  const other = await otherPersonOf(deps, settled, judged);
  if (other !== undefined) return refuseKnown(deps, settled, other, judged.reasons);
  return afterVerdict[judged.verdict](deps, settled, judged);
}
