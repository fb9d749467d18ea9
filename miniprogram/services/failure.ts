/** What WeChat hands to `fail`, rejects with, or puts into the detail of an event: words, and a number of either kind. */
export interface WechatFailure {
  readonly errMsg: string;
  /** Shared by all interfaces. */
  readonly errno?: number;
  /** Of the cloud, and of some older interfaces. */
  readonly errCode?: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const UNSAID = 'no reason given';

/** Whatever was thrown, in this form; an `Error` of ours by its message. Neither ever holds what was sent. */
export const failureOf = (cause: unknown): WechatFailure => {
  if (!isRecord(cause)) return { errMsg: typeof cause === 'string' ? cause : UNSAID };
  const { errMsg, message, errno, errCode } = cause;
  return {
    errMsg: [errMsg, message].find((words): words is string => typeof words === 'string') ?? UNSAID,
    ...(typeof errno === 'number' && { errno }),
    ...(typeof errCode === 'number' && { errCode }),
  };
};

/** A failure for whoever waits for a promise; WeChat itself calls back. */
export const errorOf = (failure: object): Error => Object.assign(new Error(failureOf(failure).errMsg), failure);
