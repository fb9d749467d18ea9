import type { BrowserContext, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { setUpPhone, type PhoneStand } from '../support/phone';

const PEOPLE = [
  {
    id: 'wang',
    label: '退休人员 王桂英',
    openid: 'o-wang',
    phone: '13800000001',
    name: '王桂英',
    idNumber: '610526184503120025',
    note: '卡已激活',
  },
  {
    id: 'daughter',
    label: '女儿',
    openid: 'o-daughter',
    phone: '13800000002',
    name: '王晓燕',
    idNumber: '610526187006050648',
    note: '',
  },
];

describeInBrowser('the desk beside the phone', () => {
  const messages: object[] = [];
  const callers: (string | undefined)[] = [];
  const moves: unknown[] = [];
  let stand: PhoneStand;
  let context: BrowserContext;
  let desk: Page;

  beforeAll(async () => {
    stand = await setUpPhone({
      'GET /people': () => PEOPLE,
      'GET /outbox': () => messages,
      'GET /clock': () => ({ now: '2026-08-01T01:12:00.000Z' }),
      'PUT /clock': ({ body }) => {
        moves.push((body as { now: unknown }).now);
        return { now: '2026-08-02T01:12:00.000Z' };
      },
      'POST /functions/account': ({ headers }) => {
        callers.push(headers['x-openid'] as string | undefined);
        messages.unshift({
          at: '2026-08-01T01:12:00.000Z',
          channel: 'sms',
          to: '13800000001',
          template: 'code-register',
          params: { code: '246813' },
          text: '验证码 246813',
        });
        return { ok: true, data: {} };
      },
    });
  });
  afterAll(() => stand.close());

  beforeEach(async () => {
    for (const list of [messages, callers, moves]) list.splice(0);
    context = await stand.browser.newContext({ viewport: { width: 1280, height: 900 } });
    desk = await context.newPage();
    desk.setDefaultTimeout(8000);
    await desk.goto(stand.url);
    await phone().locator('wx-page').waitFor({ state: 'attached' });
  });
  afterEach(() => context.close());

  const phone = () => desk.frameLocator('iframe');
  const section = (name: string) => desk.getByRole('region', { name });
  const call = () =>
    phone()
      .locator('body')
      .evaluate(() =>
        (
          globalThis as unknown as { wx: { cloud: { callFunction(options: object): Promise<unknown> } } }
        ).wx.cloud.callFunction({
          name: 'account',
        }),
      );
  const log = () =>
    phone()
      .locator('body')
      .evaluate(
        () => (globalThis as unknown as { getApp(): { globalData: { log: string[] } } }).getApp().globalData.log,
      );

  test('the phone stands on it, 375 by 812, and its page is as wide as the phone', async () => {
    expect(
      await phone()
        .locator('body')
        .evaluate(() => [innerWidth, innerHeight]),
    ).toEqual([375, 812]);
    expect((await phone().locator('#width').boundingBox())?.width).toBe(187.5);
  });

  test('a person of the county takes the phone, with what is told about them', async () => {
    const entered = desk.waitForEvent('framenavigated');
    await section('谁拿着手机').getByLabel('拿着手机的人').selectOption('退休人员 王桂英');
    await section('谁拿着手机')
      .getByText(/^手机 13800000001。身份证号 \d{17}[\dX]。卡已激活/)
      .waitFor();
    await entered;
    await phone().locator('wx-page').waitFor({ state: 'attached' });
    await call();
    expect(callers).toEqual(['o-wang']);
    await desk.reload();
    await section('谁拿着手机').getByText('o-wang').waitFor();
  });

  test('a code that was sent is shown large after the call', async () => {
    await call();
    await section('发出的消息').locator('strong', { hasText: '246813' }).waitFor();
    await section('发出的消息').getByText('13800000001').waitFor();
  });

  test('the clock shows China Standard Time, moves on by a day, and goes back', async () => {
    const clock = section('时钟（北京时间）');
    await clock.getByText('2026年8月1日 09:12').waitFor();
    await clock.getByRole('button', { name: '+1 天' }).click();
    await clock.getByText('2026年8月2日 09:12').waitFor();
    expect(moves).toEqual([expect.stringMatching(/^2026-08-02T01:12:/)]);
    const answered = desk.waitForResponse((response) => response.request().method() === 'PUT');
    await clock.getByRole('button', { name: '回到现在' }).click();
    await answered;
    expect(moves[1]).toBeNull();
  });

  test('another text size opens the page anew with it', async () => {
    await phone().getByRole('tab', { name: '标签1' }).click();
    await phone().locator('#size', { hasText: '1' }).waitFor();
    await section('微信字体大小').getByLabel('微信字体大小').selectOption('关怀模式 1.4');
    await phone().locator('#size', { hasText: '1.4' }).waitFor();
  });

  test('a scanned code enters with its scene', async () => {
    await section('扫小程序码').getByRole('textbox').fill('u=7');
    await section('扫小程序码').getByRole('button', { name: '扫码进入' }).click();
    await desk.waitForFunction(() =>
      document.querySelector('iframe')?.contentWindow?.location.search.includes('scene'),
    );
    await phone().locator('wx-page').waitFor({ state: 'attached' });
    expect((await log())[0]).toBe('launch pages/home/index {"scene":"u%3D7"} 1047');
  });

  test('a scanned plain link enters with its whole address as q, never as scene', async () => {
    const address = 'https://example.gov.cn/r?scene=r%3D2026080112345678';
    await section('扫普通链接二维码').getByRole('textbox').fill(address);
    await section('扫普通链接二维码').getByRole('button', { name: '扫码进入' }).click();
    await desk.waitForFunction(() => document.querySelector('iframe')?.contentWindow?.location.search.includes('q='));
    await phone().locator('wx-page').waitFor({ state: 'attached' });
    const [launch = ''] = await log();
    const [, path, query = '', scene] = /^launch (\S+) (.*) (\d+)$/.exec(launch) ?? [];
    expect([path, scene]).toEqual(['pages/home/index', '1011']);
    expect(JSON.parse(query)).toEqual({
      q: encodeURIComponent(address),
      scancode_time: expect.stringMatching(/^\d{10}$/) as string,
    });
  });

  test('without a network a call of the phone fails', async () => {
    await section('网络').getByRole('checkbox').uncheck();
    await expect(call()).rejects.toThrow('cloud.callFunction:fail');
    await section('网络').getByRole('checkbox').check();
    await call();
    expect(callers).toHaveLength(1);
  });

  test('a shared card is opened by somebody else in a tab of their own', async () => {
    await phone().getByRole('button', { name: '转发' }).click();
    await phone().getByRole('button', { name: '发送' }).click();
    await section('转发出的卡片').getByText('请看').waitFor();
    await section('转发出的卡片').getByLabel('打开卡片的人').selectOption('女儿');
    const opened = context.waitForEvent('page');
    await section('转发出的卡片').getByRole('button', { name: '打开' }).click();
    const other = await opened;
    await other.frameLocator('iframe').locator('#id', { hasText: '7' }).waitFor();
    await other.getByRole('region', { name: '谁拿着手机' }).getByText('o-daughter').waitFor();
  });

  test('another phone is in the hands of somebody else', async () => {
    const holder = () => section('谁拿着手机').locator('code').innerText();
    const opened = context.waitForEvent('page');
    await section('谁拿着手机').getByRole('button', { name: '再开一部手机' }).click();
    const other = await opened;
    const otherHolder = other.getByRole('region', { name: '谁拿着手机' }).locator('code');
    await otherHolder.waitFor();
    expect(await otherHolder.innerText()).not.toBe(await holder());
  });

  test('a file takes the place of the camera, until the machine’s own is wanted again', async () => {
    const camera = section('摄像头');
    const cameraFile = () =>
      desk.evaluate(
        () =>
          (JSON.parse(sessionStorage.getItem('simulator-settings') ?? '{}') as { cameraFile?: { url: string } })
            .cameraFile,
      );
    await camera.getByText('手机看到的是本机摄像头').waitFor();
    const entered = desk.waitForEvent('framenavigated');
    const buffer = Buffer.from('a picture');
    await camera.getByLabel('当作摄像头的文件').setInputFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer });
    await camera.getByText('手机看到的是文件 face.jpg').waitFor();
    await entered;
    await phone().locator('wx-page').waitFor({ state: 'attached' });
    const seen = await phone()
      .locator('body')
      .evaluate((_, url) => fetch(url).then((response) => response.text()), (await cameraFile())?.url ?? '');
    expect(seen).toBe('a picture');
    await camera.getByRole('button', { name: '用本机摄像头' }).click();
    await camera.getByText('手机看到的是本机摄像头').waitFor();
    expect(await cameraFile()).toBeUndefined();
  });

  test('a face that moves takes the place of the camera, and a sample card with it lies before the rear one', async () => {
    await section('摄像头').getByRole('button', { name: '示范：老人的脸' }).click();
    await section('摄像头').getByText('手机看到的是示范：老人的脸').waitFor();
    const card = section('身份证');
    await card.getByLabel('身份证上的人').selectOption('王桂英');
    await card.getByRole('button', { name: '做一张' }).click();
    await card.getByText('手机的后置摄像头对着这张身份证').waitFor();
    const drawn = card.getByRole('img', { name: '做好的身份证' });
    await drawn.waitFor();
    expect(await drawn.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1200);
    await card.getByRole('button', { name: '收起来' }).click();
    await card.getByText('用镜头里的脸').waitFor();
    await section('摄像头').getByRole('button', { name: '用本机摄像头' }).click();
  });

  test('the phone can be one without VisionKit', async () => {
    await section('摄像头').getByRole('checkbox').uncheck();
    await desk.waitForFunction(() => {
      const { wx } = (document.querySelector('iframe')?.contentWindow ?? {}) as unknown as {
        wx?: { isVKSupport(version: string): boolean };
      };
      return wx?.isVKSupport('v1') === false;
    });
  });

  test('a call of the phone is told beside it', async () => {
    const called = phone()
      .locator('body')
      .evaluate(() =>
        (globalThis as unknown as { wx: { makePhoneCall(options: object): Promise<object> } }).wx.makePhoneCall({
          phoneNumber: '09131234567',
        }),
      );
    await phone().getByRole('button', { name: '呼叫' }).click();
    await called;
    await section('手机的声音和动作').getByText('拨打 09131234567').waitFor();
  });

  test('a fault of the mini-program stands in red beside the phone until it is wiped away', async () => {
    await phone().getByText('出错').click();
    const strip = desk.getByRole('complementary', { name: '小程序出错' });
    await strip.getByText('页面出错了').waitFor();
    await strip.getByRole('button', { name: '清除' }).click();
    expect(await strip.isVisible()).toBe(false);
  });

  test('in a narrow window there is only the phone', async () => {
    await desk.setViewportSize({ width: 375, height: 812 });
    await desk.reload();
    await desk.locator('wx-page').waitFor({ state: 'attached' });
    expect(await desk.locator('iframe').count()).toBe(0);
  });
});
