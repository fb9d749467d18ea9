import { tellDesk } from '../../../between/desk-channel';
import { readSettings } from '../../../between/settings';
import { call, CallError } from '../call';
import { cloudFilesApi } from './cloud-files';
import { isOnline } from '../network';

interface FunctionCall {
  name: string;
  data?: unknown;
}

/** @see https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/error-codes.html */
const NO_NETWORK = -1;
const FUNCTION_NOT_FOUND = -501000;
const EXECUTION_FAILED = -504002;

let requests = 0;

const post = async (url: string, body: unknown): Promise<Response> => {
  if (!isOnline()) throw new CallError('Error: errCode: -1 | errMsg: request:fail network is down', NO_NETWORK);
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': readSettings().openid },
      body: JSON.stringify(body ?? {}),
    });
  } catch (cause) {
    throw new CallError(`Error: errCode: -1 | errMsg: request:fail ${(cause as Error).message}`, NO_NETWORK);
  }
};

const describe = async (response: Response): Promise<string> => (await response.text()).slice(0, 500);

const callFunction = async ({ name, data }: FunctionCall): Promise<object> => {
  const response = await post(`functions/${encodeURIComponent(name)}`, data);
  tellDesk({ kind: 'called', name });
  if (response.status === 404)
    throw new CallError(
      `Error: errCode: ${FUNCTION_NOT_FOUND} | errMsg: FunctionName parameter could not be found`,
      FUNCTION_NOT_FOUND,
    );
  if (!response.ok)
    throw new CallError(
      `Error: errCode: ${EXECUTION_FAILED} | errMsg: cloud function execution error: ${await describe(response)}`,
      EXECUTION_FAILED,
    );
  requests += 1;
  return { result: (await response.json()) as unknown, requestID: `local-${requests}` };
};

/** Exchanges a phone number for the one-time code that WeChat's phone button hands out. */
export const phoneCode = async (phone: string): Promise<string> => {
  const response = await post('wechat/phone-codes', { phone });
  if (!response.ok) throw new CallError(`phone code: ${await describe(response)}`);
  return ((await response.json()) as { code: string }).code;
};

export const cloudApi = {
  ...cloudFilesApi,
  init: (): void => undefined,
  callFunction: call('cloud.callFunction', callFunction),
};
