import { button, make, section } from './dom';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const read = async (method: 'GET' | 'PUT', now?: string | null): Promise<number> => {
  const response = await fetch('clock', {
    method,
    ...(now !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now }) }),
  });
  if (!response.ok) throw new Error(`${method} /clock: ${response.status}`);
  return Date.parse(((await response.json()) as { now: string }).now);
};

const inChina = (instant: number): string =>
  new Date(instant).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
    dateStyle: 'long',
    timeStyle: 'medium',
  });

/** The simulator's clock, shown in China Standard Time; moving it moves the clock of every function. */
export const clockSection = (onFault: (cause: unknown) => void): HTMLElement => {
  const shown = make('p', { class: 'clock' });
  let offset = 0;
  const now = (): number => Date.now() + offset;
  const show = (): void => {
    shown.textContent = inChina(now());
  };
  const take = (answer: Promise<number>): void =>
    void answer.then((instant) => {
      offset = instant - Date.now();
      show();
    }, onFault);
  const move = (by: number): void => take(read('PUT', new Date(now() + by).toISOString()));
  take(read('GET'));
  window.setInterval(show, 1000);
  return section(
    '时钟（北京时间）',
    shown,
    button('+1 小时', () => move(HOUR)),
    button('+1 天', () => move(DAY)),
    button('回到现在', () => take(read('PUT', null))),
  );
};
