import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { IdentityApi } from '../../../../miniprogram/shared/contract/identity';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { FaceChallenge } from '../../domain/documents/face-check';
import type { ReferencePortrait } from '../../domain/documents/face';
import { livingPortrait } from '../../domain/identity/enrolment';
import { triesLeftOn } from '../../domain/face-check/failed-faces';
import type { Collections, Stored } from '../../ports/database';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Action } from '../steps/action';
import { enrolmentId } from './card-photo';
import type { JudgeDependencies } from '../face-check/face-attempt';
import { decideAttempt, discardStills, findAttempt, takeAttempt } from '../face-check/face-attempt';
import { requireConsent } from '../steps/require-consent';
import type { Caller } from '../steps/sessions';
import { requireCaller } from '../steps/sessions';
import type { HolderCase, SettleRealNameDependencies } from './decide-real-name';
import { decideRealName } from './decide-real-name';

export interface FinishRealNameDependencies extends SettleRealNameDependencies, JudgeDependencies {
  readonly database: SettleRealNameDependencies['database'] & Pick<Collections, 'sessions'>;
  readonly files: SettleRealNameDependencies['files'];
  readonly hash: KeyedHash;
}

type Output = IdentityApi['finishRealName']['output'];
type Known = Pick<HolderCase, 'holder' | 'recipient'> & { readonly portrait: ReferencePortrait };

/** Things may have changed since the try began; the card may have been photographed anew. */
async function stillReady(
  { database }: FinishRealNameDependencies,
  { accountId, account }: Caller,
  { recipientId: id }: FaceChallenge,
  now: Date,
): Promise<Result<Known, 'CONSENT_REQUIRED' | 'ID_CARD_REQUIRED' | 'TRY_TOMORROW'>> {
  const consent = requireConsent(account);
  if (!consent.ok) return consent;
  const enrolment = await database.enrolments.get(enrolmentId(accountId, id));
  const portrait = livingPortrait(enrolment?.value, now);
  if (!portrait) return refuse('ID_CARD_REQUIRED');
  const holder = await database.holders.get(id);
  if (triesLeftOn(holder?.value ?? {}, chinaDay(now)) === 0) return refuse('TRY_TOMORROW');
  return accept({ portrait, holder, recipient: await database.recipients.get(id) });
}

type Refusals =
  | 'CHALLENGE_EXPIRED'
  | 'CHALLENGE_NOT_FOUND'
  | 'CHALLENGE_USED'
  | 'CONSENT_REQUIRED'
  | 'ID_CARD_REQUIRED'
  | 'NOT_SIGNED_IN'
  | 'STILLS_MISSING'
  | 'TRY_TOMORROW';

/** Takes the challenge and decides on the face. */
async function decide(
  deps: FinishRealNameDependencies,
  caller: Caller,
  challenge: Stored<FaceChallenge>,
  stills: IdentityApi['finishRealName']['input']['stills'],
  now: Date,
): Promise<Result<Output, Refusals>> {
  const ready = await stillReady(deps, caller, challenge.value, now);
  if (!ready.ok) {
    await discardStills(deps, challenge.id, stills);
    return ready;
  }
  const taken = await takeAttempt(deps, challenge, stills, now);
  if (!taken.ok) return taken;
  const { portrait, holder, recipient } = ready.data;
  const material = {
    reference: () => deps.files.open(portrait.fileId),
    seen: [...(holder?.value.seenStills ?? []), ...(recipient?.value.seenStills ?? [])],
  };
  return decideAttempt(deps, taken.data, material, (judged) =>
    decideRealName(deps, { ...ready.data, taken: taken.data, now }, judged),
  );
}

/**
 * Decides whether the live face is the one on the card, and verifies the holder by it. A repeat of the same request
 * answers with the first result.
 * @rule B2
 * @rule B3
 * @rule D4
 */
export const finishRealName =
  (deps: FinishRealNameDependencies): Action<'finishRealName'> =>
  async ({ challengeId, stills }, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const challenge = await findAttempt(deps, challengeId, 'real-name', caller.data, context);
    if (!challenge.ok) return challenge;
    const { takenAt, outcome } = challenge.data.value;
    if (!takenAt) return decide(deps, caller.data, challenge.data, stills, context.now);
    // Whoever took the challenge had fetched the pictures before.
    await discardStills(deps, challengeId, stills);
    return outcome ? accept({ result: outcome.result, reasons: [...outcome.reasons] }) : refuse('CHALLENGE_USED');
  };
