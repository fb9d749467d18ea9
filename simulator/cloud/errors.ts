/**
 * The numbers by which a phone knows a refusal, where the platform has one.
 * @see https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/error-codes.html
 */
const errCodes: Readonly<Record<string, number>> = {
  ANSWER_LOST: -1,
  SYS_ERR: -501001,
  EXCEED_REQUEST_LIMIT: -501003,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  STORAGE_FILE_TOO_LARGE: -403001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FILE_NOT_FOUND: -503003,
  WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT: -604001,
};

/** A refusal with a code that crosses the wire; its message is made of names and numbers, never of stored values. */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  /**
   * @param code as the platform names it, or the simulator's own for its HTTP interface
   * @param status the HTTP status outside `/admin`, which answers 200 always
   */
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }

  get errCode(): number | undefined {
    return errCodes[this.code];
  }
}

export const requestFailed = (message: string): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);

/** A refused write, in the words in which the platform passes on what MongoDB says. */
export const writeRefused = (message: string): CloudError =>
  requestFailed(`multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`);
