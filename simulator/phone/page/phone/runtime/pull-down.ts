import { guarded } from '../../between/faults';
import type { Page } from './page';

/** CSS pixels that the finger must pull before the page is refreshed. */
const PULL = 60;

const refreshing = new WeakSet<Page>();

export const stopRefresh = (page: Page): void => {
  refreshing.delete(page);
  page.sheet.viewport.classList.remove('phone-refreshing');
};

export const startRefresh = (page: Page): void => {
  if (refreshing.has(page)) return;
  refreshing.add(page);
  page.sheet.viewport.classList.add('phone-refreshing');
  guarded(() => page.caller.onPullDownRefresh?.());
};

/** Lets a page that asks for it be refreshed by pulling it down from its top. */
export const watchPull = (page: Page): void => {
  if (!page.config.enablePullDownRefresh) return;
  const { scroller } = page.sheet;
  let start: number | undefined;
  scroller.addEventListener(
    'touchstart',
    (event) => {
      start = scroller.scrollTop === 0 ? event.touches[0]?.clientY : undefined;
    },
    { passive: true },
  );
  scroller.addEventListener(
    'touchend',
    (event) => {
      const end = event.changedTouches[0]?.clientY;
      if (start !== undefined && end !== undefined && end - start > PULL) startRefresh(page);
    },
    { passive: true },
  );
};
