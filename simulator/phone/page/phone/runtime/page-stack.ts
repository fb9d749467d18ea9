import type { Code } from './code-space';
import { Page, type PageCaller } from './page';
import type { Manifest, Query } from './manifest';
import { applyWindow, showSheet } from './screen';
import { usePageStyle } from './styles';
import { pageReplaced } from './visibility';

/** Pages that may be open at once. @see https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html */
const MOST_PAGES = 10;

export interface Target {
  path: string;
  query: Query;
}

/** Values stay encoded: WeChat hands them to `onLoad` as they were written. */
const parseQuery = (text: string): Query =>
  Object.fromEntries(
    text
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const [key = '', ...value] = pair.split('=');
        return [key, value.join('=')];
      }),
  );

/** The stack of pages with WeChat's rules; a broken rule throws the words that WeChat fails with. */
export class PageStack {
  private stack: Page[] = [];
  /** Tab pages stay alive when another tab is shown. */
  private readonly tabPages = new Map<string, Page>();
  /** Called after another page has come to the top. */
  onTop: (page: Page) => void = () => undefined;
  /** Called when a page has been opened. */
  onOpen: (page: Page) => void = () => undefined;

  constructor(
    private readonly manifest: Manifest,
    private readonly code: Code,
  ) {}

  get pages(): readonly Page[] {
    return this.stack;
  }

  get top(): Page | undefined {
    return this.stack.at(-1);
  }

  isTab(path: string): boolean {
    return this.manifest.app.tabBar?.list.some((tab) => tab.pagePath === path) ?? false;
  }

  /** @param url absolute or relative to the shown page, with or without a query */
  parse(url: string): Target {
    const [written = '', queryText = ''] = url.split('?', 2);
    const path = new URL(written, `https://phone/${this.top?.path ?? ''}`).pathname.slice(1);
    if (!this.manifest.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    return { path, query: parseQuery(queryText) };
  }

  /** @param extra what the opened page finds on itself, such as the channel to its opener */
  navigateTo(target: Target, extra: Partial<PageCaller> = {}): Page {
    if (this.isTab(target.path)) throw new Error('can not navigateTo a tabbar page');
    if (this.stack.length >= MOST_PAGES) throw new Error('webview count limit exceed');
    this.top?.hide();
    return this.push(target, extra);
  }

  redirectTo(target: Target): Page {
    if (this.isTab(target.path)) throw new Error('can not redirectTo a tabbar page');
    return this.replace([this.stack.pop()], target);
  }

  reLaunch(target: Target): Page {
    const open = new Set([...this.stack, ...this.tabPages.values()]);
    this.stack = [];
    return this.replace([...open].reverse(), target);
  }

  switchTab(target: Target): Page {
    if (!this.isTab(target.path)) throw new Error('can not switch to no-tabBar page');
    if (Object.keys(target.query).length) throw new Error('url of switchTab can not have a query');
    const top = this.top;
    if (top?.path === target.path) return top;
    if (top && this.isTab(top.path)) top.hide();
    for (const page of this.stack.reverse()) if (!this.isTab(page.path)) page.close();
    this.stack = [];
    const kept = this.tabPages.get(target.path);
    if (!kept) return this.push(target);
    this.stack.push(kept);
    this.bringUp(kept);
    kept.show();
    return kept;
  }

  /** @param delta how many pages to go back; more than there are leads to the first */
  navigateBack(delta: number): Page {
    const [first] = this.stack;
    if (!first || this.stack.length === 1) throw new Error('cannot navigate back at first page.');
    for (let left = Math.max(1, delta); left > 0 && this.stack.length > 1; left--) this.drop(this.stack.pop());
    const top = this.top ?? first;
    this.bringUp(top);
    top.show();
    return top;
  }

  private replace(left: (Page | undefined)[], target: Target): Page {
    pageReplaced.emit(true);
    for (const page of left) this.drop(page);
    const page = this.push(target);
    requestAnimationFrame(() => pageReplaced.emit(false));
    return page;
  }

  private push({ path, query }: Target, extra: Partial<PageCaller> = {}): Page {
    const isTab = this.isTab(path);
    const page = new Page({
      code: this.code,
      path,
      query,
      config: { ...this.manifest.app.window, ...this.manifest.components[path] },
      customTabBar: isTab && this.manifest.app.tabBar?.custom === true,
    });
    Object.assign(page.caller, extra);
    this.stack.push(page);
    if (isTab) this.tabPages.set(path, page);
    this.bringUp(page);
    this.onOpen(page);
    page.open();
    return page;
  }

  private drop(page: Page | undefined): void {
    if (!page) return;
    this.tabPages.delete(page.path);
    page.close();
  }

  private bringUp(page: Page): void {
    usePageStyle(page.path);
    showSheet(page.sheet);
    applyWindow(page.config, this.stack.length > 1);
    this.onTop(page);
  }
}
