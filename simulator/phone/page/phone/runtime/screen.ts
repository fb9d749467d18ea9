import type { WindowConfig } from './manifest';

/** The parts of the screen around the pages; `index.html` has none of them, so that the desk can use it too. */
const MARKUP = `
<div class="phone-status" aria-hidden="true"><span class="phone-time">9:41</span><svg width="46" height="14" viewBox="0 0 46 14" fill="currentColor"><path d="M0 10h3v4H0zM5 7h3v7H5zM10 4h3v10h-3zM15 0h3v14h-3zM24 1h18v12H24z"/><path d="M43 5h2v4h-2z"/></svg></div>
<header class="phone-nav">
  <button class="phone-back" type="button" aria-label="返回" hidden>‹</button>
  <h1 class="phone-title"></h1>
  <div class="phone-capsule"><button type="button" class="phone-menu" aria-label="更多">•••</button><button type="button" class="phone-close" aria-label="关闭">◉</button></div>
</header>
<main class="phone-pages"></main>
<nav class="phone-tabs" aria-label="标签栏" hidden></nav>
<div class="phone-overlay"></div>`;

let root: HTMLElement | undefined;

/** A part of the phone's frame. @throws when the frame has not been made, or has no such part */
export const part = <E extends HTMLElement = HTMLElement>(name: string): E => {
  const found = root?.querySelector<E>(`.phone-${name}`);
  if (!found) throw new Error(`the phone has no part "${name}"`);
  return found;
};

/** Makes the frame and keeps the page's height and safe area, which styles refer to, right. */
export const makeScreen = (): void => {
  document.body.innerHTML = MARKUP;
  document.body.classList.add('phone');
  root = document.body;
  measure();
  new ResizeObserver(() => requestAnimationFrame(measure)).observe(part('pages'));
};

const measure = (): void => {
  const style = document.documentElement.style;
  style.setProperty('--rpx', `${window.innerWidth / 750}px`);
  style.setProperty('--page-vh', `${part('pages').clientHeight / 100}px`);
};

/** The frame of one page: a viewport that fixed elements stick to, and in it what scrolls. */
export interface Sheet {
  viewport: HTMLElement;
  scroller: HTMLElement;
}

export const makeSheet = (path: string): Sheet => {
  const viewport = document.createElement('section');
  viewport.className = 'phone-sheet';
  viewport.dataset['path'] = path;
  const scroller = document.createElement('div');
  scroller.className = 'phone-scroll';
  viewport.append(scroller);
  part('pages').append(viewport);
  return { viewport, scroller };
};

let shown: Sheet | undefined;

export const showSheet = (sheet: Sheet): void => {
  if (shown && shown !== sheet) shown.viewport.hidden = true;
  sheet.viewport.hidden = false;
  shown = sheet;
};

/** Where the shown page lies in the window, and how far it is scrolled, in CSS pixels. */
export const currentViewport = (): { left: number; top: number; width: number; height: number; scrollTop: number } => {
  const { left, top, width, height } = part('pages').getBoundingClientRect();
  return { left, top, width, height, scrollTop: shown?.scroller.scrollTop ?? 0 };
};

export const setTitle = (title: string): void => {
  part('title').textContent = title;
  document.title = title;
};

export const setBarColors = (background: string, front: string): void => {
  document.body.style.setProperty('--bar-background', background);
  document.body.style.setProperty('--bar-front', front);
};

export const applyWindow = (config: WindowConfig, canGoBack: boolean): void => {
  setTitle(config.navigationBarTitleText ?? '');
  setBarColors(
    config.navigationBarBackgroundColor ?? '#ffffff',
    config.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000',
  );
  document.body.classList.toggle('phone-custom-nav', config.navigationStyle === 'custom');
  part('back').hidden = !canGoBack;
};
