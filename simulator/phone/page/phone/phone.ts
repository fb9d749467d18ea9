/** The phone: runs the mini-program that `app.js` hands over, alone in the window or in the frame of the desk. */
import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { sharePagesOf } from './api/share';
import { noticeNetwork, watchNetwork } from './api/network';
import { requirePlugin } from './api/speech';
import { windowResized } from './api/system';
import { createWx } from './api/wx';
import { tellDesk } from '../between/desk-channel';
import { App } from './runtime/app';
import { connectBackground, type Background } from './runtime/background';
import { Code } from './runtime/code-space';
import { guarded, onFault, reportFault, watchWindow } from '../between/faults';
import { limitData } from './runtime/data-size';
import { connectFrame, showTime } from './runtime/frame-controls';
import { launchOptions } from './runtime/launch';
import type { LaunchOptions, Manifest, Templates } from './runtime/manifest';
import { completeMeasuring } from './runtime/measuring';
import type { Page } from './runtime/page';
import { PageStack } from './runtime/page-stack';
import { watchPull } from './runtime/pull-down';
import { currentViewport, makeScreen } from './runtime/screen';
import { TabBar } from './runtime/tab-bar';
import { appVisibility } from './runtime/visibility';
import { settleIdentity } from '../between/settings';

type Loader = () => unknown;

const showFaults = (): void => {
  const strip = document.createElement('div');
  strip.className = 'phone-faults';
  strip.setAttribute('role', 'alert');
  document.body.append(strip);
  onFault(({ message }) => {
    const line = document.createElement('p');
    line.textContent = message;
    strip.append(line);
    tellDesk({ kind: 'fault', message });
  });
};

/** Faults that glass-easel catches, in lifecycles and listeners, and its warnings about our own templates. */
const watchFramework = (): void => {
  glassEasel.addGlobalErrorListener((cause) => {
    reportFault(cause);
    return false;
  });
  glassEasel.addGlobalWarningListener((message, component) => {
    const path = typeof component === 'string' ? component : component.is;
    if (path && !path.startsWith('miniprogram_npm/')) console.warn(`${path}: ${message}`);
    else console.debug(message);
    return false;
  });
};

const onTop = (page: Page, tabBar: TabBar): void => {
  tabBar.show();
  tellDesk({ kind: 'shown', path: page.url });
};

const watchSize = (stack: PageStack): void => {
  window.addEventListener('resize', () => {
    const { width, height } = currentViewport();
    windowResized.emit({ size: { windowWidth: width, windowHeight: height } });
    stack.top?.resize({ windowWidth: width, windowHeight: height });
  });
};

const enter = (stack: PageStack, app: App, launch: LaunchOptions): void => {
  app.launch(launch);
  stack.reLaunch({ path: launch.path, query: launch.query });
};

const backgroundOf = (stack: PageStack, app: App, launch: LaunchOptions): Background => ({
  leave() {
    appVisibility.emit(false);
    stack.top?.hide();
    app.hide();
  },
  comeBack() {
    app.show(launch);
    stack.top?.show();
    appVisibility.emit(true);
  },
});

const start = async (manifest: Manifest, templates: Templates, loadApp: Loader, loaders: [string, Loader][]) => {
  const params = new URLSearchParams(window.location.search);
  await settleIdentity(params);
  watchNetwork();
  completeMeasuring();
  limitData();
  const code = new Code(manifest, templates);
  const app = new App();
  const stack = new PageStack(manifest, code);
  const tabBar = new TabBar(manifest, stack);
  stack.onTop = (page) => onTop(page, tabBar);
  stack.onOpen = watchPull;
  const launch = launchOptions(params, manifest, stack);
  sharePagesOf(() => stack.top);
  Object.assign(globalThis, {
    App: app.register,
    getApp: app.get,
    requirePlugin,
    getCurrentPages: () => stack.pages.map((page) => page.caller),
    wx: createWx({ stack, tabBar, launch }),
  });
  guarded(loadApp);
  for (const [path, load] of loaders) guarded(() => code.define(path, load));
  connectBackground(backgroundOf(stack, app, launch));
  connectFrame(stack);
  watchSize(stack);
  window.phone = { networkChanged: noticeNetwork };
  enter(stack, app, launch);
};

makeScreen();
showFaults();
showTime();
watchWindow();
watchFramework();
document.body.classList.toggle('phone-framed', window.parent !== window);

Object.assign(globalThis, {
  startPhone: (...parts: Parameters<typeof start>): void =>
    void start(...parts).catch((cause: unknown) => reportFault(cause)),
});
