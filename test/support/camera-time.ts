import type { Page } from 'playwright-core';

/** Milliseconds between two frames: what a slow phone manages, and each of them costs a look for faces. */
const FRAME = 300;
/** Milliseconds that pass until time stands still: more than a busy machine needs to stop it. */
const MEANWHILE = 1500;
/** Milliseconds of the phone's time in which whatever is waited for has to come. */
const PATIENCE = 90_000;

interface Counted {
  /** Resolves when the phone waits for nothing outside of its scripts. */
  phoneHasAll(): Promise<void>;
}

/** In the page, before its scripts: counts what the phone is waiting for outside of them. */
const countWaiting = (): void => {
  const waiting = new Set<object>();
  let tell: (() => void)[] = [];
  const phoneHasAll = (): Promise<void> =>
    new Promise((resolve) => {
      if (waiting.size === 0) resolve();
      else tell.push(resolve);
    });
  const ended = (one: object): void => {
    waiting.delete(one);
    if (waiting.size > 0) return;
    for (const each of tell) each();
    tell = [];
  };
  Object.assign(globalThis, { phoneHasAll });
  const fetched = globalThis.fetch;
  globalThis.fetch = (...request) => {
    const answer = fetched(...request);
    waiting.add(answer);
    const end = (): void => ended(answer);
    answer.then(end, end);
    return answer;
  };
  class CountedRequest extends XMLHttpRequest {
    override send(body?: XMLHttpRequestBodyInit | null): void {
      waiting.add(this);
      this.addEventListener('loadend', () => ended(this));
      super.send(body);
    }
  }
  /** One that looks for faces, or draws one: from its beginning on it has something to say. */
  class CountedWorker extends Worker {
    constructor(url: string) {
      super(url);
      waiting.add(this);
      for (const event of ['message', 'error']) this.addEventListener(event, () => ended(this));
    }
    override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
      waiting.add(this);
      super.postMessage(message, Array.isArray(options) ? { transfer: options } : options);
    }
    override terminate(): void {
      ended(this);
      super.terminate();
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: CountedRequest, Worker: CountedWorker });
};

/**
 * The time of a phone before whose camera somebody acts. It stands still while the phone waits for what looks for faces,
 * draws one, or answers over the network, and goes on from frame to frame: a busy machine sees as many frames of an
 * action as an idle one, and nobody waits for the clock.
 */
export class CameraTime {
  private constructor(private readonly page: Page) {}

  /** Before the page is opened. */
  static async of(page: Page): Promise<CameraTime> {
    await page.clock.install();
    await page.addInitScript(countWaiting);
    return new CameraTime(page);
  }

  /** Lets time go on until something holds. @throws where it never does */
  async until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
    await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + MEANWHILE);
    for (let passed = 0; passed < PATIENCE; passed += FRAME) {
      if (await holds()) return this.page.clock.resume();
      await this.page.evaluate(() => (globalThis as unknown as Counted).phoneHasAll());
      await this.page.clock.fastForward(FRAME);
    }
    throw new Error(`never came, in ${PATIENCE} ms of the phone's time: ${what}`);
  }
}
