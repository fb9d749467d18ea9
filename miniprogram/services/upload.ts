import { upload, UPLOADS_AT_ONCE } from './cloud';
import type { UploadProgress } from './cloud';
import { stillPath } from '../shared/contract/identity';
import type { Still } from '../shared/contract/identity';
import type { Answer } from '../shared/phone-fault';
import { accept } from '../shared/result';

/** A still that lies on the phone. */
export interface Shot extends Omit<Still, 'fileId'> {
  filePath: string;
}

/** Once more where it failed: a network that stumbles is the rule in the country, not the exception. */
const insist = async (cloudPath: string, filePath: string, told?: UploadProgress) => {
  const first = await upload(cloudPath, filePath, told);
  return first.ok || first.code === 'OFFLINE' || first.code === 'INTERNAL' ? first : upload(cloudPath, filePath, told);
};

/**
 * Sends the stills of a challenge that are not there yet. What has arrived is told at once by `arrived`, so that the next
 * call goes on where this one broke off.
 *
 * @returns the first trouble where not all have arrived
 */
export const uploadStills = async (
  challengeId: string,
  shots: readonly Shot[],
  missing: readonly number[],
  arrived: (place: number, fileId: string) => void,
): Promise<Answer<null>> => {
  const waiting = [...missing];
  const sendNext = async (): Promise<Answer<null>> => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
      const shot = shots[place];
      if (!shot) continue;
      const sent = await insist(stillPath(challengeId, String(place + 1)), shot.filePath);
      if (!sent.ok) {
        waiting.length = 0;
        return sent;
      }
      arrived(place, sent.data.fileId);
    }
    return accept(null);
  };
  const ends = await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, sendNext));
  return ends.find((end) => !end.ok) ?? accept(null);
};

/** Sends a photograph of an identity card where the server said; its file id is what `readIdCard` takes. */
export const uploadCardPhoto = (
  path: string,
  filePath: string,
  told?: UploadProgress,
): Promise<Answer<{ fileId: string }>> => insist(path, filePath, told);
