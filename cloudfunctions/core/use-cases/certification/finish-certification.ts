import type { Still } from '../../../../miniprogram/shared/contract/identity';
import type { CertificationApi } from '../../../../miniprogram/shared/contract/certification';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { certificationId } from '../../domain/certification/certification';
import type { FaceChallenge } from '../../domain/documents/face-check';
import type { ReferencePortrait } from '../../domain/documents/face';
import { receiptOf } from '../../domain/certification/receipt';
import type { Collections, Stored } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Queries } from '../../ports/queries';
import type { Action } from '../steps/action';
import { decideAttempt, discardStills, findAttempt, takeAttempt } from '../face-check/face-attempt';
import type { Found } from '../steps/look-up';
import { lookUp } from '../steps/look-up';
import type { Eligible } from './requirements';
import { alreadyCertified, requireEligible, requireRoom } from './requirements';
import { requireConsent } from '../steps/require-consent';
import type { Caller } from '../steps/sessions';
import { requireVerifiedCaller } from '../steps/sessions';
import type { SettleDependencies, SettleRefusal } from './decide-certification';
import { decideCertification } from './decide-certification';

export interface FinishCertificationDependencies extends SettleDependencies {
  readonly database: SettleDependencies['database'] & Pick<Collections, 'sessions'>;
  readonly hash: KeyedHash;
  readonly queries: Pick<Queries, 'certificationsBy' | 'recipientAndCycle'>;
}

type Output = CertificationApi['finishCertification']['output'];

/**
 * The first result of a challenge that was taken already, or whose person is certified. A certification knows its
 * challenge, so that it needs no further note.
 * @rule D3
 */
async function firstResult(
  { database, receiptLink }: FinishCertificationDependencies,
  { id, value: { outcome, personKey } }: Stored<FaceChallenge>,
  { eligibility, stored }: Found,
  now: Date,
): Promise<Result<Output, 'ALREADY_CERTIFIED' | 'CHALLENGE_USED' | 'FACE_KNOWN_AS_ANOTHER'>> {
  if (outcome?.knownAsAnother) return refuse('FACE_KNOWN_AS_ANOTHER');
  if (outcome && outcome.result !== 'verified') {
    const { result, reasons, triesLeft } = outcome;
    return accept({ result, reasons: [...reasons], ...(triesLeft === undefined ? {} : { triesLeft }) });
  }
  const last = stored?.value.last;
  const certification = last && (await database.certifications.get(certificationId(personKey, last.period)))?.value;
  if (certification?.challengeId === id) {
    const { judgement } = certification;
    const receipt = receiptOf(certification, receiptLink);
    return accept({ result: 'certified', reasons: [...(judgement?.reasons ?? [])], receipt });
  }
  return eligibility.state === 'already-certified' ? alreadyCertified(eligibility.last, now) : refuse('CHALLENGE_USED');
}

/** Who may be looked at, and what with. */
interface Ready {
  readonly look: Eligible;
  readonly portrait: ReferencePortrait;
}

/** Things may have changed since the try began. */
async function stillReady(
  { database }: FinishCertificationDependencies,
  { account }: Caller,
  challenge: FaceChallenge,
  found: Found,
  now: Date,
): Promise<
  Result<
    Ready,
    | 'ALREADY_CERTIFIED'
    | 'CONSENT_REQUIRED'
    | 'ID_CARD_REQUIRED'
    | 'NOT_ELIGIBLE'
    | 'PERSON_NOT_FOUND'
    | 'TOO_MANY_PEOPLE'
    | 'TRY_TOMORROW'
  >
> {
  const consent = requireConsent(account);
  if (!consent.ok) return consent;
  const look = requireEligible(found.eligibility, now);
  if (!look.ok) return look;
  const room = await requireRoom(database, account, challenge, now);
  if (!room.ok) return room;
  const portrait = look.data.recipient.portrait ?? challenge.enrolled;
  return portrait ? accept({ look: look.data, portrait }) : refuse('ID_CARD_REQUIRED');
}

type Refusals =
  | SettleRefusal
  | 'CHALLENGE_EXPIRED'
  | 'CHALLENGE_NOT_FOUND'
  | 'CHALLENGE_USED'
  | 'ID_CARD_REQUIRED'
  | 'NOT_ELIGIBLE'
  | 'PERSON_NOT_FOUND'
  | 'REAL_NAME_REQUIRED'
  | 'STILLS_MISSING'
  | 'TRY_TOMORROW';

/** Takes the challenge and decides on the face. */
async function decide(
  deps: FinishCertificationDependencies,
  caller: Caller,
  challenge: Stored<FaceChallenge>,
  found: Found,
  stills: readonly Still[],
  now: Date,
): Promise<Result<Output, Refusals>> {
  const ready = await stillReady(deps, caller, challenge.value, found, now);
  const recipient = found.stored;
  if (!ready.ok || !recipient) {
    await discardStills(deps, challenge.id, stills);
    return ready.ok ? refuse('PERSON_NOT_FOUND') : ready;
  }
  const taken = await takeAttempt(deps, challenge, stills, now);
  if (!taken.ok) return taken;
  const { look, portrait } = ready.data;
  const material = {
    reference: () => deps.files.open(portrait.fileId),
    seen: recipient.value.seenStills ?? [],
  };
  return decideAttempt(deps, taken.data, material, (judged) =>
    decideCertification(deps, { caller, taken: taken.data, look, recipient, portrait, now }, judged),
  );
}

/**
 * Decides on a live face; the phone decides nothing. Exactly one certification comes of all that try for a person and
 * period, and a repeat of the same request answers with the first result. At most twelve database calls.
 * @rule D1
 * @rule D3
 * @rule D4
 */
export const finishCertification =
  (deps: FinishCertificationDependencies): Action<'finishCertification'> =>
  async ({ challengeId, stills }, context) => {
    const caller = await requireVerifiedCaller(deps, context, false);
    if (!caller.ok) return caller;
    const challenge = await findAttempt(deps, challengeId, 'certification', caller.data, context);
    if (!challenge.ok) return challenge;
    // Name and number agreed when the challenge was opened: a name that is corrected meanwhile changes nothing (rule C3).
    const found = await lookUp(deps, { ...challenge.data.value, hasAgreed: true }, context.now);
    if (!challenge.data.value.takenAt && found.eligibility.state !== 'already-certified') {
      return decide(deps, caller.data, challenge.data, found, stills, context.now);
    }
    const first = await firstResult(deps, challenge.data, found, context.now);
    // Whoever took the challenge had fetched the pictures before.
    await discardStills(deps, challengeId, stills);
    return first;
  };
