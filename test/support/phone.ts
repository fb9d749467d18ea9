import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildPhone } from '../../simulator/phone/build';
import { PHONE_SCREEN, connectChromium } from './browser';
import { makeScratch, type Scratch } from './scratch';
import { serveFolder, type Answers, type StaticServer } from './static-server';

/** Milliseconds until a step counts as failed; less than a test may take, so that the step is named. */
const PATIENCE = 15_000;
const DEMO = path.resolve(__dirname, '../fixtures/demo-app');

/** Reads what the mini-program under test noted in `globalData.log`. */
const readLog = () =>
  (globalThis as unknown as { getApp(): { globalData: { log: string[] } } }).getApp().globalData.log;

/** One phone in a browser, alone in its window. */
export class TestPhone {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  log(): Promise<string[]> {
    return this.page.evaluate(readLog);
  }

  /** Waits until the mini-program has noted this event. */
  async noted(event: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) =>
        (globalThis as unknown as { getApp(): { globalData: { log: string[] } } })
          .getApp()
          .globalData.log.includes(wanted),
      event,
    );
  }

  /** Calls `wx.<name>` and answers its result, or its failure as `{errMsg, errCode}`. */
  wx(name: string, options: object = {}): Promise<{ errMsg: string; errCode?: number; [field: string]: unknown }> {
    return this.page.evaluate(
      ([method, argument]) => {
        const { wx } = globalThis as unknown as { wx: Record<string, (options: unknown) => Promise<object>> };
        const target = method.split('.').reduce<unknown>((api, key) => (api as Record<string, unknown>)[key], wx);
        return (target as (options: unknown) => Promise<object>)(argument).then(
          (result) => JSON.parse(JSON.stringify(result)) as { errMsg: string },
          (failure: { errMsg: string; errCode?: number }) => ({ errMsg: failure.errMsg, errCode: failure.errCode }),
        );
      },
      [name, options] as const,
    ) as Promise<{ errMsg: string; errCode?: number }>;
  }

  /** The paths of the open pages, the shown one last. */
  stack(): Promise<string[]> {
    return this.page.evaluate(() =>
      (globalThis as unknown as { getCurrentPages(): { route: string }[] }).getCurrentPages().map(({ route }) => route),
    );
  }

  /** The sheet of the shown page. */
  get sheet() {
    return this.page.locator('.phone-sheet:not([hidden])');
  }

  faults(): Promise<string[]> {
    return this.page.locator('.phone-faults p').allTextContents();
  }
}

export interface PhoneStand {
  url: string;
  browser: Browser;
  /** Enters the mini-program anew, as somebody new with empty storage unless the address says otherwise. */
  open(address?: string): Promise<TestPhone>;
  /** A second phone beside the first. */
  openAnother(address?: string): Promise<TestPhone>;
  close(): Promise<void>;
}

/**
 * Builds a mini-program (the demo unless said) and serves it with scripted answers in place of the cloud.
 * @param program the folder of a mini-program, which stays; or a copy, which the stand takes away in the end
 */
export const setUpPhone = async (answers: Answers = {}, program: string | Scratch = DEMO): Promise<PhoneStand> => {
  const root = typeof program === 'string' ? program : program.folder;
  const built = makeScratch('phone-out');
  const removeMade = (): void => {
    built.remove();
    if (typeof program !== 'string') program.remove();
  };
  const { diagnostics } = await buildPhone({ root, out: built.folder, project: path.resolve(__dirname, '../..') });
  if (diagnostics.length) {
    removeMade();
    throw new Error(JSON.stringify(diagnostics, null, 2));
  }
  const server: StaticServer = await serveFolder(built.folder, answers);
  const browser = await connectChromium();
  const newPhone = async (): Promise<TestPhone> => {
    const context = await browser.newContext(PHONE_SCREEN);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    return new TestPhone(page, context);
  };
  const enter = async (phone: TestPhone, address = '?bare=1'): Promise<TestPhone> => {
    await phone.page.goto(`${server.url}/${address}`);
    await phone.page.locator('wx-page').first().waitFor({ state: 'attached' });
    return phone;
  };
  // One window for all tests of a file: a new one each would take longer than most tests.
  const first = await newPhone();
  const open = async (address?: string): Promise<TestPhone> => {
    await first.context.setOffline(false);
    await first.page.goto(`${server.url}/phone.css`);
    await first.page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    return enter(first, address);
  };
  const openAnother = async (address?: string): Promise<TestPhone> => enter(await newPhone(), address);
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
    removeMade();
  };
  return { url: server.url, browser, open, openAnother, close };
};

/** A copy of the real mini-program, for a stand that takes its root away in the end. */
export const miniProgram = (): Scratch => {
  const copy = makeScratch('phone-mini-program');
  const isOurs = (file: string) => path.basename(file) !== 'miniprogram_npm';
  fs.cpSync(path.resolve(__dirname, '../../miniprogram'), copy.folder, { recursive: true, filter: isOurs });
  return copy;
};

/** A copy of the demo with some files changed; a file that is `null` is left out. */
export const changedDemo = (changes: Record<string, string | null>): Scratch => {
  const copy = makeScratch('phone-demo');
  const isKept = (file: string) => changes[path.relative(DEMO, file)] !== null;
  fs.cpSync(DEMO, copy.folder, { recursive: true, filter: isKept });
  for (const [file, text] of Object.entries(changes)) {
    if (text === null) continue;
    const target = path.join(copy.folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
  return copy;
};

export const demoFile = (file: string): string => fs.readFileSync(path.join(DEMO, file), 'utf8');
