import { dayInWords } from './times';
import { wordsOf } from './words-of';
import { chinaDay } from '../shared/china-time';
import type { Method } from '../shared/contract/certification';
import type { Instant } from '../shared/china-time';

/** How somebody was certified, as a retiree says it (rule D2). */
const methodWords = {
  self: '本人刷脸',
  relative: '亲友帮忙刷脸',
  assisted: '别人帮忙刷脸',
  'home-visit': '上门认证',
  'manual-review': '人工核对照片',
  overseas: '在国外办理',
  'data-match': '数据比对，自动认证',
  counter: '窗口办理',
} satisfies Record<Method, string>;

export const methodInWords = (method: string): string => wordsOf(methodWords, method, '别的办法');

/** The Chinese day of an instant: 2026年6月12日. */
export const dateInWords = (at: Instant): string => dayInWords(chinaDay(new Date(at)));

/** 2026年6月12日，本人刷脸 */
export const lastInWords = (last: { at: Instant; method: Method }): string =>
  `${dateInWords(last.at)}，${methodInWords(last.method)}`;
