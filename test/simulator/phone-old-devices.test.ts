import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';

interface Wx {
  [name: string]: (...values: unknown[]) => unknown;
}

declare const wx: Wx & { cloud: Wx };

interface Logged {
  getApp(): { globalData: { log: string[] } };
}

interface Sound {
  obeyMuteSwitch: boolean;
  src: string;
  play(): void;
}

describeInBrowser('phones that are not the newest and best', () => {
  let stand: PhoneStand;
  let phone: TestPhone;

  beforeAll(async () => {
    stand = await setUpPhone({ 'GET /people': () => [] });
  });
  afterAll(() => stand.close());

  describe('an old WeChat', () => {
    const enterWith = async (more: string, page = 'pages/home/index'): Promise<void> => {
      phone = await stand.open(`?bare=1&page=${page}&${more}`);
    };
    const typeOf = (name: string) => phone.page.evaluate((key) => typeof wx[key], name);

    test('says its version, and lacks what came later', async () => {
      await enterWith('library=2.20.1');
      expect(await phone.page.evaluate(() => wx['getAppBaseInfo']?.())).toMatchObject({ SDKVersion: '2.20.1' });
      expect(await typeOf('getAppBaseInfo')).toBe('function');
      expect(await typeOf('getPrivacySetting')).toBe('undefined');
      const asked = ['getAppBaseInfo', 'getPrivacySetting', 'createVKSession'];
      expect(await phone.page.evaluate((names) => names.map((name) => wx['canIUse']?.(name)), asked)).toEqual([
        true,
        false,
        true,
      ]);
    });

    test('that is older than 2.20.1 has getSystemInfoSync only, and a page that does not ask dies', async () => {
      await enterWith('library=2.19.6', 'pages/mine/index');
      await phone.page.getByRole('alert').getByText('wx.getAppBaseInfo is not a function').waitFor();
      expect(await phone.page.evaluate(() => wx['getSystemInfoSync']?.())).toMatchObject({ SDKVersion: '2.19.6' });
    });

    test('may lack what the desk takes away, in the cloud too', async () => {
      await enterWith('missing=setKeepScreenOn,cloud.uploadFile');
      expect(await typeOf('setKeepScreenOn')).toBe('undefined');
      expect(await phone.page.evaluate(() => typeof wx.cloud['uploadFile'])).toBe('undefined');
      const asked = ['setKeepScreenOn', 'cloud.uploadFile', 'cloud.callFunction'];
      expect(await phone.page.evaluate((names) => names.map((name) => wx['canIUse']?.(name)), asked)).toEqual([
        false,
        false,
        true,
      ]);
    });

    test('still differs from what the simulator lacks, which is refused by name', async () => {
      await enterWith('library=2.19.6');
      await expect(phone.page.evaluate(() => wx['createBLEConnection'])).rejects.toThrow(
        'the simulator has no wx.createBLEConnection',
      );
    });
  });

  describe('one camera at a time', () => {
    const CAMERA = '/pages/camera/index';
    const TWO = 'two <camera> at once';

    beforeEach(async () => {
      phone = await stand.open(`?bare=1&page=${CAMERA.slice(1)}`);
      await phone.page.getByRole('button', { name: '允许' }).tap();
      await phone.noted('ready 4');
    });

    test.each(['redirectTo', 'reLaunch'])('%s from one camera to another is a fault', async (name) => {
      await phone.wx(name, { url: CAMERA });
      await phone.page.getByRole('alert').getByText(TWO).waitFor();
    });

    test('leaving first, then entering, is none', async () => {
      await phone.wx('redirectTo', { url: '/pages/detail/index' });
      // The page that follows is ready with the next frame.
      await phone.page.evaluate(() => new Promise(requestAnimationFrame));
      await phone.wx('navigateTo', { url: CAMERA });
      await phone.page.waitForFunction(
        () =>
          (globalThis as unknown as Logged).getApp().globalData.log.filter((event) => event === 'ready 4').length === 2,
      );
      expect(await phone.faults()).toEqual([]);
    });

    test('a camera that was taken away before is none', async () => {
      await phone.page.getByRole('button', { name: '拿掉' }).tap();
      await phone.page.locator('#camera').waitFor({ state: 'detached' });
      await phone.wx('redirectTo', { url: CAMERA });
      await phone.page.waitForFunction(
        () =>
          (globalThis as unknown as Logged).getApp().globalData.log.filter((event) => event === 'ready 4').length === 2,
      );
      expect(await phone.faults()).toEqual([]);
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

    const section = (name: string) => desk.getByRole('region', { name });
    const onPhone = <T>(run: () => T | Promise<T>): Promise<T> =>
      desk.frameLocator('iframe').locator('body').evaluate(run);

    test('another version of WeChat enters the mini-program anew', async () => {
      await section('微信版本').getByLabel('基础库版本').selectOption('2.10.0');
      await desk.waitForFunction(
        () =>
          (document.querySelector('iframe')?.contentWindow as unknown as { wx?: Wx } | undefined)?.wx?.[
            'getAppBaseInfo'
          ] === undefined,
      );
      await desk.frameLocator('iframe').locator('wx-page').waitFor({ state: 'attached' });
      expect(await onPhone(() => typeof wx['getAppBaseInfo'])).toBe('undefined');
    });

    test('an interface can be taken away', async () => {
      await section('微信版本').getByLabel('缺少的接口').fill('vibrateShort，vibrateLong');
      await section('微信版本').getByLabel('缺少的接口').press('Tab');
      await desk.waitForFunction(
        () => sessionStorage.getItem('simulator-settings')?.includes('"vibrateLong"') === true,
      );
      expect(await onPhone(() => [typeof wx['vibrateShort'], typeof wx['vibrateLong']])).toEqual([
        'undefined',
        'undefined',
      ]);
    });

    const removePhoto = () =>
      onPhone(async () => {
        const files = wx['getFileSystemManager']?.() as Wx;
        const canvas = wx['createOffscreenCanvas']?.({ type: '2d', width: 1, height: 1 });
        const made = (await wx['canvasToTempFilePath']?.({ canvas })) as { tempFilePath: string };
        const removed = files['unlink']?.({ filePath: made.tempFilePath }) as Promise<{ errMsg: string }>;
        return removed.catch((failure: { errMsg: string }) => failure).then(({ errMsg }) => errMsg);
      });

    test('temporary files may stay where they are', async () => {
      expect(await removePhoto()).toBe('unlink:ok');
      await section('手机本身').getByLabel('临时文件删不掉').check();
      expect(await removePhoto()).toMatch(/^unlink:fail permission denied, unlink 'wxfile:\/\/tmp_/);
    });

    /** Says 好 once. @param obeyMuteSwitch of this sound only, where it is set */
    const say = (obeyMuteSwitch?: boolean) =>
      desk
        .frameLocator('iframe')
        .locator('body')
        .evaluate(async (_, obeys) => {
          const { requirePlugin } = globalThis as unknown as { requirePlugin(name: string): Wx };
          const options = { lang: 'zh_CN', tts: true, content: '好' };
          const spoken = (await requirePlugin('WechatSI')['textToSpeech']?.(options)) as { filename: string };
          const sound = wx['createInnerAudioContext']?.() as Sound;
          if (obeys !== undefined) sound.obeyMuteSwitch = obeys;
          sound.src = spoken.filename;
          sound.play();
        }, obeyMuteSwitch);

    test('the mute switch keeps every sound still, until the mini-program sets wx.setInnerAudioOption', async () => {
      await section('手机本身').getByLabel('静音开关').check();
      await say();
      await section('手机的声音和动作').getByText('静音，听不见：好').waitFor();
      await say(false);
      expect(await section('手机的声音和动作').getByText('静音，听不见：好').count()).toBe(2);
      await onPhone(() => wx['setInnerAudioOption']?.({ obeyMuteSwitch: false }));
      await say();
      await section('手机的声音和动作').getByText('说：好').waitFor();
    });
  });
});
