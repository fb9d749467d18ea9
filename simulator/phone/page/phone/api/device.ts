import { call } from './call';

let lock: WakeLockSentinel | undefined;

/** A browser that cannot, or will not while the window is hidden, lets the screen sleep; WeChat promises no more. */
const setKeepScreenOn = async ({ keepScreenOn }: { keepScreenOn: boolean }): Promise<void> => {
  await lock?.release();
  lock = undefined;
  const { wakeLock } = navigator as { wakeLock?: WakeLock };
  if (!keepScreenOn || !wakeLock) return;
  try {
    lock = await wakeLock.request('screen');
  } catch (cause) {
    console.debug(`the screen may sleep: ${(cause as Error).message}`);
  }
};

/** Where the phone stands before anybody sets it, and again after -1. */
const USUAL_BRIGHTNESS = 0.6;
let brightness = USUAL_BRIGHTNESS;

/** Remembered and nothing more: a page cannot make the machine's screen brighter. */
const setScreenBrightness = ({ value }: { value: number }): void => {
  if (!(value >= 0 && value <= 1) && value !== -1) throw new Error('parameter error: value should be 0 to 1, or -1');
  brightness = value === -1 ? USUAL_BRIGHTNESS : value;
};

export const deviceApi = {
  setKeepScreenOn: call('setKeepScreenOn', setKeepScreenOn),
  setScreenBrightness: call('setScreenBrightness', setScreenBrightness),
  getScreenBrightness: call('getScreenBrightness', () => ({ value: brightness })),
};
