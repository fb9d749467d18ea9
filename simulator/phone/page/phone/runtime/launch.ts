import type { LaunchOptions, Manifest } from './manifest';
import type { PageStack } from './page-stack';

/** @see https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html */
const SCENES = { list: 1001, card: 1007, code: 1047 };

/**
 * How the address of the phone enters the mini-program: `?scene=<text>` as a scanned code, which hands the text over
 * encoded, as WeChat does; `?page=<path?query>` as a shared card; else from the list.
 */
export const launchOptions = (params: URLSearchParams, manifest: Manifest, stack: PageStack): LaunchOptions => {
  const [first = ''] = manifest.pages;
  const page = params.get('page');
  const scanned = params.get('scene');
  const target = stack.parse(`/${page ? page.replace(/^\//, '') : first}`);
  const query = scanned === null ? target.query : { ...target.query, scene: encodeURIComponent(scanned) };
  const scene = scanned !== null ? SCENES.code : page ? SCENES.card : SCENES.list;
  return { path: target.path, query, scene, referrerInfo: {} };
};
