/** What every asynchronous call of `wx` takes besides its own options. */
export interface Callbacks {
  success?: (result: object) => void;
  fail?: (failure: Failure) => void;
  complete?: (outcome: object) => void;
}

/** WeChat's own numbers for a failure: the older `errCode` of one interface, or the `errno` that all of them share. */
interface Codes {
  errCode?: number | undefined;
  errno?: number | undefined;
}

/** What a failed call hands to `fail`, or rejects with. */
export class Failure extends Error {
  readonly errCode: number | undefined;
  readonly errno: number | undefined;

  constructor(
    readonly errMsg: string,
    { errCode, errno }: Codes = {},
  ) {
    super(errMsg);
    this.errCode = errCode;
    this.errno = errno;
  }
}

/** Thrown inside a call to fail in WeChat's words, and with its numbers where it has some. */
export class CallError extends Error {
  constructor(
    message: string,
    readonly codes: Codes = {},
  ) {
    super(message);
  }
}

export const failureOf = (name: string, cause: unknown): Failure => {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Failure(`${name}:fail ${message}`, cause instanceof CallError ? cause.codes : {});
};

/**
 * Makes an asynchronous call as `wx` has them: a promise when no callback is given, else the callbacks and no promise.
 * The outcome carries `errMsg` either way; a fault of the simulator's own reads like a refusal of WeChat's.
 */
export const call =
  <O extends object>(name: string, run: (options: O) => unknown) =>
  (options: O & Callbacks = {} as O & Callbacks): Promise<object> | undefined => {
    const outcome = Promise.resolve()
      .then(() => run(options))
      .then((result) => ({ errMsg: `${name}:ok`, ...(result as object | undefined) }));
    const { success, fail, complete } = options;
    if (!success && !fail && !complete)
      return outcome.catch((cause: unknown) => {
        throw failureOf(name, cause);
      });
    void outcome.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (cause: unknown) => {
        const failure = failureOf(name, cause);
        fail?.(failure);
        complete?.(failure);
      },
    );
    return undefined;
  };

/** Some calls of WeChat's take callbacks only: what they would promise is not handed out. */
export const withoutPromise =
  <O>(run: (options: O) => unknown) =>
  (options: O): void =>
    // Without callbacks nobody hears of a failure, as on the phone.
    void Promise.resolve(run({ complete: () => undefined, ...options }));
