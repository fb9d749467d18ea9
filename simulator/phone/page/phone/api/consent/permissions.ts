import { tellDesk } from '../../../between/desk-channel';
import {
  decide,
  decided,
  isScope,
  QUESTIONS,
  SCOPES,
  type PrivateInterface,
  type Scope,
} from '../../../between/consent';
import { changeSettings, readSettings } from '../../../between/settings';
import { whileAway } from '../../runtime/background';
import { call, CallError } from '../call';
import { showModal, showSwitches } from '../dialogs/dialogs';
import { usePrivate } from './privacy';
import { requireTap } from './user-tap';

const ask = async (scope: Scope): Promise<boolean> => {
  const { confirm } = await showModal({
    title: '模拟手机 申请',
    content: QUESTIONS[scope],
    confirmText: '允许',
    cancelText: '拒绝',
  });
  decide(scope, confirm);
  tellDesk({ kind: 'settings-changed' });
  return confirm;
};

/** Whom the camera is closed to in the phone's own settings: WeChat as a whole, whatever the person allows in it. */
export const requireSystemCamera = (): void => {
  if (readSettings().systemForbidsCamera) throw new CallError('system permission denied');
};

/**
 * Asks once; after an answer only the settings change it. The guide comes first, then the person, then the system.
 * @throws CallError in WeChat's words where any of them says no
 */
export const requireScope = async (scope: Scope, used: PrivateInterface = scope): Promise<void> => {
  await usePrivate(used);
  if (!(decided(scope) ?? (await ask(scope)))) throw new CallError('auth deny');
  if (scope === 'scope.camera') requireSystemCamera();
};

const authSetting = (): Record<string, boolean> =>
  Object.fromEntries(
    SCOPES.flatMap((scope) => (decided(scope) === undefined ? [] : [[scope, decided(scope) === true]])),
  );

/** The list of what was asked for, each with a switch, as behind the menu of a mini-program. */
export const openSetting = async (): Promise<{ authSetting: Record<string, boolean> }> => {
  requireTap();
  const asked = SCOPES.filter((scope) => decided(scope) !== undefined);
  const answer = await showSwitches(
    '设置',
    asked.map((scope) => ({ label: QUESTIONS[scope], on: decided(scope) === true })),
  );
  asked.forEach((scope, place) => decide(scope, answer[place] === true));
  tellDesk({ kind: 'settings-changed' });
  return { authSetting: authSetting() };
};

const authorize = async ({ scope }: { scope: string }): Promise<void> => {
  if (!isScope(scope)) throw new Error(`the simulator has no ${scope}`);
  await requireScope(scope);
};

/** What the phone's own settings allow WeChat; the desk can close the camera. */
const appAuthorizeSetting = () => ({
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'authorized',
  cameraAuthorized: readSettings().systemForbidsCamera ? 'denied' : 'authorized',
  locationAuthorized: 'authorized',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
  notificationAlertAuthorized: 'authorized',
  notificationBadgeAuthorized: 'authorized',
  notificationSoundAuthorized: 'authorized',
  phoneCalendarAuthorized: 'authorized',
});

/** Leaves the mini-program for the phone's own settings, and comes back. */
const openAppAuthorizeSetting = (): Promise<void> =>
  whileAway(async () => {
    const [camera] = await showSwitches('系统设置 · 微信', [
      { label: '相机', on: !readSettings().systemForbidsCamera },
    ]);
    changeSettings({ systemForbidsCamera: camera !== true });
    tellDesk({ kind: 'settings-changed' });
  });

export const permissionApi = {
  getSetting: call('getSetting', () => ({ authSetting: authSetting() })),
  openSetting: call('openSetting', openSetting),
  authorize: call('authorize', authorize),
  getAppAuthorizeSetting: appAuthorizeSetting,
  openAppAuthorizeSetting: call('openAppAuthorizeSetting', openAppAuthorizeSetting),
};
