const FORM = /^[\w-]{8,64}$/;

/**
 * The platform's own id of the call, which `wx.cloud.callFunction` hands to the phone as `requestID` and which stands
 * on the platform's log; a new one where there is none.
 */
export const requestIdOf =
  (newId: () => string) =>
  (invocation: unknown): string => {
    const given = (invocation as { request_id?: unknown } | null | undefined)?.request_id;
    return typeof given === 'string' && FORM.test(given) ? given : newId();
  };
