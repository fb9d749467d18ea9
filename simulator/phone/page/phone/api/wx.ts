import { onFault } from '../../between/faults';
import type { LaunchOptions } from '../runtime/manifest';
import type { PageStack } from '../runtime/page-stack';
import { startRefresh, stopRefresh } from '../runtime/pull-down';
import type { TabBar } from '../runtime/tab-bar';
import { visionKitApi } from '../face/vk-session';
import { elementTemplates } from '../../../element-templates';
import { createAnimation } from './animation';
import { isAbsent } from './base-library';
import { call } from './call';
import { createCameraContext } from './camera-context';
import { canvasApi } from './files/canvas';
import { cloudApi } from './cloud/cloud';
import { deviceApi } from './device';
import { fileSystemApi } from './files/file-system';
import { imageApi } from './files/images';
import { Channel } from './events';
import { interactionApi } from './interaction';
import { navigationApi } from './navigation';
import { isOnline, networkChanged, networkType } from './network';
import { isOpenType } from './open-types';
import { permissionApi } from './consent/permissions';
import { privacyApi } from './consent/privacy';
import { subscribeApi } from './consent/subscribe';
import { soundApi } from './sound';
import { storageApi } from './storage';
import { systemApi } from './system';

type Api = Record<string, unknown>;

/**
 * An object that refuses, by name, what it does not have: a phone may have it, the simulator does not.
 * @param absent whether this phone's own WeChat lacks it
 */
const refusing = <T extends object>(api: T, name: string, absent: (key: string) => boolean = () => false): T =>
  new Proxy(api, {
    get(target, key) {
      if (typeof key === 'string' && key in target && absent(key)) return undefined;
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown;
      // Asked by `await` of everything that passes through it.
      if (key === 'then') return undefined;
      throw new Error(`the simulator has no ${name}.${key}`);
    },
  });

const networkApi = {
  getNetworkType: call('getNetworkType', () => ({ networkType: networkType(), isConnected: isOnline() })),
  onNetworkStatusChange: networkChanged.on,
  offNetworkStatusChange: networkChanged.off,
};

const faultApi = (): Api => {
  const errors = new Channel<[string]>();
  const rejections = new Channel<[{ reason: unknown }]>();
  onFault(({ kind, message, cause }) => {
    if (kind === 'error') errors.emit(message);
    else rejections.emit({ reason: cause });
  });
  return {
    onError: errors.on,
    offError: errors.off,
    onUnhandledRejection: rejections.on,
    offUnhandledRejection: rejections.off,
  };
};

const pageApi = (stack: PageStack, tabBar: TabBar): Api => {
  const top = () => {
    if (!stack.top) throw new Error('no page is shown');
    return stack.top;
  };
  return {
    startPullDownRefresh: call('startPullDownRefresh', () => startRefresh(top())),
    stopPullDownRefresh: call('stopPullDownRefresh', () => stopRefresh(top())),
    showTabBar: call('showTabBar', () => tabBar.setVisible(true)),
    hideTabBar: call('hideTabBar', () => tabBar.setVisible(false)),
    createSelectorQuery: () => top().caller.createSelectorQuery(),
    createIntersectionObserver: (
      caller: { createIntersectionObserver: (options: unknown) => unknown },
      options: unknown,
    ) => caller.createIntersectionObserver(options),
    createAnimation,
    createCameraContext: createCameraContext(stack),
  };
};

/** `wx.canIUse` tells the truth about the simulator: `showToast`, `cloud.callFunction`, `button.open-type.share`. */
const canIUse = (api: Api) => {
  return (schema: string): boolean => {
    const [name = '', member = '', value = ''] = schema.split('.');
    if (isAbsent(name)) return false;
    if (name === 'cloud') return !member || (member in cloudApi && !isAbsent(`cloud.${member}`));
    if (api[name] !== undefined) return true;
    if (!(name in elementTemplates)) return false;
    return member !== 'open-type' || !value || isOpenType(value);
  };
};

export interface WxParts {
  stack: PageStack;
  tabBar: TabBar;
  launch: LaunchOptions;
}

/** The global `wx` of the mini-program. */
/** What the simulator has of `wx`. */
export const apiOf = ({ stack, tabBar, launch }: WxParts): Api => {
  const api: Api = {
    ...systemApi(launch),
    ...navigationApi(stack),
    ...interactionApi,
    ...storageApi,
    ...networkApi,
    ...permissionApi,
    ...privacyApi,
    ...subscribeApi,
    ...canvasApi,
    ...imageApi,
    ...fileSystemApi(refusing),
    ...deviceApi,
    ...soundApi(refusing),
    ...visionKitApi(refusing),
    ...faultApi(),
    ...pageApi(stack, tabBar),
    cloud: refusing(cloudApi, 'wx.cloud', (key) => isAbsent(`cloud.${key}`)),
    // Withdrawn by WeChat; Vant looks whether it is there.
    getUserProfile: undefined,
  };
  api['canIUse'] = canIUse(api);
  return api;
};

export const createWx = (parts: WxParts): Api => refusing(apiOf(parts), 'wx', isAbsent);
