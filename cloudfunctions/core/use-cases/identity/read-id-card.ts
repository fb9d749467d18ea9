import { CARD_PHOTO_BYTES } from '../../../../miniprogram/shared/contract/identity';
import type { IdentityApi } from '../../../../miniprogram/shared/contract/identity';
import { maskIdNumber } from '../../../../miniprogram/shared/masking';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { hasConsented } from '../../domain/account/account';
import { newEnrolment } from '../../domain/identity/enrolment';
import type { Collections, Database } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { Files } from '../../ports/files';
import type { IdCardReader } from '../../ports/id-card-reader';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Queries } from '../../ports/queries';
import type { Action } from '../steps/action';
import { enrolmentId } from './card-photo';
import { cardSubject } from './holder-subject';
import { takeCardPhoto } from './take-card-photo';
import { countDaily } from '../steps/daily-limits';
import type { Caller } from '../steps/sessions';
import { requireCaller } from '../steps/sessions';
import type { Subject } from '../steps/resolve-person';

export interface ReadIdCardDependencies {
  readonly cardReader: IdCardReader;
  readonly database: Pick<Database, 'transact'> & Pick<Collections, 'accounts' | 'sessions'>;
  readonly files: Files;
  readonly hash: KeyedHash;
  readonly queries: Pick<Queries, 'countDaily'>;
}

type Input = IdentityApi['readIdCard']['input'];
type Output = IdentityApi['readIdCard']['output'];

/** Reading costs seconds of computing, and a forger gets no endless tries. */
async function countPhoto(
  deps: ReadIdCardDependencies,
  accountId: string,
  context: Context,
): Promise<Result<object, 'TOO_MANY_CARD_PHOTOS'>> {
  const isCounted = await countDaily(deps, 'cardPhoto', accountId, context);
  return isCounted ? accept({}) : refuse('TOO_MANY_CARD_PHOTOS');
}

/** The portrait on a card that is this person's. */
async function portraitOn(
  { cardReader }: ReadIdCardDependencies,
  photo: Uint8Array,
  { idNumber }: Subject,
): Promise<Result<Uint8Array, 'CARD_NUMBER_DIFFERS' | 'CARD_PHOTO_FAULTY'>> {
  const reading = await cardReader.read(photo);
  if (!reading.ok) return refuse('CARD_PHOTO_FAULTY', { fault: reading.fault });
  return reading.idNumber === idNumber ? accept(reading.portrait) : refuse('CARD_NUMBER_DIFFERS');
}

/**
 * Notes the card, in the place of an earlier one. The account is written as well: consent that is taken back at this
 * moment meets it, and one of both comes first.
 * @returns the file that is not needed
 */
const note = (
  { database }: ReadIdCardDependencies,
  id: string,
  accountId: string,
  fileId: string,
  now: Date,
): Promise<{ readonly isNoted: boolean; readonly unused?: string | undefined }> =>
  database.transact(async ({ accounts, enrolments }) => {
    const account = (await accounts.get(accountId))?.value;
    const former = (await enrolments.get(id))?.value;
    if (!account || !hasConsented(account)) return { isNoted: false, unused: fileId };
    await accounts.put(accountId, account);
    await enrolments.put(id, newEnrolment(accountId, fileId, now));
    return { isNoted: true, unused: former?.portrait.fileId };
  });

async function enrol(
  deps: ReadIdCardDependencies,
  { accountId }: Caller,
  { recipientId, idNumber }: Subject,
  portrait: Uint8Array,
  now: Date,
): Promise<Result<Output, 'CONSENT_REQUIRED'>> {
  const fileId = await deps.files.keep('portraits', portrait);
  let unused: string | undefined = fileId;
  try {
    const noted = await note(deps, enrolmentId(accountId, recipientId), accountId, fileId, now);
    unused = noted.unused;
    return noted.isNoted ? accept({ idNumber: maskIdNumber(idNumber) }) : refuse('CONSENT_REQUIRED');
  } finally {
    if (unused !== undefined) await deps.files.remove([unused]);
  }
}

type Refusals =
  | 'BAD_ID_NUMBER'
  | 'BAD_INPUT'
  | 'BAD_NAME'
  | 'CARD_NUMBER_DIFFERS'
  | 'CARD_PHOTO_FAULTY'
  | 'CONSENT_REQUIRED'
  | 'CONTACT_NOT_FOUND'
  | 'NOT_SIGNED_IN'
  | 'REAL_NAME_REQUIRED'
  | 'TOO_MANY_CARD_PHOTOS';

async function read(
  deps: ReadIdCardDependencies,
  caller: Caller,
  whom: Input['whom'],
  photo: Uint8Array,
  context: Context,
): Promise<Result<Output, Refusals>> {
  if (!hasConsented(caller.account)) return refuse('CONSENT_REQUIRED');
  const subject = cardSubject(deps.hash, caller.account, whom, context.now);
  if (!subject.ok) return subject;
  if (photo.length > CARD_PHOTO_BYTES) return refuse('BAD_INPUT', { field: 'fileId' });
  const counted = await countPhoto(deps, caller.accountId, context);
  if (!counted.ok) return counted;
  const portrait = await portraitOn(deps, photo, subject.data);
  return portrait.ok ? enrol(deps, caller, subject.data, portrait.data, context.now) : portrait;
}

/**
 * Reads the front of an identity card: its number must be the known one, and its portrait is what the live face will be
 * compared with, within a day. The photograph is read once, by whom its place was handed to, and deleted, whatever comes of it; what is answered is masked.
 * @rule B2
 * @rule B4
 */
export const readIdCard =
  (deps: ReadIdCardDependencies): Action<'readIdCard'> =>
  async ({ fileId, whom }, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const photo = await takeCardPhoto(deps, fileId, context);
    if (!photo.ok) return photo;
    try {
      return await read(deps, caller.data, whom, photo.data, context);
    } finally {
      await deps.files.remove([fileId]);
    }
  };
