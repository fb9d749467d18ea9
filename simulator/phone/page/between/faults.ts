/**
 * Everything that goes wrong in the mini-program comes here once: it is shown in a red strip, written to the console
 * and handed to the listeners (`App.onError`, `wx.onError`, the desk). Nothing is swallowed.
 */
export interface Fault {
  kind: 'error' | 'rejection';
  message: string;
  cause: unknown;
}

type Listener = (fault: Fault) => void;

const listeners = new Set<Listener>();

export const onFault = (listener: Listener): void => void listeners.add(listener);

const describe = (cause: unknown): string => {
  if (cause instanceof Error) return cause.stack ?? cause.message;
  if (typeof cause === 'object' && cause !== null && 'errMsg' in cause) return String(cause.errMsg);
  return String(cause);
};

export const reportFault = (cause: unknown, kind: Fault['kind'] = 'error'): void => {
  const fault = { kind, message: describe(cause), cause };
  console.error(fault.message);
  for (const listener of listeners) listener(fault);
};

/** Runs code of the mini-program; a fault in it is reported and does not stop the phone. */
export const guarded = <T>(run: () => T): T | undefined => {
  try {
    return run();
  } catch (cause) {
    reportFault(cause);
    return undefined;
  }
};

export const watchWindow = (): void => {
  window.addEventListener('error', (event) => reportFault(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => reportFault(event.reason, 'rejection'));
};
