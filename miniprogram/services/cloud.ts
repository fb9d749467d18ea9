import { errorOf, failureOf } from './failure';
import type { WechatFailure } from './failure';
import { environment } from '../environment';
import { fault } from '../shared/phone-fault';
import type { Answer, Trouble } from '../shared/phone-fault';
import type { ActionName, FunctionName, Input, Output } from '../shared/contract/api';
import { errorCodes } from '../shared/error-codes';
import { accept, refuse } from '../shared/result';

/** A function may think for 20 s at most; an old phone on a weak network gets a little more. */
export const PATIENCE_MS = 25_000;
/** A picture of 60 KB takes that long where the network is at its worst and still alive. */
export const UPLOAD_PATIENCE_MS = 60_000;

/** Once, when the app starts. Without `env` WeChat takes any environment of the account, which may be another one. */
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

/** Of a call or an upload that came to nothing. */
type CloudFault = 'TIMEOUT' | 'UNREACHABLE' | 'BUSY' | 'INTERNAL';

/**
 * By WeChat's number. `BUSY`: turned away, nothing was done. `INTERNAL`: a fault of ours, and trying again by itself
 * helps not. What is not named is `UNREACHABLE`.
 * @see https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/error-codes.html
 */
const faultsByNumber: Readonly<Record<number, CloudFault>> = {
  // Environment or function not there, or the app is not allowed to use them.
  [-501000]: 'INTERNAL',
  [-501005]: 'INTERNAL',
  [-501006]: 'INTERNAL',
  [-501007]: 'INTERNAL',
  [-601004]: 'INTERNAL',
  [-601012]: 'INTERNAL',
  // The environment's own trouble, its time-out, and its limits of requests.
  [-501001]: 'UNREACHABLE',
  [-501002]: 'TIMEOUT',
  [-501003]: 'BUSY',
  [-501004]: 'BUSY',
  // The function: polled for too long, died, ran out of time.
  [-404005]: 'TIMEOUT',
  [-404011]: 'UNREACHABLE',
  [-404012]: 'TIMEOUT',
  [-504002]: 'UNREACHABLE',
  [-504003]: 'TIMEOUT',
  // WeChat's own trouble.
  [-601001]: 'UNREACHABLE',
  [-601003]: 'UNREACHABLE',
  [-601008]: 'TIMEOUT',
  // The answer is larger than 1 MB: the work is done, and asking again would not make it smaller.
  [-604001]: 'INTERNAL',
};

/** Words, where WeChat gives no number: in the order in which they count. */
const faultsByWords: readonly (readonly [CloudFault, RegExp])[] = [
  ['TIMEOUT', /timed?[ -]?out|time_limit/i],
  ['BUSY', /exceed (concurrent )?request limit|request overrun|max upload connection/i],
  ['INTERNAL', /exceed(s)? (max )?size|size exceed|isn't enabled|init first/i],
];

/** Some clients put the number into the words only. */
const numberIn = (words: string): number => Number(/-\d{6}\b/.exec(words)?.[0]);

const cloudFault = ({ errMsg, errCode }: WechatFailure): CloudFault =>
  faultsByNumber[errCode ?? NaN] ??
  faultsByNumber[numberIn(errMsg)] ??
  faultsByWords.find(([, words]) => words.test(errMsg))?.[0] ??
  'UNREACHABLE';

/** Never `refuse`s in place of the server: `BUSY` and `INTERNAL` mean the same whoever says so. */
const troubleOf = (code: CloudFault): Trouble => (code === 'BUSY' || code === 'INTERNAL' ? refuse(code) : fault(code));

const faultOf = async (where: string, cause: unknown): Promise<Trouble> => {
  const failure = failureOf(cause);
  const code = cloudFault(failure);
  if (code === 'INTERNAL') console.error(`${where}: ${failure.errMsg}`);
  else console.warn(`${where}: ${failure.errMsg}`);
  return code !== 'INTERNAL' && (await isOffline()) ? fault('OFFLINE') : troubleOf(code);
};

const withPatience = async <T>(work: Promise<T>, patience: number, giveUp?: () => void): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('timeout: no answer'));
      giveUp?.();
    }, patience);
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

/** WeChat refuses a fourth upload while three are under way. */
export const UPLOADS_AT_ONCE = 3;

let uploading = 0;
const queue: (() => void)[] = [];

/** Waits for its turn, whichever page or try the uploads before belong to. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (uploading >= UPLOADS_AT_ONCE) await new Promise<void>((begin) => queue.push(begin));
  else uploading += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else uploading -= 1;
  }
};

/** In the form with callbacks, which alone tells how far it is. One that takes too long ends, and gives its place up. */
const sendFile = (cloudPath: string, filePath: string, told: UploadProgress | undefined) => {
  let task: WechatMiniprogram.UploadTask | undefined;
  const sent = new Promise<{ fileID: string }>((resolve, reject) => {
    task = wx.cloud.uploadFile({
      cloudPath,
      filePath,
      success: resolve,
      fail: (failure) => reject(errorOf(failure)),
    });
    if (told) task.onProgressUpdate(({ progress }) => told(progress));
  });
  return withPatience(sent, UPLOAD_PATIENCE_MS, () => task?.abort());
};

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
    const { fileID } = await inTurn(() => sendFile(cloudPath, filePath, told));
    if (fileID !== '') return accept({ fileId: fileID });
    return await faultOf('upload', new Error('no file id'));
  } catch (cause) {
    return faultOf('upload', cause);
  }
};
