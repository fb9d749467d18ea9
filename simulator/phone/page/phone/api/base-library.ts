import { readSettings } from '../../between/settings';

/**
 * The version of WeChat's base library that brought an interface; what is not named here is as old as mini-programs.
 * A test compares it with WeChat's own typings.
 */
export const SINCE: Readonly<Record<string, string>> = {
  authorize: '1.2.0',
  canIUse: '1.1.1',
  chooseMedia: '2.10.0',
  cloud: '2.2.3',
  compressImage: '2.4.0',
  createCameraContext: '1.6.0',
  createInnerAudioContext: '1.6.0',
  createIntersectionObserver: '1.9.3',
  createOffscreenCanvas: '2.16.1',
  createSelectorQuery: '1.4.0',
  createVKSession: '2.20.0',
  disableAlertBeforeUnload: '2.12.0',
  enableAlertBeforeUnload: '2.12.0',
  getAccountInfoSync: '2.2.2',
  getAppAuthorizeSetting: '2.20.1',
  getAppBaseInfo: '2.20.1',
  getClipboardData: '1.1.0',
  getDeviceInfo: '2.20.1',
  getEnterOptionsSync: '2.9.4',
  getFileSystemManager: '1.9.9',
  getLaunchOptionsSync: '2.1.2',
  getMenuButtonBoundingClientRect: '2.1.0',
  getPrivacySetting: '2.32.3',
  getScreenBrightness: '1.2.0',
  getSetting: '1.2.0',
  getSystemInfoAsync: '2.14.1',
  getUpdateManager: '1.9.90',
  getWindowInfo: '2.20.1',
  hideKeyboard: '2.8.2',
  hideLoading: '1.1.0',
  hideTabBar: '1.9.0',
  isVKSupport: '2.22.0',
  nextTick: '2.2.3',
  offAppHide: '2.1.2',
  offAppShow: '2.1.2',
  offError: '2.1.2',
  offNetworkStatusChange: '2.9.3',
  offUnhandledRejection: '2.10.0',
  offWindowResize: '2.3.0',
  onAppHide: '2.1.2',
  onAppShow: '2.1.2',
  onError: '2.1.2',
  onNeedPrivacyAuthorization: '2.32.3',
  onNetworkStatusChange: '1.1.0',
  onUnhandledRejection: '2.10.0',
  onWindowResize: '2.3.0',
  openAppAuthorizeSetting: '2.20.1',
  openPrivacyContract: '2.32.3',
  openSetting: '1.1.0',
  pageScrollTo: '1.4.0',
  reLaunch: '1.1.0',
  requestSubscribeMessage: '2.4.4',
  requirePrivacyAuthorize: '2.32.3',
  saveImageToPhotosAlbum: '1.2.0',
  setClipboardData: '1.1.0',
  setInnerAudioOption: '2.3.0',
  setKeepScreenOn: '1.4.0',
  setNavigationBarColor: '1.4.0',
  setScreenBrightness: '1.2.0',
  showLoading: '1.1.0',
  showShareImageMenu: '2.14.3',
  showTabBar: '1.9.0',
  startPullDownRefresh: '1.5.0',
  stopPullDownRefresh: '1.5.0',
  vibrateLong: '1.2.0',
  vibrateShort: '1.2.0',
};

/** Whether the one version is older than the other: `2.9.4` than `2.20.1`. */
export const isOlder = (version: string, other: string): boolean => {
  const [parts, others] = [version, other].map((text) => text.split('.').map(Number));
  for (let place = 0; place < 3; place++) {
    const difference = (parts?.[place] ?? 0) - (others?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
};

/**
 * Whether this phone's WeChat lacks an interface: because it is too old, or because the desk has taken it away. On such a
 * phone it is `undefined`, and whoever calls it without asking dies of it.
 * @param name `getAppBaseInfo`, or `cloud.callFunction`
 */
export const isAbsent = (name: string): boolean => {
  const { baseLibrary, missing, visionKit } = readSettings();
  if (missing.includes(name)) return true;
  if (name === 'createVKSession' && !visionKit) return true;
  return isOlder(baseLibrary, SINCE[name] ?? '0');
};
