import path from 'node:path';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const screenshots = path.resolve(__dirname, '../../screenshots');

interface Message {
  readonly to: string;
  readonly template: string;
  readonly params: { readonly code: string };
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
  /** When a button was last pressed, in milliseconds since the page was opened. */
  private pressed = -500;
  private readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
  ) {
    page.on('pageerror', (fault) => this.faults.push(fault.message));
    page.on('console', (line) => line.type() === 'error' && this.faults.push(line.text()));
  }

  /** @param scale WeChat's font size, 1 to 1.6 */
  static async open(browser: Browser, url: string, openid: string, { scale = 1, entry = '' } = {}): Promise<Person> {
    const context = await browser.newContext({
      viewport: SCREEN,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    });
    context.setDefaultTimeout(PATIENCE);
    const person = new Person(await context.newPage(), context, url);
    await person.page.goto(`${url}/?bare=1&openid=${openid}&scale=${scale}${entry}`);
    await person.button(/./).first().waitFor();
    return person;
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

  /** Nobody presses twice in half a second on purpose, and the buttons know it. */
  private async takesTheTime(): Promise<void> {
    await this.page.waitForFunction((pressed) => performance.now() > pressed + 500, this.pressed);
    this.pressed = await this.page.evaluate(() => performance.now());
  }

  /** As hands that tremble do: the second touch comes before anything can have been answered. */
  async pressTwice(name: string): Promise<void> {
    const button = this.seen(this.page.getByRole('button', { name, exact: true }));
    const box = await button.boundingBox();
    if (!box) throw new Error(`${name} is not on the screen`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.touchscreen.tap(x, y);
    await this.page.touchscreen.tap(x, y);
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

  /** Waits until the words stand on the screen. */
  async reads(words: string | RegExp): Promise<void> {
    try {
      await this.seen(this.page.getByText(words)).waitFor();
    } catch (cause) {
      const screen = await this.seen(this.page.locator('.phone-scroll')).innerText();
      throw new Error(`${String(words)} never came; the screen says:\n${screen}`, { cause });
    }
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
   * One picture of the whole page, as tall as it is, into the folder that git ignores.
   * @throws where something reaches beyond the side of the screen: cut words can't be read
   */
  async picture(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    const sheet = this.seen(this.page.locator('.phone-scroll'));
    await sheet.evaluate(async (element) => {
      await document.fonts.ready;
      await Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished));
    });
    const hidden = await sheet.evaluate((element) => element.scrollHeight - element.clientHeight);
    await this.page.setViewportSize({ ...SCREEN, height: SCREEN.height + hidden });
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`), animations: 'disabled' });
    const cut = await sheet.evaluate((element) => {
      const { right } = element.getBoundingClientRect();
      const words = [...element.querySelectorAll('*')].filter((each) => each.checkVisibility());
      return words.filter((each) => each.getBoundingClientRect().right > right + 1).map((each) => each.textContent);
    });
    await this.page.setViewportSize(SCREEN);
    if (cut.length > 0) throw new Error(`${name}: cut at the side: ${cut.join(' | ')}`);
  }

  /** Ends the visit. @throws with whatever the page complained of meanwhile */
  async leave(): Promise<void> {
    const shown = await this.page.locator('.phone-faults').allTextContents();
    this.faults.push(...shown.filter((text) => text.trim() !== ''));
    await this.context.close();
    if (this.faults.length > 0) throw new Error(`the page complained:\n${this.faults.join('\n')}`);
  }
}
