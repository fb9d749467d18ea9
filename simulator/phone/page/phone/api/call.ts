/** What every asynchronous call of `wx` takes besides its own options. */
export interface Callbacks {
  success?: (result: object) => void;
  fail?: (failure: Failure) => void;
  complete?: (outcome: object) => void;
}

/** What a failed call hands to `fail`, or rejects with. */
export class Failure extends Error {
  constructor(
    readonly errMsg: string,
    readonly errCode?: number,
  ) {
    super(errMsg);
  }
}

/** Thrown inside a call to fail with a code of WeChat's own. */
export class CallError extends Error {
  constructor(
    message: string,
    readonly errCode?: number,
  ) {
    super(message);
  }
}

const failureOf = (name: string, cause: unknown): Failure => {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Failure(`${name}:fail ${message}`, cause instanceof CallError ? cause.errCode : undefined);
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
