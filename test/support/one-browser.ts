/** Before the tests of the project `browser`: builds `dist/` where it is stale, and starts the one Chromium of the run. */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import { BROWSER_ADDRESS, findChromium, flags } from './browser';
import { painted, toJpeg } from './faces/picture';
import { makeScratch, type Scratch } from './scratch';

export interface OneBrowser {
  readonly server: BrowserServer;
  readonly film: Scratch;
}

/** What the camera of the machine sees: red on the left, blue on the right. */
const redAndBlue = toJpeg(painted(480, 640, [0, 0, 255], (x) => (x < 240 ? [255, 0, 0] : undefined)));

const start = async (executablePath: string): Promise<OneBrowser> => {
  const film = makeScratch('camera');
  const file = path.join(film.folder, 'camera.mjpeg');
  fs.writeFileSync(file, Buffer.concat(Array<Buffer>(30).fill(redAndBlue)));
  return { server: await chromium.launchServer({ executablePath, args: flags(file) }), film };
};

export default async function oneBrowser(): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build speaks CommonJS
  const { buildWhereStale } = require('../../.config/built.js') as { buildWhereStale(): Promise<void> };
  await buildWhereStale();
  const executablePath = findChromium();
  // The tests themselves say that there is none (`describeInBrowser`).
  if (executablePath === undefined) return;
  const one = await start(executablePath);
  process.env[BROWSER_ADDRESS] = one.server.wsEndpoint();
  Object.assign(globalThis, { oneBrowser: one });
}
