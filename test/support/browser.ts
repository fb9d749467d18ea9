import fs from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser for tests: `CHROMIUM_PATH`, else where systems keep one; undefined where there is none. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM_PATH'] ?? '', ...PLACES].find((file) => file !== '' && fs.existsSync(file));

/**
 * What Chromium goes without. The first two are menus of its address bar, each with a process of its own for every window,
 * though no window is ever seen. The others are Playwright's: a second list takes the place of its own.
 */
const UNUSED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * Every page may use the camera, which sees what a file says.
 * @param film concatenated JPEGs (`.mjpeg`)
 */
export const flags = (film: string): string[] => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${UNUSED.join(',')}`,
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** Where the one Chromium of a run is told of (`one-browser.ts`). */
export const BROWSER_ADDRESS = 'TEST_BROWSER_ADDRESS';

/** The one Chromium of the run; closing it closes what this test file has opened in it. */
export const connectChromium = (): Promise<Browser> => {
  const address = process.env[BROWSER_ADDRESS];
  if (address === undefined) throw new Error('there is no Chromium: set CHROMIUM_PATH');
  return chromium.connect(address);
};

/** Milliseconds that a test may take: a browser on a busy machine is slow, and none of them measures speed. */
const PATIENCE = 30_000;

/**
 * `describe`, or a visible skip with the reason in its name where there is no browser; with `REQUIRE_BROWSER` set, as
 * in CI, nothing is skipped.
 */
export const describeInBrowser = (name: string, tests: () => void): void => {
  jest.setTimeout(PATIENCE);
  if (process.env['REQUIRE_BROWSER'] && !findChromium()) throw new Error('there is no Chromium: set CHROMIUM_PATH');
  if (findChromium()) describe(name, tests);
  else describe.skip(`${name} (no Chromium found: set CHROMIUM_PATH)`, tests);
};

/** The phone of most readers, 375 × 812 CSS pixels, with a touch screen. */
export const PHONE_SCREEN = {
  viewport: { width: 375, height: 812 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} as const;
