/**
 * Components of the built mini-program in jsdom, by WeChat's own miniprogram-simulate. One component a test file: a
 * second `load` in one file fails in its version 1.6.
 */
import fs from 'node:fs';
import path from 'node:path';

const built = path.resolve(__dirname, '../../dist/miniprogram');

/** What miniprogram-simulate 1.6, which has no types, gives for a component or an element in it. */
export interface Rendered {
  readonly dom: HTMLElement;
  readonly data: Record<string, unknown>;
  /** Calls a method of the component. */
  readonly instance: Record<string, (...args: unknown[]) => unknown>;
  attach(parent: HTMLElement): void;
  detach(): void;
  setData(data: Record<string, unknown>): void;
  /** Lets something happen to the page on which it stands: `show`, `hide`. */
  triggerPageLifeTime(name: string): void;
  querySelector(selector: string): Rendered | undefined;
  querySelectorAll(selector: string): Rendered[];
  dispatchEvent(name: string, options?: { detail?: unknown }): void;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
}

interface Simulate {
  load(file: string, tag: string, options: object): string;
  render(id: string, properties?: object): Rendered;
}

/** WeChat's API as far as components touch it; the rest is missing and says so by failing. */
export interface PhoneApi {
  getAppBaseInfo: jest.Mock;
  getStorageSync: jest.Mock;
  setStorageSync: jest.Mock;
  getNetworkType: jest.Mock;
  nextTick: (work: () => void) => void;
  cloud: { callFunction: jest.Mock };
}

const makePhoneApi = (): PhoneApi => ({
  getAppBaseInfo: jest.fn(() => ({ SDKVersion: '3.7.0', fontSizeScaleFactor: 1 })),
  getStorageSync: jest.fn(() => ''),
  setStorageSync: jest.fn(),
  getNetworkType: jest.fn(() => Promise.resolve({ networkType: 'wifi' })),
  nextTick: (work) => queueMicrotask(work),
  cloud: { callFunction: jest.fn() },
});

const npmComponents = (): Record<string, string> => {
  const folder = path.join(built, 'miniprogram_npm/@vant/weapp');
  if (!fs.existsSync(folder)) throw new Error('dist/miniprogram is not built: run `npx gulp build` first');
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'index.json')));
  return Object.fromEntries(names.map((name) => [`van-${name}`, `/miniprogram_npm/@vant/weapp/${name}/index`]));
};

/** A script of the mini-program as the loaded component sees it: the same stores. */
export const builtModule = <T extends object>(file: string): T => jest.requireActual<T>(path.join(built, file));

/** @returns the phone's API, and what renders the component with properties and attaches it to the document */
export const loadComponent = (file: string) => {
  const simulate = jest.requireActual<Simulate>('miniprogram-simulate');
  const phone = makePhoneApi();
  const simulated: unknown = Reflect.get(globalThis, 'wx');
  Object.assign(globalThis, { wx: { ...(simulated as object | undefined), ...phone } });
  const id = simulate.load(path.join(built, file), 'tested', {
    rootPath: built,
    compiler: 'official',
    compilerOptions: { maxBuffer: 2 ** 26 },
    usingComponents: npmComponents(),
  });
  const render = (properties: object = {}): Rendered => {
    const component = simulate.render(id, properties);
    component.attach(document.body.appendChild(document.createElement('div')));
    return component;
  };
  return { phone, render };
};

/** What a component emits under a name, in order. */
export const emitted = (component: Rendered, name: string): unknown[] => {
  const details: unknown[] = [];
  component.addEventListener(name, ({ detail }) => details.push(detail));
  return details;
};

/** The text a person reads, without the white space of the template. */
export const wordsOf = (component: Rendered | undefined): string =>
  (component?.dom.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The element of a class, or a failure that names it. */
export const part = (component: Rendered, selector: string): Rendered => {
  const found = component.querySelector(selector);
  if (!found) throw new Error(`nothing matches ${selector} in: ${component.dom.innerHTML}`);
  return found;
};

/** Lets an event happen to an element; miniprogram-simulate hands it on in a later turn. */
export const fire = async (target: Rendered, name: string, detail?: unknown): Promise<void> => {
  target.dispatchEvent(name, { detail });
  await new Promise((resolve) => setTimeout(resolve, 0));
};

/** Waits until something holds: a condition, never a time. */
export const until = async (holds: () => boolean, what: string): Promise<void> => {
  for (let turn = 0; turn < 200; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  throw new Error(`never happened: ${what}`);
};
