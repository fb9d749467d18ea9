import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { CardPhoto } from '../../domain/documents/identity';
import { cardPhotoPath, isPlaceOf, isWaiting } from '../../domain/identity/card-photo';
import type { Collections } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { Files } from '../../ports/files';
import type { KeyedHash } from '../../ports/keyed-hash';
import { retryOnConflict } from '../steps/retry-on-conflict';
import { wechatUserKey } from '../steps/sessions';

export interface TakeCardPhotoDependencies {
  readonly database: Pick<Collections, 'sessions'>;
  readonly files: Pick<Files, 'remove' | 'uploaded'>;
  readonly hash: KeyedHash;
}

type Sessions = Collections['sessions'];

/** Of many at once one takes it. @returns whether that was this one */
async function takeOnce(sessions: Sessions, sessionId: string, { id }: CardPhoto, now: Date): Promise<boolean> {
  const { isTaken } = await retryOnConflict<{ readonly isTaken: boolean }>(async () => {
    const seen = await sessions.get(sessionId);
    const photo = seen?.value.cardPhoto;
    if (!seen || photo?.id !== id || !isWaiting(photo, now)) return { isTaken: false };
    const stored = await sessions.replace(seen, { ...seen.value, cardPhoto: { ...photo, takenAt: now } });
    return stored && { isTaken: true };
  });
  return isTaken;
}

/**
 * The photograph at the place that was handed out to this session, once; whoever gets it deletes it. Nothing else in
 * storage is looked at, nor deleted. Where it has not arrived the place stays good.
 * @rule B2
 */
export async function takeCardPhoto(
  { database: { sessions }, files, hash }: TakeCardPhotoDependencies,
  fileId: string,
  { openid, now }: Context,
): Promise<Result<Uint8Array, 'BAD_INPUT' | 'CARD_PHOTO_MISSING'>> {
  const sessionId = wechatUserKey(hash, openid);
  const photo = (await sessions.get(sessionId))?.value.cardPhoto;
  if (!photo || !isPlaceOf(photo, fileId)) return refuse('BAD_INPUT', { field: 'fileId' });
  if (photo.takenAt) return refuse('CARD_PHOTO_MISSING');
  const bytes = await files.uploaded(fileId, cardPhotoPath(photo));
  if (!bytes) return refuse('CARD_PHOTO_MISSING');
  if (await takeOnce(sessions, sessionId, photo, now)) return accept(bytes);
  // Too old: nobody will look at it any more.
  if (now >= photo.expiresAt) await files.remove([fileId]);
  return refuse('CARD_PHOTO_MISSING');
}
