import { readSettings } from '../../../between/settings';
import { call } from '../call';
import { showModal, showSwitches } from '../dialogs/dialogs';

/** What WeChat asks before the first use, in its words. */
const QUESTIONS = {
  'scope.camera': '使用你的摄像头',
  'scope.writePhotosAlbum': '保存图片到你的相册',
} as const;

export type Scope = keyof typeof QUESTIONS;

const SCOPES = Object.keys(QUESTIONS) as Scope[];
const isScope = (name: string): name is Scope => name in QUESTIONS;

/** Each WeChat user decides for themselves, and the decision outlives the visit. */
const keyOf = (scope: Scope): string => `permission:${readSettings().openid}:${scope}`;

const decided = (scope: Scope): boolean | undefined => {
  const stored = localStorage.getItem(keyOf(scope));
  return stored === null ? undefined : stored === 'yes';
};

const decide = (scope: Scope, allowed: boolean): void => localStorage.setItem(keyOf(scope), allowed ? 'yes' : 'no');

const ask = async (scope: Scope): Promise<boolean> => {
  const { confirm } = await showModal({
    title: '模拟手机 申请',
    content: QUESTIONS[scope],
    confirmText: '允许',
    cancelText: '拒绝',
  });
  decide(scope, confirm);
  return confirm;
};

/** Asks once; after an answer only the settings change it. */
export const mayUse = async (scope: Scope): Promise<boolean> => {
  return decided(scope) ?? ask(scope);
};

const authSetting = (): Record<string, boolean> =>
  Object.fromEntries(
    SCOPES.flatMap((scope) => (decided(scope) === undefined ? [] : [[scope, decided(scope) === true]])),
  );

/** The list of what was asked for, each with a switch, as behind the menu of a mini-program. */
export const openSetting = async (): Promise<{ authSetting: Record<string, boolean> }> => {
  const asked = SCOPES.filter((scope) => decided(scope) !== undefined);
  const answer = await showSwitches(
    '设置',
    asked.map((scope) => ({ label: QUESTIONS[scope], on: decided(scope) === true })),
  );
  asked.forEach((scope, place) => decide(scope, answer[place] === true));
  return { authSetting: authSetting() };
};

const authorize = async ({ scope }: { scope: string }): Promise<void> => {
  if (!isScope(scope)) throw new Error(`the simulator has no ${scope}`);
  if (!(await mayUse(scope))) throw new Error('auth deny');
};

export const permissionApi = {
  getSetting: call('getSetting', () => ({ authSetting: authSetting() })),
  openSetting: call('openSetting', openSetting),
  authorize: call('authorize', authorize),
};
