import type { FaceReason, Still } from '../../../../miniprogram/shared/contract/identity';
import { CONSENT_VERSION, FEWEST_STILLS } from '../../../../miniprogram/shared/contract/identity';
import type { IdentityApi } from '../../../../miniprogram/shared/contract/identity';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { FaceChallenge, Judgement } from '../../domain/documents/face-check';
import type { SeenStill } from '../../domain/documents/face';
import { drawActions } from '../../domain/face-check/actions';
import type { FaceVerdict } from '../../domain/face-check/judge';
import { judgeFace } from '../../domain/face-check/judge';
import { expiryOf, isOf, stillPaths } from '../../domain/face-check/face-challenge';
import type { Collections, Stored } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { FaceFindings, FaceVerifier } from '../../ports/face-verifier';
import type { Files } from '../../ports/files';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Random } from '../../ports/random';
import type { Caller } from '../steps/sessions';
import { wechatUserKey } from '../steps/sessions';

export interface ChallengeDependencies {
  readonly database: Pick<Collections, 'challenges'>;
  readonly hash: KeyedHash;
  readonly random: Random;
}

/** What a try is about; the rest is drawn or known. */
export type ChallengeSubject = Pick<
  FaceChallenge,
  'purpose' | 'recipientId' | 'personKey' | 'name' | 'idNumber' | 'method' | 'contactId' | 'way' | 'enrolled'
>;

/**
 * Draws what a face is to do, and notes for whom: good once, for this account on this phone. One database call.
 * @rule D1
 */
export async function openChallenge(
  { database, hash, random }: ChallengeDependencies,
  { accountId }: Caller,
  subject: ChallengeSubject,
  context: Context,
): Promise<IdentityApi['startRealName']['output']> {
  const challengeId = random.id();
  const expiresAt = expiryOf(subject.way, context.now);
  const actions = drawActions(subject.way, (below) => random.integer(below));
  await database.challenges.put(challengeId, {
    ...subject,
    accountId,
    wechatUserKey: wechatUserKey(hash, context.openid),
    actions,
    consentVersion: CONSENT_VERSION,
    startedAt: context.now,
    expiresAt,
  });
  return { challengeId, actions, expiresAt: expiresAt.toISOString() };
}

/**
 * The challenge of a try; whoever is not the one it was made for learns nothing. One database call.
 * It may have been taken already (`takenAt`): then `outcome` says what came of it, where anything did yet.
 */
export async function findAttempt(
  { database, hash }: Pick<ChallengeDependencies, 'database' | 'hash'>,
  challengeId: string,
  purpose: FaceChallenge['purpose'],
  { accountId }: Caller,
  context: Context,
): Promise<Result<Stored<FaceChallenge>, 'CHALLENGE_NOT_FOUND'>> {
  const challenge = await database.challenges.get(challengeId);
  const caller = { accountId, wechatUserKey: wechatUserKey(hash, context.openid), purpose };
  return challenge && isOf(challenge.value, caller) ? accept(challenge) : refuse('CHALLENGE_NOT_FOUND');
}

/** A still that has arrived. */
export type ArrivedStill = Still & { readonly bytes: Uint8Array };

interface StillDependencies {
  readonly files: Pick<Files, 'uploaded' | 'remove'>;
}

async function arrivedOf(
  { files }: StillDependencies,
  challengeId: string,
  stills: readonly Still[],
): Promise<ArrivedStill[]> {
  const path = stillPaths(challengeId);
  const all = await Promise.all(
    stills.map(async (still) => ({ ...still, bytes: await files.uploaded(still.fileId, path) })),
  );
  return all.filter((still): still is ArrivedStill => still.bytes !== undefined);
}

const removeArrived = ({ files }: StillDependencies, stills: readonly ArrivedStill[]): Promise<void> =>
  stills.length === 0 ? Promise.resolve() : files.remove(stills.map(({ fileId }) => fileId));

/**
 * Deletes the pictures of a try that nobody will look at any more. What is named but lies elsewhere is not touched:
 * a caller can delete nothing but stills of their own challenge.
 * @rule D7
 */
export async function discardStills(
  deps: StillDependencies,
  challengeId: string,
  stills: readonly Still[],
): Promise<void> {
  await removeArrived(deps, await arrivedOf(deps, challengeId, stills));
}

/** A try that this call, and no other one, decides. */
export interface TakenAttempt {
  readonly challenge: Stored<FaceChallenge>;
  readonly stills: readonly ArrivedStill[];
}

export interface TakeDependencies extends StillDependencies {
  readonly database: Pick<Collections, 'challenges'>;
}

/**
 * Takes a challenge, once. The pictures are fetched before: where an upload broke off, the challenge stays good and the
 * phone goes on where it was. One database call.
 * @rule D1
 * @rule D3
 */
export async function takeAttempt(
  deps: TakeDependencies,
  found: Stored<FaceChallenge>,
  stills: readonly Still[],
  now: Date,
): Promise<Result<TakenAttempt, 'CHALLENGE_EXPIRED' | 'CHALLENGE_USED' | 'STILLS_MISSING'>> {
  if (found.value.takenAt) return refuse('CHALLENGE_USED');
  const arrived = await arrivedOf(deps, found.id, stills);
  if (now >= found.value.expiresAt) {
    await removeArrived(deps, arrived);
    return refuse('CHALLENGE_EXPIRED');
  }
  if (arrived.length < Math.max(stills.length, FEWEST_STILLS)) return refuse('STILLS_MISSING');
  const challenge = await deps.database.challenges.replace(found, { ...found.value, takenAt: now });
  return challenge ? accept({ challenge, stills: arrived }) : refuse('CHALLENGE_USED');
}

/** A verdict, and what it stands on. */
export interface JudgedAttempt extends FaceVerdict {
  readonly findings: FaceFindings;
  /** For the record (rule D7). */
  readonly judgement: Judgement;
}

export interface JudgeDependencies extends StillDependencies {
  readonly verifier: FaceVerifier;
}

const judgementOf = (verifier: FaceVerifier, { similarity }: FaceFindings, reasons: readonly FaceReason[]) => ({
  engine: verifier.engine,
  version: verifier.version,
  ...(similarity === undefined ? {} : { score: similarity }),
  passAt: verifier.passAt,
  reviewFrom: verifier.reviewFrom,
  reasons,
});

async function judge(
  { verifier }: JudgeDependencies,
  { challenge: { value }, stills }: TakenAttempt,
  reference: Uint8Array,
  seen: readonly SeenStill[],
): Promise<JudgedAttempt> {
  const { actions, way } = value;
  const findings = await verifier.examine({ stills, actions, reference });
  const { verdict, reasons } = judgeFace(findings, { actions, way, stills }, verifier, seen);
  return { verdict, reasons, findings, judgement: judgementOf(verifier, findings, reasons) };
}

/**
 * Looks at a face and decides on it; afterwards the pictures are gone, whatever came of it, a fault too. Who keeps them
 * for a review copies their bytes meanwhile.
 * @param reference the bytes of the portrait
 * @param seen the stills of earlier tries for the same person
 * @rule D4
 * @rule D7
 */
export async function decideAttempt<T>(
  deps: JudgeDependencies,
  taken: TakenAttempt,
  { reference, seen }: { reference: () => Promise<Uint8Array>; seen: readonly SeenStill[] },
  decide: (judged: JudgedAttempt) => Promise<T>,
): Promise<T> {
  try {
    return await decide(await judge(deps, taken, await reference(), seen));
  } finally {
    await removeArrived(deps, taken.stills);
  }
}

/** Notes what came of a try, for a repeat of the same request (rule D3). One database call. */
export async function closeAttempt(
  { database }: Pick<TakeDependencies, 'database'>,
  { challenge }: TakenAttempt,
  outcome: NonNullable<FaceChallenge['outcome']>,
): Promise<void> {
  await database.challenges.put(challenge.id, { ...challenge.value, outcome });
}
