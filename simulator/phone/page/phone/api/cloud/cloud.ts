import { tellDesk } from '../../../between/desk-channel';
import { readSettings } from '../../../between/settings';
import { call, CallError } from '../call';
import { cloudFilesApi } from './cloud-files';
import { isOnline } from '../network';
import { environmentOf, initialise } from './environment';

interface FunctionCall {
  name: string;
  data?: unknown;
}

/** @see https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/error-codes.html */
const NO_NETWORK = -1;
const FUNCTION_NOT_FOUND = -501000;
const EXECUTION_FAILED = -504002;

/** Bytes that a call may carry; what is larger goes through storage. */
const MOST_BYTES = 100 * 1024;

let requests = 0;

/** What the call carries, as it goes over the network. */
const textOf = (data: unknown): string => {
  const text = JSON.stringify(data ?? {});
  if (new TextEncoder().encode(text).length > MOST_BYTES) throw new CallError('Error: data exceed max size');
  return text;
};

const post = async (url: string, body: string): Promise<Response> => {
  if (!isOnline())
    throw new CallError('Error: errCode: -1 | errMsg: request:fail network is down', { errCode: NO_NETWORK });
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': readSettings().openid },
      body,
    });
  } catch (cause) {
    throw new CallError(`Error: errCode: -1 | errMsg: request:fail ${(cause as Error).message}`, {
      errCode: NO_NETWORK,
    });
  }
};

const describe = async (response: Response): Promise<string> => (await response.text()).slice(0, 500);

const callFunction = async ({ name, data }: FunctionCall): Promise<object> => {
  environmentOf();
  const response = await post(`functions/${encodeURIComponent(name)}`, textOf(data));
  tellDesk({ kind: 'called', name });
  if (response.status === 404)
    throw new CallError(`Error: errCode: ${FUNCTION_NOT_FOUND} | errMsg: FunctionName parameter could not be found`, {
      errCode: FUNCTION_NOT_FOUND,
    });
  if (!response.ok)
    throw new CallError(
      `Error: errCode: ${EXECUTION_FAILED} | errMsg: cloud function execution error: ${await describe(response)}`,
      { errCode: EXECUTION_FAILED },
    );
  requests += 1;
  return { result: (await response.json()) as unknown, requestID: `local-${requests}` };
};

/** Exchanges a phone number for the one-time code that WeChat's phone button hands out. */
export const phoneCode = async (phone: string): Promise<string> => {
  const response = await post('wechat/phone-codes', JSON.stringify({ phone }));
  if (!response.ok) throw new CallError(`phone code: ${await describe(response)}`);
  return ((await response.json()) as { code: string }).code;
};

export const cloudApi = {
  ...cloudFilesApi,
  init: initialise,
  callFunction: call('cloud.callFunction', callFunction),
};
