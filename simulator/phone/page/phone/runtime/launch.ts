import type { LaunchOptions, Manifest, Query } from './manifest';
import type { PageStack } from './page-stack';

interface Entry {
  /** WeChat's number for the way in. */
  scene: number;
  /** What it puts into the page's query. */
  query: Query;
}

const SECOND = 1000;

/**
 * A mini-program code hands over its text, a plain link the whole address and when it was scanned; both encoded once, by
 * WeChat, and decoded by the page. A link never arrives as `scene`.
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html
 * @see https://developers.weixin.qq.com/miniprogram/introduction/qrcode.html
 */
const entryOf = (params: URLSearchParams): Entry => {
  const code = params.get('scene');
  const link = params.get('q');
  if (code !== null) return { scene: 1047, query: { scene: encodeURIComponent(code) } };
  if (link !== null) {
    const scanned = String(Math.floor(Date.now() / SECOND));
    return { scene: 1011, query: { q: encodeURIComponent(link), scancode_time: scanned } };
  }
  return { scene: params.get('page') ? 1007 : 1001, query: {} };
};

/**
 * How the address of the phone enters the mini-program: `?scene=<text>` as a scanned mini-program code, `?q=<address>` as
 * a scanned plain link, `?page=<path?query>` as a shared card; else from the list.
 */
export const launchOptions = (params: URLSearchParams, manifest: Manifest, stack: PageStack): LaunchOptions => {
  const [first = ''] = manifest.pages;
  const target = stack.parse(`/${params.get('page')?.replace(/^\//, '') || first}`);
  const { scene, query } = entryOf(params);
  return { path: target.path, query: { ...target.query, ...query }, scene, referrerInfo: {} };
};
