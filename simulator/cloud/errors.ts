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
}

export const requestFailed = (message: string): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);

/** A refused write, in the words in which the platform passes on what MongoDB says. */
export const writeRefused = (message: string): CloudError =>
  requestFailed(`multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`);
