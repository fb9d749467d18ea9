import { environment } from '../environment';
import { fault } from '../shared/phone-fault';
import type { Answer } from '../shared/phone-fault';
import type { ActionName, FunctionName, Input, Output } from '../shared/contract/api';
import { errorCodes } from '../shared/error-codes';
import { accept } from '../shared/result';

/** A function may think for 20 s at most; an old phone on a weak network gets a little more. */
export const PATIENCE_MS = 25_000;
/** A picture of 60 KB takes that long where the network is at its worst and still alive. */
export const UPLOAD_PATIENCE_MS = 60_000;

/** Once, when the app starts. Where `env` is left out, nobody knows which environment the calls reach. */
export const startCloud = () => wx.cloud.init({ env: environment.id, traceUser: false });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isAnswer = (value: unknown): value is Answer<never> =>
  isRecord(value) &&
  (value['ok'] === true
    ? 'data' in value
    : value['ok'] === false && Object.keys(errorCodes).some((code) => code === value['code']));

const isOffline = async () => {
  const { networkType } = await wx.getNetworkType();
  return networkType === 'none';
};

/** WeChat rejects with `errMsg`, we with an `Error`. Either names the network's trouble, never what was sent. */
const reasonOf = (cause: unknown): string => {
  if (cause instanceof Error) return cause.message;
  return isRecord(cause) && typeof cause['errMsg'] === 'string' ? cause['errMsg'] : 'no reason given';
};

const TIMED_OUT = /timed?[ -]?out|time_limit/i;

const faultOf = async (where: string, cause: unknown) => {
  const reason = reasonOf(cause);
  console.warn(`${where}: ${reason}`);
  if (await isOffline()) return fault('OFFLINE');
  return fault(TIMED_OUT.test(reason) ? 'TIMEOUT' : 'UNREACHABLE');
};

const withPatience = async <T>(work: Promise<T>, patience: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout: no answer')), patience);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    if (timer !== undefined) clearTimeout(timer);
  }
};

/**
 * Asks a cloud function. The only place that does.
 *
 * Never rejects: no network, no answer in time (25 s) and an answer that can't be read are values as well. After
 * `TIMEOUT` and `UNREACHABLE` nobody knows whether the function has done its work: ask `me` before trying again.
 */
export const call = async <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  input: Input<F, A>,
): Promise<Answer<Output<F, A>>> => {
  const where = `${name}.${action}`;
  try {
    const { result } = await withPatience(wx.cloud.callFunction({ name, data: { action, input } }), PATIENCE_MS);
    if (isAnswer(result)) return result;
    return await faultOf(where, new Error('not an envelope'));
  } catch (cause) {
    return faultOf(where, cause);
  }
};

/** How much of a file has arrived, in whole percent. */
export type UploadProgress = (percent: number) => void;

/** In the form with callbacks, which alone tells how far it is. */
const sendFile = (cloudPath: string, filePath: string, told: UploadProgress | undefined) =>
  new Promise<{ fileID: string }>((resolve, reject) => {
    const task = wx.cloud.uploadFile({ cloudPath, filePath, success: resolve, fail: reject });
    if (told) task.onProgressUpdate(({ progress }) => told(progress));
  });

/**
 * Puts a file of the phone into storage, over the one that may be there already. Never rejects, as `call`; after any
 * fault the same file may be sent again.
 */
export const upload = async (
  cloudPath: string,
  filePath: string,
  told?: UploadProgress,
): Promise<Answer<{ fileId: string }>> => {
  try {
    const { fileID } = await withPatience(sendFile(cloudPath, filePath, told), UPLOAD_PATIENCE_MS);
    if (fileID !== '') return accept({ fileId: fileID });
    return await faultOf('upload', new Error('no file id'));
  } catch (cause) {
    return faultOf('upload', cause);
  }
};
