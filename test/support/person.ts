import path from 'node:path';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { CameraTime } from './camera-time';

const screenshots = path.resolve(__dirname, '../../screenshots');

/** A text message in the simulator's outbox. */
export interface Message {
  readonly to: string;
  readonly template: string;
  readonly params: { readonly code: string };
}

export interface Registration {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly password: string;
}

interface Entry {
  /** WeChat's font size, 1 to 1.6. */
  readonly scale?: number;
  /** More of the address: `&page=…`, `&scene=…`. */
  readonly entry?: string;
}

const SCREEN = { width: 375, height: 812 };

/** Milliseconds until a step counts as failed; less than a test may take, so that the step is named. */
const PATIENCE = 15_000;

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/**
 * Somebody with a phone in hand, who sees and touches what is on the screen and nothing else; for text messages they
 * look at the simulator's outbox.
 */
export class Person {
  private readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
    private readonly openid: string,
    private readonly time: CameraTime,
  ) {
    page.on('pageerror', (fault) => this.faults.push(fault.message));
    page.on('console', (line) => line.type() === 'error' && this.faults.push(line.text()));
  }

  /**
   * With the phone in hand, and nothing opened yet.
   * @param files on this machine, by the names under which the phone finds them beside itself
   */
  static async arrive(
    browser: Browser,
    url: string,
    openid: string,
    files: Record<string, string> = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: SCREEN,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    });
    context.setDefaultTimeout(PATIENCE);
    for (const [name, file] of Object.entries(files))
      await context.route(`${url}/${name}`, (route) => route.fulfill({ path: file }));
    const page = await context.newPage();
    return new Person(page, context, url, openid, await CameraTime.of(page));
  }

  /** Arrives and opens the mini-program. */
  static async open(
    browser: Browser,
    url: string,
    openid: string,
    { files, ...entry }: Entry & { files?: Record<string, string> } = {},
  ): Promise<Person> {
    const person = await Person.arrive(browser, url, openid, files);
    await person.enters(entry);
    return person;
  }

  /** Opens the mini-program anew, on a phone that has kept nothing of an earlier visit. */
  async enters({ scale = 1, entry = '' }: Entry = {}): Promise<void> {
    await this.noteFaults();
    if (this.page.url().startsWith(this.url)) {
      await this.page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    }
    await this.page.goto(`${this.url}/?bare=1&openid=${this.openid}&scale=${scale}${entry}`);
    await this.button(/./).first().waitFor();
  }

  private async noteFaults(): Promise<void> {
    const shown = await this.page.locator('.phone-faults').allTextContents();
    this.faults.push(...shown.filter((text) => text.trim() !== ''));
  }

  /** What is visible now: pages further down the stack stay in the document. */
  private seen(locator: Locator): Locator {
    return locator.filter({ visible: true }).last();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true }).filter({ visible: true });
  }

  async press(name: string): Promise<void> {
    await this.takesTheTime();
    await this.seen(this.page.getByRole('button', { name, exact: true })).tap();
  }

  /** Nobody presses twice in half a second on purpose, and the buttons know it: the phone's clock is moved on. */
  private async takesTheTime(): Promise<void> {
    await this.page.clock.fastForward(500);
  }

  /** As hands that tremble do: the second touch comes before anything can have been answered. */
  async pressTwice(name: string): Promise<void> {
    const button = this.seen(this.page.getByRole('button', { name, exact: true }));
    // A page that has just come takes no taps yet.
    await button.tap({ trial: true });
    const box = await button.boundingBox();
    if (!box) throw new Error(`${name} is not on the screen`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.touchscreen.tap(x, y);
    await this.page.touchscreen.tap(x, y);
  }

  /** From the first page to the one that greets by name. */
  async registers({ phone, name, idNumber, password }: Registration): Promise<void> {
    await this.press('第一次用？免费注册');
    await this.type('手机号', phone);
    await this.press('下一步');
    await this.type('姓名', name);
    await this.type('身份证号', idNumber);
    await this.press('下一步');
    await this.type('新密码', password);
    await this.type('再输一遍', password);
    await this.press('下一步');
    await this.solveCaptcha();
    await this.type('短信验证码', await this.codeSentTo(phone));
    await this.pressTwice('注册');
    await this.reads('恭喜您注册成功');
    await this.press('进入首页');
  }

  async signsOut(): Promise<void> {
    await this.pressTab('我的');
    await this.press('退出登录');
    await this.reads('要退出登录吗？');
    await this.press('退出登录');
    await this.reads('请先登录');
  }

  /** A line of a list: its name may be followed by how things stand. */
  async pressTile(name: string): Promise<void> {
    await this.seen(this.page.getByRole('button', { name: new RegExp(`^${name}`) })).tap();
  }

  /** The arrow at the top. */
  async goBack(): Promise<void> {
    await this.seen(this.page.getByRole('button', { name: '返回' })).tap();
  }

  async pressTab(name: string): Promise<void> {
    await this.seen(this.page.getByRole('tab', { name })).tap();
  }

  async type(label: string, text: string): Promise<void> {
    await this.seen(this.page.locator(`input[aria-label="${label}"]`)).fill(text);
  }

  /** Waits until the words stand on the screen. @param patience milliseconds, where that may take longer than usual */
  async reads(words: string | RegExp, patience = PATIENCE): Promise<void> {
    try {
      await this.seen(this.page.getByText(words)).waitFor({ timeout: patience });
    } catch (cause) {
      const screen = await this.seen(this.page.locator('.phone-scroll')).innerText();
      throw new Error(`${String(words)} never came; the screen says:\n${screen}`, { cause });
    }
  }

  /** Whether the words stand on the screen now. */
  sees(words: string): Promise<boolean> {
    return this.seen(this.page.getByText(words)).isVisible();
  }

  /** Acts before the camera until one of these stands on the screen. @returns which */
  async actsUntil(words: readonly string[]): Promise<string> {
    let read = '';
    const areRead = async (): Promise<boolean> => {
      for (const each of words) if (await this.sees(each)) read = each;
      return read !== '';
    };
    await this.time.until(areRead, words.join(', '));
    return read;
  }

  /** Does the sum by its words, as somebody does who can't see the picture, and asks for the text message. */
  async solveCaptcha(): Promise<void> {
    await this.press('看不清？用文字题');
    const question = await this.seen(this.page.getByText(/加.等于几/)).textContent();
    const [, first, second] = /(.)加(.)等于几/.exec(question ?? '') ?? [];
    if (first === undefined || second === undefined) throw new Error('no sum in words');
    await this.type('您算出来是几？', String(numerals.indexOf(first) + numerals.indexOf(second)));
    await this.press('发短信验证码');
    await this.reads('短信已经发到');
  }

  /** The code of the newest text message to a phone. */
  async codeSentTo(phone: string): Promise<string> {
    const messages = (await (await fetch(`${this.url}/outbox`)).json()) as Message[];
    const message = messages.find(({ to }) => to === phone);
    if (!message) throw new Error('no message was sent there');
    return message.params.code;
  }

  /**
   * Looks at the whole page; with `PICTURES=1` also into the folder that git ignores, as tall as it is.
   * @throws where something reaches beyond the side of the screen: cut words can't be read
   */
  async picture(name: string): Promise<void> {
    const sheet = this.seen(this.page.locator('.phone-scroll'));
    await sheet.evaluate(async (element) => {
      await document.fonts.ready;
      await Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished));
    });
    const cut = await sheet.evaluate((element) => {
      const { right } = element.getBoundingClientRect();
      const words = [...element.querySelectorAll('*')].filter((each) => each.checkVisibility());
      return words.filter((each) => each.getBoundingClientRect().right > right + 1).map((each) => each.textContent);
    });
    if (process.env['PICTURES']) await this.photograph(sheet, path.join(screenshots, `${name}.png`));
    if (cut.length > 0) throw new Error(`${name}: cut at the side: ${cut.join(' | ')}`);
  }

  /** To be looked at by people; drawing them takes longer than the rest of most tests. */
  private async photograph(sheet: Locator, file: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    const hidden = await sheet.evaluate((element) => element.scrollHeight - element.clientHeight);
    await this.page.setViewportSize({ ...SCREEN, height: SCREEN.height + hidden });
    await this.page.screenshot({ path: file, animations: 'disabled' });
    await this.page.setViewportSize(SCREEN);
  }

  /** Ends the visit. @throws with whatever the page complained of meanwhile */
  /** Something that was to be noted as an error has been; it is no complaint when they leave. */
  noticed(words: string): void {
    const place = this.faults.findIndex((fault) => fault.includes(words));
    if (place < 0) throw new Error(`nothing was noted of "${words}", but:\n${this.faults.join('\n')}`);
    this.faults.splice(place, 1);
  }

  async leave(): Promise<void> {
    await this.noteFaults();
    await this.context.close();
    if (this.faults.length > 0) throw new Error(`the page complained:\n${this.faults.join('\n')}`);
  }
}
