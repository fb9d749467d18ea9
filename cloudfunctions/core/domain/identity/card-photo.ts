import { addMinutes } from '../../../../miniprogram/shared/china-time';
import type { CardPhoto } from '../documents/identity';

/** Minutes in which a photograph has to arrive and be read. */
const MINUTES = 10;

/** A place for one photograph of a card, for whoever it is handed to. @param id unpredictable, so that nobody else finds it */
export const newCardPhoto = (id: string, now: Date): CardPhoto => ({ id, expiresAt: addMinutes(now, MINUTES) });

/** Where in cloud storage it is put; the path says nothing about a person (rule H2). */
export const cardPhotoPath = ({ id }: CardPhoto): string => `cards/${id}.jpg`;

/** Whether a file is named that lies where this photograph was to be put. */
export const isPlaceOf = (photo: CardPhoto, fileId: string): boolean => fileId.endsWith(`/${cardPhotoPath(photo)}`);

/** Whether it may still be read: once, in time. */
export const isWaiting = ({ takenAt, expiresAt }: CardPhoto, now: Date): boolean =>
  takenAt === undefined && now < expiresAt;
