import path from 'node:path';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const screenshots = path.resolve(__dirname, '../../screenshots');

interface Message {
  readonly to: string;
  readonly template: string;
  readonly params: { readonly code: string };
}

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
  ) {
    page.on('pageerror', (fault) => this.faults.push(fault.message));
    page.on('console', (line) => line.type() === 'error' && this.faults.push(line.text()));
  }

  /** @param scale WeChat's font size, 1 to 1.6 */
  static async open(browser: Browser, url: string, openid: string, { scale = 1, entry = '' } = {}): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 375, height: 812 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    });
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
    await this.seen(this.page.getByRole('button', { name, exact: true })).tap();
  }

  async pressTab(name: string): Promise<void> {
    await this.seen(this.page.getByRole('tab', { name })).tap();
  }

  async type(label: string, text: string): Promise<void> {
    await this.seen(this.page.locator(`input[aria-label="${label}"]`)).fill(text);
  }

  /** Waits until the words stand on the screen. */
  async reads(words: string | RegExp): Promise<void> {
    await this.seen(this.page.getByText(words)).waitFor();
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

  /** One picture of the screen, into the folder that git ignores. */
  async picture(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`), animations: 'disabled' });
  }

  /** Ends the visit. @throws with whatever the page complained of meanwhile */
  async leave(): Promise<void> {
    await this.context.close();
    if (this.faults.length > 0) throw new Error(`the page complained:\n${this.faults.join('\n')}`);
  }
}
