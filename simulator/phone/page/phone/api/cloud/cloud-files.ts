import { readSettings } from '../../../between/settings';
import { call, CallError, type Callbacks } from '../call';
import { Channel } from '../events';
import { fileAt, keepFile } from '../files/local-files';
import { isOnline } from '../network';
import { environmentOf } from './environment';

/** @see https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html */
const NO_NETWORK = -1;
const REQUEST_FAILED = -503001;
const NO_PERMISSION = -503002;
const NOT_FOUND = -503003;

const CODES: Record<number, number> = { 403: NO_PERMISSION, 404: NOT_FOUND };

/** Uploads that may be on their way at once. */
const MOST_UPLOADS = 3;

let uploads = 0;

/** @throws CallError where as many are on their way as may be */
const inTurn = async <T>(upload: () => Promise<T>): Promise<T> => {
  if (uploads >= MOST_UPLOADS) throw new CallError(`exceed max upload connection count ${MOST_UPLOADS}`);
  uploads += 1;
  try {
    return await upload();
  } finally {
    uploads -= 1;
  }
};

const failure = (status: number, reason: string): CallError => {
  const code = status === 0 ? NO_NETWORK : (CODES[status] ?? REQUEST_FAILED);
  return new CallError(`Error: errCode: ${code} | errMsg: ${reason}`, { errCode: code });
};

interface Upload {
  cloudPath: string;
  filePath: string;
}

interface Progress {
  /** Percent. */
  progress: number;
  totalBytesSent: number;
  totalBytesExpectedToSend: number;
}

/** One upload on its way. `XMLHttpRequest`, because `fetch` does not tell how far it is. */
class UploadTask {
  private readonly progress = new Channel<[Progress]>();
  private readonly request = new XMLHttpRequest();
  readonly onProgressUpdate = this.progress.on;
  readonly offProgressUpdate = this.progress.off;

  readonly abort = (): void => this.request.abort();

  run({ cloudPath, filePath }: Upload): Promise<object> {
    const { request } = this;
    return new Promise((resolve, reject) => {
      if (!isOnline()) throw failure(0, 'request:fail network is down');
      const file = fileAt(filePath);
      request.upload.addEventListener('progress', ({ loaded, total }) =>
        this.progress.emit({
          progress: total ? Math.round((loaded / total) * 100) : 100,
          totalBytesSent: loaded,
          totalBytesExpectedToSend: total,
        }),
      );
      request.addEventListener('error', () => reject(failure(0, 'request:fail')));
      request.addEventListener('abort', () => reject(new CallError('abort')));
      request.addEventListener('load', () => {
        const { status } = request;
        if (status >= 300) reject(failure(status, request.responseText.slice(0, 300)));
        else resolve({ fileID: decodeURI(request.getResponseHeader('x-file-id') ?? ''), statusCode: status });
      });
      request.open('PUT', `files/${cloudPath.split('/').map(encodeURIComponent).join('/')}`);
      request.setRequestHeader('x-openid', readSettings().openid);
      request.send(file);
    });
  }
}

/** With a callback it answers the task, else a promise. */
const uploadFile = (options: Upload & Callbacks): unknown => {
  const task = new UploadTask();
  const answered = call('cloud.uploadFile', (upload: Upload) => {
    environmentOf();
    return inTurn(() => task.run(upload));
  })(options);
  return answered ?? task;
};

/** `cloud://<environment>.<bucket>/<path>` */
const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]*\//, '');

/** Where only functions may read, as here, the cloud refuses. */
const downloadFile = async ({ fileID }: { fileID: string }): Promise<object> => {
  environmentOf();
  if (!isOnline()) throw failure(0, 'request:fail network is down');
  const response = await fetch(`files/${pathOf(fileID)}`, { headers: { 'x-openid': readSettings().openid } });
  if (!response.ok) throw failure(response.status, await response.text());
  return { tempFilePath: keepFile(await response.blob()), statusCode: response.status };
};

export const cloudFilesApi = {
  uploadFile,
  downloadFile: call('cloud.downloadFile', downloadFile),
};
