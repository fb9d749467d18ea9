import { defineElement, type Element, type Life } from './element';

interface ScrollView {
  scrollX: boolean;
  scrollY: boolean;
  scrollTop: number | string | null;
  scrollLeft: number | string | null;
  scrollIntoView: string;
  scrollWithAnimation: boolean;
  lowerThreshold: number;
  upperThreshold: number;
}

const NONE = { type: String, value: '' } as const;

const SCROLL_VIEW = {
  scrollX: Boolean,
  scrollY: Boolean,
  scrollTop: null,
  scrollLeft: null,
  scrollIntoView: NONE,
  scrollWithAnimation: Boolean,
  lowerThreshold: { type: Number, value: 50 },
  upperThreshold: { type: Number, value: 50 },
  enhanced: Boolean,
  bounces: Boolean,
  showScrollbar: Boolean,
  enableFlex: Boolean,
  enableBackToTop: Boolean,
  scrollAnchoring: Boolean,
  pagingEnabled: Boolean,
  fastDeceleration: Boolean,
  refresherEnabled: Boolean,
};

const reportScroll = (element: Element<ScrollView>): void => {
  const { host } = element;
  const last = { left: host.scrollLeft, top: host.scrollTop, low: false };
  host.addEventListener(
    'scroll',
    () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = host;
      const deltas = { deltaX: last.left - scrollLeft, deltaY: last.top - scrollTop };
      element.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, ...deltas });
      const low = scrollHeight - scrollTop - clientHeight < element.data.lowerThreshold;
      if (low && !last.low) element.emit('scrolltolower', { direction: 'bottom' });
      const { upperThreshold } = element.data;
      if (scrollTop < upperThreshold && last.top >= upperThreshold) element.emit('scrolltoupper', { direction: 'top' });
      Object.assign(last, { left: scrollLeft, top: scrollTop, low });
    },
    { passive: true },
  );
};

const setupScrollView = (element: Element<ScrollView>): Life => {
  const { host } = element;
  const done: Partial<ScrollView> = {};
  reportScroll(element);
  return {
    changed() {
      const { scrollX, scrollY, scrollTop, scrollLeft, scrollIntoView, scrollWithAnimation } = element.data;
      const behavior = scrollWithAnimation ? 'smooth' : 'instant';
      host.toggleAttribute('wx-scroll-x', scrollX);
      host.toggleAttribute('wx-scroll-y', scrollY);
      if (scrollTop !== null && scrollTop !== done.scrollTop)
        host.scrollTo({ top: Number.parseFloat(String(scrollTop)), behavior });
      if (scrollLeft !== null && scrollLeft !== done.scrollLeft)
        host.scrollTo({ left: Number.parseFloat(String(scrollLeft)), behavior });
      if (scrollIntoView && scrollIntoView !== done.scrollIntoView)
        requestAnimationFrame(() => host.querySelector(`#${CSS.escape(scrollIntoView)}`)?.scrollIntoView({ behavior }));
      Object.assign(done, { scrollTop, scrollLeft, scrollIntoView });
    },
  };
};

interface Swiper {
  current: number;
  autoplay: boolean;
  interval: number;
}

const setupSwiper = (element: Element<Swiper>): Life => {
  const track = element.inner('inner');
  let current = 0;
  let timer = 0;
  const show = (index: number, behavior: ScrollBehavior): void =>
    track.scrollTo({ left: index * track.clientWidth, behavior });
  track.addEventListener('scroll', () => {
    const index = Math.round(track.scrollLeft / (track.clientWidth || 1));
    if (index === current) return;
    current = index;
    element.emit('change', { current: index, currentItemId: '', source: 'touch' });
  });
  return {
    changed() {
      const { current: wanted, autoplay, interval } = element.data;
      if (wanted !== current) show(wanted, 'instant');
      window.clearInterval(timer);
      if (autoplay) timer = window.setInterval(() => show((current + 1) % track.childElementCount, 'smooth'), interval);
    },
    detached: () => window.clearInterval(timer),
  };
};

export const scrollElements = [
  defineElement<ScrollView>('scroll-view', SCROLL_VIEW, setupScrollView),
  defineElement<Swiper>(
    'swiper',
    {
      current: Number,
      autoplay: Boolean,
      interval: { type: Number, value: 5000 },
      circular: Boolean,
      vertical: Boolean,
      indicatorDots: Boolean,
      duration: Number,
    } as never,
    setupSwiper,
  ),
  defineElement('swiper-item', { itemId: NONE } as never),
];
