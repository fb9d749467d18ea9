import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';

interface Wx {
  [name: string]: (...values: unknown[]) => unknown;
}

declare const wx: Wx;

interface Outcome {
  errMsg: string;
  errno?: number;
  [field: string]: unknown;
}

type Globals = { getApp(): { globalData: { onTap?: () => void; outcome?: Outcome } } };

const PAGE = 'pages/wechat/index';
const NOT_AGREED = 'privacy permission is not authorized';
const NOT_DECLARED = 'api scope is not declared in the privacy agreement';
const NO_TAP = 'can only be invoked by user TAP gesture.';

/** What touches private information, and the kind that the privacy guide has to name for it. */
const PRIVATE: [kind: string, name: string, options: object][] = [
  ['camera', 'authorize', { scope: 'scope.camera' }],
  ['album', 'authorize', { scope: 'scope.writePhotosAlbum' }],
  ['media', 'chooseMedia', { mediaType: ['image'] }],
  ['album', 'saveImageToPhotosAlbum', { filePath: '/images/dot.svg' }],
  ['clipboard', 'setClipboardData', { data: '1' }],
  ['clipboard', 'getClipboardData', {}],
];

describeInBrowser('what a person, an operator and a phone may refuse', () => {
  let stand: PhoneStand;
  let phone: TestPhone;

  beforeAll(async () => {
    stand = await setUpPhone({ 'POST /wechat/phone-codes': () => ({ code: 'code-1' }), 'GET /people': () => [] });
  });
  afterAll(() => stand.close());

  const enter = async (more = '', page = PAGE): Promise<void> => {
    phone = await stand.open(`?bare=1&page=${page}${more}`);
  };
  const button = (name: string) => phone.page.getByRole('button', { name, exact: true });
  const dialog = () => phone.page.getByRole('dialog');
  /** The outcome of `wx.<name>`, called by nobody's finger. */
  const attempt = (name: string, options: object = {}, page: Page = phone.page): Promise<Outcome> =>
    page.evaluate(
      ([method, argument]) =>
        new Promise<Outcome>((success) => {
          const fail = ({ errMsg, errno }: Outcome) => success({ errMsg, ...(errno !== undefined && { errno }) });
          wx[method]?.({ ...argument, success, fail });
        }),
      [name, options] as const,
    );
  /** Puts a call of `wx` behind the button 做, after this many milliseconds of waiting or at once. */
  const onTap = (name: string, options: object = {}, wait?: number) =>
    phone.page.evaluate(
      ([method, argument, milliseconds]) => {
        const { globalData } = (globalThis as unknown as Globals).getApp();
        const call = () =>
          (wx[method]?.(argument) as Promise<Outcome>).then(
            (outcome) => (globalData.outcome = outcome),
            ({ errMsg }: Outcome) => (globalData.outcome = { errMsg }),
          );
        globalData.onTap = () => {
          if (milliseconds === undefined) void call();
          else setTimeout(() => void call(), milliseconds);
        };
      },
      [name, options, wait] as const,
    );
  const outcome = async (): Promise<Outcome | undefined> => {
    await phone.page.waitForFunction(() => (globalThis as unknown as Globals).getApp().globalData.outcome);
    return phone.page.evaluate(() => (globalThis as unknown as Globals).getApp().globalData.outcome);
  };

  describe('the privacy guide', () => {
    test.each(PRIVATE)('without agreement %s is closed: %s(%j) fails with 104', async (_, name, options) => {
      await enter('&privacy=declined');
      expect(await attempt(name, options)).toEqual({ errMsg: `${name}:fail ${NOT_AGREED}`, errno: 104 });
    });

    test.each(PRIVATE)('where %s is not declared, %s(%j) fails with 112', async (kind, name, options) => {
      await enter(`&undeclared=${kind}`);
      expect(await attempt(name, options)).toEqual({ errMsg: `${name}:fail ${NOT_DECLARED}`, errno: 112 });
    });

    test('what is not declared closes nothing else', async () => {
      await enter('&undeclared=camera,media,album,phone');
      expect((await attempt('getClipboardData')).errMsg).toBe('getClipboardData:ok');
    });

    test.each([
      ['privacy=declined', `${NOT_AGREED} 104`],
      ['undeclared=camera', `${NOT_DECLARED} 112`],
    ])('with %s a <camera> says "%s"', async (more, words) => {
      await enter(`&${more}`, 'pages/camera/index');
      await phone.noted(`error insertCamera:fail ${words}`);
      expect(await phone.faults()).toEqual([]);
    });

    test.each([
      ['privacy=declined', `${NOT_AGREED} 104`],
      ['undeclared=phone', `${NOT_DECLARED} 112`],
    ])('with %s the button for the phone number says "%s"', async (more, words) => {
      await enter(`&${more}`);
      await button('手机号').tap();
      await phone.noted(`phone getPhoneNumber:fail ${words}`);
      expect(await dialog().count()).toBe(0);
    });

    test('WeChat asks at the first use; a yes is remembered', async () => {
      await enter('&privacy=unasked');
      expect(await attempt('getPrivacySetting')).toMatchObject({ needAuthorization: true });
      const copied = attempt('setClipboardData', { data: '1' });
      await dialog().getByText('用户隐私保护提示').waitFor();
      await button('同意').tap();
      expect((await copied).errMsg).toBe('setClipboardData:ok');
      expect(await attempt('getPrivacySetting')).toMatchObject({ needAuthorization: false });
      expect((await attempt('getClipboardData')).errMsg).toBe('getClipboardData:ok');
    });

    test('after a no WeChat asks again at the next use', async () => {
      await enter('&privacy=unasked');
      for (const name of ['getClipboardData', 'requirePrivacyAuthorize']) {
        const asked = attempt(name);
        await button('拒绝').tap();
        expect(await asked).toEqual({ errMsg: `${name}:fail ${NOT_AGREED}`, errno: 104 });
      }
    });

    test('a page that asks by itself is told what wants it, and its button of agreement opens the way', async () => {
      await enter('&privacy=unasked');
      const asked = phone.page.evaluate(async () => {
        const events: unknown[] = [];
        wx['onNeedPrivacyAuthorization']?.((resolve: (answer: object) => void, { referrer }: { referrer: string }) => {
          events.push(referrer);
          resolve({ event: 'exposureAuthorization' });
          const { globalData } = (globalThis as unknown as Globals).getApp();
          globalData.onTap = () => resolve({ event: 'agree', buttonId: 'agree' });
        });
        const { errMsg } = (await wx['getClipboardData']?.({})) as Outcome;
        return [...events, errMsg];
      });
      await button('做').tap();
      await phone.page.getByRole('alert').getByText('the button "agree" was not tapped').waitFor();
      await button('同意指引').tap();
      await phone.noted('agreed');
      await button('做').tap();
      expect(await asked).toEqual(['getClipboardData', 'getClipboardData:ok']);
    });

    test('a page that asks by itself may be told no', async () => {
      await enter('&privacy=unasked');
      await phone.page.evaluate(() =>
        wx['onNeedPrivacyAuthorization']?.((resolve: (answer: object) => void) => resolve({ event: 'disagree' })),
      );
      expect(await attempt('getClipboardData')).toMatchObject({ errno: 104 });
      expect(await dialog().count()).toBe(0);
    });

    test.each(['getPrivacySetting', 'requirePrivacyAuthorize', 'openPrivacyContract'])(
      '%s takes callbacks only, and promises nothing',
      async (name) => {
        await enter();
        expect(await phone.page.evaluate((method) => wx[method]?.({}) === undefined, name)).toBe(true);
      },
    );

    test('the guide can be read', async () => {
      await enter('&privacy=unasked');
      const read = attempt('openPrivacyContract');
      await dialog().getByText('隐私保护指引》').waitFor();
      await button('知道了').tap();
      expect((await read).errMsg).toBe('openPrivacyContract:ok');
    });
  });

  describe('the phone’s own settings', () => {
    const cameraAuthorized = () =>
      phone.page.evaluate(() => (wx['getAppAuthorizeSetting']?.() as { cameraAuthorized: string }).cameraAuthorized);

    test('may close the camera to WeChat, while the person has allowed it', async () => {
      await enter('&nocamera=1', 'pages/camera/index');
      await button('允许').tap();
      await phone.noted('error insertCamera:fail system permission denied');
      expect(await cameraAuthorized()).toBe('denied');
      expect(await attempt('getSetting')).toMatchObject({ authSetting: { 'scope.camera': true } });
    });

    test('are another thing than the person’s own refusal', async () => {
      await enter('', 'pages/camera/index');
      await button('拒绝').tap();
      await phone.noted('error insertCamera:fail auth deny');
      expect(await cameraAuthorized()).toBe('authorized');
      expect(await attempt('getSetting')).toMatchObject({ authSetting: { 'scope.camera': false } });
    });

    test('are opened away from the mini-program, and opened up there', async () => {
      await enter('&nocamera=1');
      const opened = attempt('openAppAuthorizeSetting');
      await dialog().getByLabel('相机').check();
      expect((await phone.log()).at(-1)).toBe('app hidden');
      await button('完成').tap();
      expect((await opened).errMsg).toBe('openAppAuthorizeSetting:ok');
      expect((await phone.log()).at(-1)).toBe('app shown');
      expect(await cameraAuthorized()).toBe('authorized');
    });

    test('also keep WeChat’s own camera shut', async () => {
      await enter('&nocamera=1');
      const chosen = attempt('chooseMedia', { mediaType: ['image'] });
      await button('拍摄').tap();
      expect((await chosen).errMsg).toBe('chooseMedia:fail system permission denied');
    });
  });

  describe('only a tap opens', () => {
    const TEMPLATES = { tmplIds: ['deadline', 'result'] };

    test.each([
      ['openSetting', {}],
      ['requestSubscribeMessage', TEMPLATES],
    ])('%s: not by itself, not after a timer', async (name, options) => {
      await enter();
      expect((await attempt(name, options)).errMsg).toBe(`${name}:fail ${NO_TAP}`);
      await onTap(name, options, 0);
      await button('做').tap();
      expect((await outcome())?.errMsg).toBe(`${name}:fail ${NO_TAP}`);
    });

    test('the settings', async () => {
      await enter();
      await onTap('openSetting');
      await button('做').tap();
      await button('完成').tap();
      expect(await outcome()).toEqual({ errMsg: 'openSetting:ok', authSetting: {} });
    });

    test('the settings also from the answer to a dialog, which is a tap', async () => {
      await enter();
      const opened = phone.page.evaluate(async () => {
        await wx['showModal']?.({ title: '去设置' });
        return wx['openSetting']?.() as Promise<Outcome>;
      });
      await button('确定').tap();
      await button('完成').tap();
      expect((await opened).errMsg).toBe('openSetting:ok');
    });

    test('the question whether messages may be sent, with an answer for each', async () => {
      await enter();
      await onTap('requestSubscribeMessage', TEMPLATES);
      await button('做').tap();
      await dialog().getByLabel('result').uncheck();
      await button('完成').tap();
      expect(await outcome()).toEqual({
        errMsg: 'requestSubscribeMessage:ok',
        deadline: 'accept',
        result: 'reject',
      });
    });

    test.each([
      ['none', [], "TmplIds can't be empty"],
      ['four', ['a', 'b', 'c', 'd'], 'Templates count out of max bounds'],
    ])('that question is not asked for %s of them', async (_, tmplIds, words) => {
      await enter();
      await onTap('requestSubscribeMessage', { tmplIds });
      await button('做').tap();
      expect((await outcome())?.errMsg).toBe(`requestSubscribeMessage:fail ${words}`);
    });

    test.each([
      ['phone', `phone getPhoneNumber:fail ${NO_TAP}`],
      ['settings', `settings openSetting:fail ${NO_TAP}`],
    ])('the button %s: code that presses it is refused', async (id, words) => {
      await enter();
      await phone.page.evaluate((button) => {
        const host = document.getElementById(button) as unknown as {
          __wxElement: { triggerEvent(name: string, detail: object): void };
        };
        host.__wxElement.triggerEvent('tap', {});
      }, id);
      await phone.noted(words);
    });
  });

  describe('on the desk', () => {
    let desk: Page;

    beforeEach(async () => {
      desk = await (await stand.browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
      desk.setDefaultTimeout(8000);
      await desk.goto(stand.url);
      await desk.frameLocator('iframe').locator('wx-page').waitFor({ state: 'attached' });
    });
    afterEach(() => desk.context().close());

    const section = () => desk.getByRole('region', { name: '隐私和权限' });
    const onPhone = <T>(run: () => T | Promise<T>): Promise<T> =>
      desk.frameLocator('iframe').locator('body').evaluate(run);
    const clipboard = () =>
      onPhone(() =>
        (wx['getClipboardData']?.({}) as Promise<Outcome>).then(
          () => 0,
          ({ errno }: Outcome) => errno,
        ),
      );

    test('each of the refusals has a switch that works at once', async () => {
      expect(await clipboard()).toBe(0);
      await section().getByLabel('隐私保护指引').selectOption('不同意');
      expect(await clipboard()).toBe(104);
      await section().getByLabel('隐私保护指引').selectOption('已经同意');
      await section().getByLabel('指引里写明了：剪切板').uncheck();
      expect(await clipboard()).toBe(112);
      await section().getByLabel('手机系统允许微信用相机').uncheck();
      expect(await onPhone(() => wx['getAppAuthorizeSetting']?.())).toMatchObject({ cameraAuthorized: 'denied' });
      await section().getByLabel('使用你的摄像头').selectOption('拒绝');
      expect(await onPhone(() => wx['getSetting']?.({}))).toMatchObject({ authSetting: { 'scope.camera': false } });
    });

    test('the switch shows what the person has answered on the phone', async () => {
      await section().getByLabel('隐私保护指引').selectOption('还没有问过');
      const asked = clipboard();
      await desk.frameLocator('iframe').getByRole('button', { name: '同意', exact: true }).click();
      expect(await asked).toBe(0);
      expect(await section().getByLabel('隐私保护指引').inputValue()).toBe('agreed');
    });
  });
});
