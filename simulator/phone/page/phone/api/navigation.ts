import type { Page } from '../runtime/page';
import type { PageStack } from '../runtime/page-stack';
import { setBarColors, setTitle } from '../runtime/screen';
import { call } from './call';
import { EventChannel } from './events';

interface Url {
  url: string;
}

type Events = Record<string, (...args: unknown[]) => unknown>;

const scrollTo = (page: Page | undefined, { scrollTop, selector, duration, offsetTop = 0 }: ScrollTarget): void => {
  const scroller = page?.sheet.scroller;
  if (!scroller) throw new Error('no page is shown');
  const target = selector === undefined ? undefined : scroller.querySelector(selector);
  if (target === null) throw new Error(`selector "${selector ?? ''}" matches nothing`);
  const top = target
    ? target.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop + offsetTop
    : (scrollTop ?? 0);
  scroller.scrollTo({ top, behavior: duration === 0 ? 'instant' : 'smooth' });
};

interface ScrollTarget {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
  /** Milliseconds; 0 jumps. */
  duration?: number;
}

const askBeforeLeaving = (stack: PageStack, question: string | undefined): void => {
  if (!stack.top) throw new Error('no page is shown');
  stack.top.leaveQuestion = question;
};

export const navigationApi = (stack: PageStack) => ({
  navigateTo: call('navigateTo', ({ url, events }: Url & { events?: Events }) => {
    const eventChannel = new EventChannel(events);
    stack.navigateTo(stack.parse(url), { getOpenerEventChannel: () => eventChannel });
    return { eventChannel };
  }),
  redirectTo: call('redirectTo', ({ url }: Url) => void stack.redirectTo(stack.parse(url))),
  reLaunch: call('reLaunch', ({ url }: Url) => void stack.reLaunch(stack.parse(url))),
  switchTab: call('switchTab', ({ url }: Url) => void stack.switchTab(stack.parse(url))),
  navigateBack: call('navigateBack', ({ delta = 1 }: { delta?: number }) => void stack.navigateBack(delta)),
  enableAlertBeforeUnload: call('enableAlertBeforeUnload', ({ message }: { message: string }) =>
    askBeforeLeaving(stack, message),
  ),
  disableAlertBeforeUnload: call('disableAlertBeforeUnload', () => askBeforeLeaving(stack, undefined)),
  pageScrollTo: call('pageScrollTo', (target: ScrollTarget) => scrollTo(stack.top, target)),
  setNavigationBarTitle: call('setNavigationBarTitle', ({ title }: { title: string }) => setTitle(title)),
  setNavigationBarColor: call('setNavigationBarColor', (colors: { backgroundColor: string; frontColor: string }) =>
    setBarColors(colors.backgroundColor, colors.frontColor),
  ),
});
