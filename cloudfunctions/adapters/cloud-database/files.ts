import { CARD_PHOTO_BYTES, STILL_BYTES } from '../../../miniprogram/shared/contract/identity';
import type { Files } from '../../core/ports/files';
import type { Random } from '../../core/ports/random';
import type { Cipher } from '../cipher/cipher';
import { download } from './download';
import type { SdkFiles } from './sdk';
import { sdk } from './sdk';

/** A picture from a phone whose encoder keeps its own counsel is taken all the same. */
const STILL_LIMIT = 4 * STILL_BYTES;
/** What we keep ourselves is no larger than what phones send. */
const KEPT_LIMIT = 2 * CARD_PHOTO_BYTES;
/** The SDK's word for a file that is not there. */
const NO_SUCH_FILE = -503003;
/** The platform deletes so many at once. */
const MOST_AT_ONCE = 50;

/** `cloud://<environment>.<bucket>/<path>`; every path of ours is plain words. */
const FILE_ID = /^cloud:\/\/([^./]+)(?:\.[^/]+)?\/([\w-]+(?:\/[\w-]+)*(?:\.\w+)?)$/;

/** The path of a file of this environment; undefined for any other text. */
function pathOf(fileId: string): string | undefined {
  const [, environment, path] = FILE_ID.exec(fileId) ?? [];
  return environment === sdk().getWXContext().ENV ? path : undefined;
}

async function fetchFile(storage: SdkFiles, fileId: string, most: number): Promise<Buffer | undefined> {
  const { fileList } = await storage.getTempFileURL({ fileList: [fileId] });
  const [file] = fileList;
  if (file?.status === NO_SUCH_FILE) return undefined;
  if (file?.status !== 0) throw new Error(`Cloud storage gave no address: ${String(file?.status)}.`);
  return download(encodeURI(file.tempFileURL), most);
}

async function removeSome(storage: SdkFiles, fileList: readonly string[]): Promise<void> {
  const answer = await storage.deleteFile({ fileList });
  const kept = answer.fileList.find(({ status }) => status !== 0 && status !== NO_SUCH_FILE);
  if (kept) throw new Error(`Cloud storage did not delete a file: ${kept.status}.`);
}

/** Files of ours are sealed to their path: one that is put in the place of another does not open (rule H2). */
export function openFiles(cipher: Cipher, random: Random): Files {
  const storage: SdkFiles = sdk();
  return {
    async uploaded(fileId, path) {
      const stands = pathOf(fileId);
      if (stands === undefined) return undefined;
      const isThere = typeof path === 'string' ? stands === path : path.test(stands);
      if (!isThere) return undefined;
      return fetchFile(storage, fileId, stands.startsWith('stills/') ? STILL_LIMIT : CARD_PHOTO_BYTES);
    },

    async keep(folder, bytes) {
      const cloudPath = `${folder}/${random.id()}`;
      const { fileID } = await storage.uploadFile({ cloudPath, fileContent: cipher.sealBytes(bytes, cloudPath) });
      return fileID;
    },

    async open(fileId) {
      const path = pathOf(fileId);
      const sealed = path === undefined ? undefined : await fetchFile(storage, fileId, KEPT_LIMIT);
      if (path === undefined || sealed === undefined) throw new Error('A kept file is gone.');
      return cipher.openBytes(sealed, path);
    },

    async remove(fileIds) {
      for (let from = 0; from < fileIds.length; from += MOST_AT_ONCE)
        await removeSome(storage, fileIds.slice(from, from + MOST_AT_ONCE));
    },
  };
}
