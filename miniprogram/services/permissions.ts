import { failureOf } from './failure';
import { denialOf } from '../shared/denial';
import type { Denial, Failure, Settings } from '../shared/denial';

/** What WeChat keeps behind a permission: its name there, and the line of the phone's own settings. */
const places = {
  camera: { scope: 'scope.camera', system: 'cameraAuthorized' },
  album: { scope: 'scope.writePhotosAlbum', system: 'albumAuthorized' },
  /** Choosing needs no permission of its own in WeChat; the phone may close it all the same. */
  photo: { scope: undefined, system: undefined },
} as const;

export type Guarded = keyof typeof places;

/** `authorized` or not decided yet: then the phone asks by itself. */
const systemAllows = (guarded: Guarded): boolean => {
  const { system } = places[guarded];
  return system === undefined || wx.getAppAuthorizeSetting()[system] !== 'denied';
};

const scopeAllows = async (guarded: Guarded): Promise<boolean | undefined> => {
  const { scope } = places[guarded];
  return scope === undefined ? undefined : (await wx.getSetting()).authSetting[scope];
};

/** Undefined where WeChat can't tell: what it said at the failure must do. */
const settingsOf = async (guarded: Guarded): Promise<Settings> => {
  try {
    return { system: systemAllows(guarded), scope: await scopeAllows(guarded) };
  } catch (cause) {
    console.warn(`settings unread: ${failureOf(cause).errMsg}`);
    return {};
  }
};

/** Why a use of it has failed. */
export const whyDenied = async (guarded: Guarded, failure: Failure): Promise<Denial> => {
  const denial = denialOf(failure, await settingsOf(guarded));
  const line = `${guarded}: ${denial} (${failure.errno ?? failure.errMsg ?? 'no reason given'})`;
  // What the operator has left out is a fault of ours, which nobody at the phone can mend.
  if (denial === 'not-granted') console.error(line);
  else console.warn(line);
  return denial;
};

/** These came with library 2.32.3; a WeChat without them does not ask anybody for the privacy guide. */
type PrivacyApi = Partial<Pick<typeof wx, 'getPrivacySetting' | 'requirePrivacyAuthorize'>>;

const isGuideAgreed = (): Promise<boolean> =>
  new Promise((resolve) => {
    const { getPrivacySetting } = wx as PrivacyApi;
    if (!getPrivacySetting) return resolve(true);
    getPrivacySetting({
      success: ({ needAuthorization }) => resolve(!needAuthorization),
      fail: () => resolve(true),
    });
  });

/** WeChat shows the guide and asks once more. Right after a no it does not ask, for about ten seconds. */
const askForGuide = (): Promise<void> =>
  new Promise((resolve) => {
    const { requirePrivacyAuthorize } = wx as PrivacyApi;
    if (!requirePrivacyAuthorize) return resolve();
    requirePrivacyAuthorize({
      success: () => resolve(),
      fail: ({ errMsg }) => {
        console.warn(`the privacy guide stays declined: ${errMsg}`);
        resolve();
      },
    });
  });

/** Whether what stood in the way is gone; true where only trying can tell. */
export const isMended = async (guarded: Guarded, denial: Denial): Promise<boolean> => {
  if (denial === 'guide-declined') return isGuideAgreed();
  if (denial === 'system-denied') return systemAllows(guarded);
  return denial !== 'scope-denied' || (await scopeAllows(guarded)) !== false;
};

/**
 * Opens the place where a denial is taken back; only a tap may do that, so nothing is awaited before. The person may come
 * back from it later than this ends: pages look again when they are shown.
 */
export const openMending = async (denial: Denial): Promise<void> => {
  const opens: Partial<Record<Denial, () => Promise<unknown>>> = {
    'guide-declined': askForGuide,
    'scope-denied': () => wx.openSetting(),
    'system-denied': () => wx.openAppAuthorizeSetting(),
  };
  try {
    await opens[denial]?.();
  } catch (cause) {
    console.warn(`settings not opened: ${failureOf(cause).errMsg}`);
  }
};
