import type { Root } from 'glass-easel-miniprogram-adapter';
import type { Code } from './code-space';
import { guarded } from '../../between/faults';
import type { ShareCard, ShareOccasion } from '../../between/share-card';
import type { Query, WindowConfig } from './manifest';
import { makeSheet, type Sheet } from './screen';
import { pageVisibility } from './visibility';

/** A page as its own code sees it: `getCurrentPages()` answers these. */
export interface PageCaller {
  route?: string;
  options?: Query;
  getTabBar?: () => unknown;
  getOpenerEventChannel?: () => unknown;
  onLoad?: (query: Query) => unknown;
  onShow?: () => unknown;
  onReady?: () => unknown;
  onHide?: () => unknown;
  onUnload?: () => unknown;
  onPullDownRefresh?: () => unknown;
  onReachBottom?: () => unknown;
  onPageScroll?: (event: { scrollTop: number }) => unknown;
  onTabItemTap?: (event: { index: number; pagePath: string; text: string }) => unknown;
  onShareAppMessage?: (occasion: ShareOccasion) => ShareCard | undefined;
  createSelectorQuery: () => unknown;
}

const TAB_BAR = 'custom-tab-bar/index';
/** Distance from the bottom, in CSS pixels, at which `onReachBottom` fires unless the page says otherwise. */
const REACH_BOTTOM = 50;

export interface PageSetup {
  code: Code;
  path: string;
  query: Query;
  config: WindowConfig;
  customTabBar: boolean;
}

/** One opened page: its place on the screen, its component, its lifecycle. */
export class Page {
  readonly path: string;
  readonly query: Query;
  readonly config: WindowConfig;
  readonly sheet: Sheet;
  readonly caller: PageCaller;
  /** What is asked before the person leaves by the frame's own "back"; undefined asks nothing. */
  leaveQuestion: string | undefined;
  private readonly root: Root;
  private tabBar: Root | undefined;
  private atBottom = false;

  constructor({ code, path, query, config, customTabBar }: PageSetup) {
    this.path = path;
    this.query = query;
    this.config = config;
    this.sheet = makeSheet(path);
    this.root = code.backend.createRoot('wx-page', code.space, withQuery(path, query));
    this.caller = this.root.get();
    this.caller.route = path;
    this.caller.options = query;
    if (customTabBar) this.addTabBar(code);
    this.sheet.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
  }

  get url(): string {
    return withQuery(this.path, this.query);
  }

  /** Puts the page into the document and runs its first lifecycles, in WeChat's order. */
  open(): void {
    attach(this.root, this.sheet.scroller);
    // Inside the page, so that what the style of `page` hands down reaches the tab bar too.
    if (this.tabBar) attach(this.tabBar, this.sheet.scroller.querySelector('wx-page') ?? this.sheet.viewport);
    guarded(() => this.caller.onLoad?.(this.query));
    this.show();
    requestAnimationFrame(() => guarded(() => this.caller.onReady?.()));
  }

  show(): void {
    pageVisibility.emit(this.sheet.viewport, true);
    this.pageLifetime('show');
    guarded(() => this.caller.onShow?.());
  }

  hide(): void {
    pageVisibility.emit(this.sheet.viewport, false);
    this.pageLifetime('hide');
    guarded(() => this.caller.onHide?.());
  }

  close(): void {
    guarded(() => this.caller.onUnload?.());
    this.root.release();
    this.tabBar?.release();
    this.sheet.viewport.remove();
  }

  resize(size: { windowWidth: number; windowHeight: number }): void {
    this.pageLifetime('resize', [{ size }]);
  }

  private addTabBar(code: Code): void {
    const tabBar = code.backend.createRoot('wx-custom-tab-bar', code.space, TAB_BAR);
    this.tabBar = tabBar;
    this.caller.getTabBar = () => tabBar.get();
  }

  private pageLifetime(name: string, detail: unknown[] = []): void {
    this.root.getComponent().triggerPageLifetime(name, detail);
    this.tabBar?.getComponent().triggerPageLifetime(name, detail);
  }

  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.sheet.scroller;
    guarded(() => this.caller.onPageScroll?.({ scrollTop }));
    const isAtBottom = scrollHeight - scrollTop - clientHeight <= (this.config.onReachBottomDistance ?? REACH_BOTTOM);
    if (isAtBottom && !this.atBottom) guarded(() => this.caller.onReachBottom?.());
    this.atBottom = isAtBottom;
  }
}

const withQuery = (path: string, query: Query): string => {
  const text = Object.entries(query)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  return text ? `${path}?${text}` : path;
};

const attach = (root: Root, parent: HTMLElement): void => {
  const placeholder = document.createElement('i');
  parent.append(placeholder);
  root.attach(parent as never, placeholder as never);
};
