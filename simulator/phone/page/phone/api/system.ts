import type { LaunchOptions } from '../runtime/manifest';
import { currentViewport, part } from '../runtime/screen';
import { readSettings } from '../../between/settings';
import { call } from './call';
import { Channel } from './events';

const fontSize = (): number => 16 * readSettings().fontScale;

const windowInfo = () => {
  const { top, width, height } = currentViewport();
  const bottom = Number.parseFloat(getComputedStyle(document.body).getPropertyValue('--safe-area-bottom')) || 0;
  const statusBarHeight = part('status').offsetHeight;
  const screenHeight = window.innerHeight;
  const safeArea = {
    left: 0,
    right: width,
    top: statusBarHeight,
    bottom: screenHeight - bottom,
    width,
    height: screenHeight - bottom - statusBarHeight,
  };
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: window.innerWidth,
    screenHeight,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight,
    safeArea,
    screenTop: top,
  };
};

const deviceInfo = () => ({
  brand: 'devtools',
  model: 'browser',
  system: 'iOS 17.0',
  platform: 'devtools',
  benchmarkLevel: 50,
  memorySize: 4096,
  abi: '',
  deviceAbi: '',
  cpuType: '',
});

const appBaseInfo = () => ({
  SDKVersion: readSettings().baseLibrary,
  enableDebug: false,
  host: { appId: '' },
  language: 'zh_CN',
  version: '8.0.50',
  theme: 'light',
  fontSizeSetting: fontSize(),
  fontSizeScaleFactor: readSettings().fontScale,
});

const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() });

const menuButton = () => {
  const { left, top, right, bottom, width, height } = part('capsule').getBoundingClientRect();
  return { left, top, right, bottom, width, height };
};

export const appShown = new Channel<[LaunchOptions]>();
export const appHidden = new Channel<[]>();
export const windowResized = new Channel<[{ size: { windowWidth: number; windowHeight: number } }]>();

/** A simulator never has a newer version waiting. */
const updateManager = {
  onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void): void =>
    queueMicrotask(() => listener({ hasUpdate: false })),
  onUpdateReady: (): void => undefined,
  onUpdateFailed: (): void => undefined,
  applyUpdate: (): void => {
    throw new Error('update is not ready');
  },
};

export const systemApi = (launch: LaunchOptions) => ({
  env: { USER_DATA_PATH: 'wxfile://usr' },
  nextTick: (run: () => void): void => queueMicrotask(run),
  getSystemInfoSync: systemInfo,
  getSystemInfo: call('getSystemInfo', systemInfo),
  getSystemInfoAsync: call('getSystemInfoAsync', systemInfo),
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getMenuButtonBoundingClientRect: menuButton,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => launch,
  getEnterOptionsSync: () => launch,
  getUpdateManager: () => updateManager,
  onAppShow: appShown.on,
  offAppShow: appShown.off,
  onAppHide: appHidden.on,
  offAppHide: appHidden.off,
  onWindowResize: windowResized.on,
  offWindowResize: windowResized.off,
});
