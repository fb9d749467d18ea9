import { readSettings } from './settings';

/** What WeChat asks before the first use, in its words. */
export const QUESTIONS = {
  'scope.camera': '使用你的摄像头',
  'scope.writePhotosAlbum': '保存图片到你的相册',
} as const;

export type Scope = keyof typeof QUESTIONS;

export const SCOPES = Object.keys(QUESTIONS) as Scope[];
export const isScope = (name: string): name is Scope => Object.hasOwn(QUESTIONS, name);

/** Each WeChat user decides for themselves, and the decision outlives the visit. */
const keyOf = (scope: Scope): string => `permission:${readSettings().openid}:${scope}`;

/** What the person has answered; undefined before they were asked. */
export const decided = (scope: Scope): boolean | undefined => {
  const stored = localStorage.getItem(keyOf(scope));
  return stored === null ? undefined : stored === 'yes';
};

/** @param allowed undefined forgets the answer, so that WeChat asks again */
export const decide = (scope: Scope, allowed: boolean | undefined): void => {
  if (allowed === undefined) localStorage.removeItem(keyOf(scope));
  else localStorage.setItem(keyOf(scope), allowed ? 'yes' : 'no');
};

/**
 * The kinds of information that an operator declares in the privacy guide (用户隐私保护指引), by its own names, and what
 * WeChat switches off where a kind is not declared or the person has not agreed to the guide.
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 */
export const PRIVATE = {
  camera: { name: '摄像头', interfaces: ['camera', 'scope.camera'] },
  media: { name: '选中的照片或视频', interfaces: ['chooseMedia'] },
  album: { name: '相册（仅写入）', interfaces: ['saveImageToPhotosAlbum', 'scope.writePhotosAlbum'] },
  phone: { name: '手机号', interfaces: ['button.getPhoneNumber'] },
  clipboard: { name: '剪切板', interfaces: ['setClipboardData', 'getClipboardData'] },
} as const satisfies Record<string, { name: string; interfaces: readonly string[] }>;

export type PrivateKind = keyof typeof PRIVATE;
export type PrivateInterface = (typeof PRIVATE)[PrivateKind]['interfaces'][number];

export const PRIVATE_KINDS = Object.keys(PRIVATE) as PrivateKind[];

export const kindOf = (used: PrivateInterface): PrivateKind | undefined =>
  PRIVATE_KINDS.find((kind) => (PRIVATE[kind].interfaces as readonly string[]).includes(used));
