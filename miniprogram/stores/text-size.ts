import { makeAutoObservable } from 'mobx-miniprogram';
import { wechatTextScale } from '../services/device';
import { readSetting, writeSetting } from '../services/settings';

/** As WeChat has it, or one of our own. The largest makes the main text 30 pt (MIIT 适老化 standard). */
export const textSizes = ['wechat', 'standard', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

/** Beyond this the words of a button no longer fit its line; the main text is 30 pt then. */
export const LARGEST_SCALE = 1.5;

const scales: Record<Exclude<TextSize, 'wechat'>, number> = { standard: 1, large: 1.25, largest: LARGEST_SCALE };

const isTextSize = (value: unknown): value is TextSize => textSizes.some((size) => size === value);

export class TextSizeStore {
  chosen: TextSize = 'wechat';
  wechat = 1;

  constructor() {
    makeAutoObservable(this);
  }

  /** 1 to `LARGEST_SCALE`: how many times the base sizes everything is shown. */
  get scale(): number {
    if (this.chosen !== 'wechat') return scales[this.chosen];
    return Math.min(Math.max(this.wechat, 1), LARGEST_SCALE);
  }

  /** WeChat's size may have changed since the last page was opened. */
  refresh() {
    const kept = readSetting('textSize');
    this.chosen = isTextSize(kept) ? kept : 'wechat';
    this.wechat = wechatTextScale();
  }

  choose(size: TextSize) {
    this.chosen = size;
    writeSetting('textSize', size);
  }
}

export const textSize = new TextSizeStore();
