import { spokenTime } from '../shared/china-time';
import type { ChinaDay, PartOfDay } from '../shared/china-time';

const parts: Record<PartOfDay, string> = {
  'before-dawn': '凌晨',
  morning: '上午',
  noon: '中午',
  afternoon: '下午',
  evening: '晚上',
};

const days: Readonly<Record<number, string>> = { 0: '今天', 1: '明天', 2: '后天' };

/** An instant as people say it at another: 明天上午 9:12. Further away with its date: 8月3日上午 9:12. */
export const timeInWords = (instant: Date, now: Date): string => {
  const time = spokenTime(instant, now);
  const day = days[time.dayDistance] ?? `${time.month}月${time.day}日`;
  return `${day}${parts[time.partOfDay]} ${time.hour}:${String(time.minute).padStart(2, '0')}`;
};

/** A wait in whole minutes, rounded up: nothing on the screen counts down. */
export const waitInWords = (seconds: number): string => `${Math.max(1, Math.ceil(seconds / 60))} 分钟`;

/** `2027-07-31` as 2027年7月31日. */
export const dayInWords = (day: ChinaDay): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
