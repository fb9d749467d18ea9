/** Two taps of a trembling hand come within this time, in milliseconds; nobody means the same thing twice so fast. */
export const TREMOR_MS = 400;

const lastTaps = new WeakMap<object, number>();

/** False for the second tap of a double tap on the same control. */
export const isSteadyTap = (control: object, now = Date.now()): boolean => {
  const last = lastTaps.get(control);
  if (last !== undefined && now - last < TREMOR_MS) return false;
  lastTaps.set(control, now);
  return true;
};

/** What the last tap began has come to its end: the next one is meant. */
export const endTap = (control: object) => lastTaps.delete(control);
