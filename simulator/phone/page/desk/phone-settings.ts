import { BASE_LIBRARY, changeSettings, readSettings } from '../between/settings';
import { button, make, section } from './dom';
import type { PhoneFrame } from './phone-frame';
import { boxOf, choiceOf } from './switches';

/** WeChat's steps of the text size, by their factor. */
const TEXT_SIZES: [string, number][] = [
  ['小 0.9', 0.9],
  ['标准 1.0', 1],
  ['大 1.15', 1.15],
  ['特大 1.3', 1.3],
  ['关怀模式 1.4', 1.4],
  ['最大 1.6', 1.6],
];

export const textSizeSection = (frame: PhoneFrame): HTMLElement => {
  const choice = make('select', { 'aria-label': '微信字体大小' });
  for (const [label, factor] of TEXT_SIZES) choice.append(new Option(label, String(factor)));
  choice.value = String(readSettings().fontScale);
  choice.addEventListener('change', () => {
    changeSettings({ fontScale: Number(choice.value) });
    frame.reload();
  });
  return section('微信字体大小', choice);
};

export const networkSection = (frame: PhoneFrame): HTMLElement => {
  const box = make('input', { type: 'checkbox', checked: readSettings().online });
  box.addEventListener('change', () => {
    changeSettings({ online: box.checked });
    frame.networkChanged();
  });
  return section('网络', make('label', {}, box, ' 手机有网络'));
};

/** Versions of the base library that brought much of what a mini-program needs. */
const LIBRARIES = [BASE_LIBRARY, '3.0.0', '2.32.3', '2.20.1', '2.19.6', '2.10.0'];

/** How old the WeChat on this phone is; entered anew, because the mini-program looks when it starts. */
export const wechatSection = (frame: PhoneFrame): HTMLElement => {
  const library = choiceOf(
    '基础库版本',
    Object.fromEntries(LIBRARIES.map((version) => [version, version])),
    () => readSettings().baseLibrary,
    (baseLibrary) => {
      changeSettings({ baseLibrary });
      frame.reload();
    },
  );
  library.show();
  const field = make('input', { type: 'text', 'aria-label': '缺少的接口', placeholder: 'getAppBaseInfo, …' });
  field.value = readSettings().missing.join(', ');
  field.addEventListener('change', () => {
    changeSettings({ missing: field.value.split(/[\s,，]+/).filter(Boolean) });
    frame.reload();
  });
  return section('微信版本', library.element, make('label', { class: 'switch' }, '缺少的接口 ', field));
};

/** What the machine does that a mini-program cannot change. */
export const deviceSection = (): HTMLElement => {
  const switches = [
    boxOf(
      '静音开关',
      () => readSettings().muted,
      (muted) => void changeSettings({ muted }),
    ),
    boxOf(
      '临时文件删不掉',
      () => readSettings().keepsTemporaryFiles,
      (keepsTemporaryFiles) => {
        changeSettings({ keepsTemporaryFiles });
      },
    ),
  ];
  switches.forEach(({ show }) => show());
  return section('手机本身', ...switches.map(({ element }) => element));
};

/** A field for what a code says; scanning it enters the mini-program with it under this name. */
const scanned = (frame: PhoneFrame, name: 'scene' | 'q', label: string, placeholder: string): HTMLElement[] => {
  const field = make('input', { type: 'text', 'aria-label': label, placeholder });
  const enter = (): void => frame.restart({ [name]: field.value });
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') enter();
  });
  return [field, button('扫码进入', enter)];
};

/** A mini-program code carries a few letters, a plain link the whole address; they arrive under different names. */
export const scanSections = (frame: PhoneFrame): HTMLElement[] => [
  section('扫小程序码', ...scanned(frame, 'scene', '小程序码的 scene', 'scene')),
  section('扫普通链接二维码', ...scanned(frame, 'q', '二维码里的网址', 'https://…')),
];
