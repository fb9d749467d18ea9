import { CallError } from '../call';

/** The one environment of the simulator, by the id that its build of the mini-program names. */
export const ENVIRONMENT_ID = 'local';

/** @see https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/error-codes.html */
const NO_SUCH_ENVIRONMENT = -501000;

let environment: string | undefined;

/**
 * `wx.cloud.init`: says which environment every later call means. Only the first call has an effect, as in WeChat.
 * WeChat lets `env` be left out and then takes whichever environment it likes, so a build that forgot it looks well until
 * it is published; here it fails at once.
 */
export const initialise = ({ env }: { env?: unknown } = {}): void => {
  if (typeof env !== 'string' || env === '')
    throw new Error('cloud.init:fail env is required: the id of the environment, a string');
  environment ??= env;
};

/** @throws CallError before `wx.cloud.init`, and where there is no such environment */
export const environmentOf = (): string => {
  if (environment === undefined) throw new CallError("Cloud API isn't enabled, please call wx.cloud.init first");
  if (environment !== ENVIRONMENT_ID)
    throw new CallError(`Error: errCode: ${NO_SUCH_ENVIRONMENT} | errMsg: Environment not found: ${environment}`, {
      errCode: NO_SUCH_ENVIRONMENT,
    });
  return environment;
};
