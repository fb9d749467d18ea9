import { describeInBrowser } from '../support/browser';
import { setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';
import type { Request } from '../support/static-server';

interface Wx {
  [name: string]: (...values: unknown[]) => unknown;
}

declare const wx: Wx & { cloud: Wx };

describeInBrowser('wx on the phone', () => {
  const calls: Request[] = [];
  let stand: PhoneStand;
  let phone: TestPhone;

  beforeAll(async () => {
    const record = (request: Request) => {
      calls.push(request);
      return { ok: true, data: { signedIn: false } };
    };
    stand = await setUpPhone({
      'POST /functions/account': record,
      'POST /functions/broken': () => 500,
      'GET /people': () => [{ id: 'wang', label: '王桂英', openid: 'o-wang', phone: '13800000001', note: '' }],
    });
  });
  afterAll(() => stand.close());
  beforeEach(() => void calls.splice(0));

  describe('cloud functions', () => {
    test('a call carries the openid of the person who holds the phone', async () => {
      phone = await stand.open('?bare=1&openid=o-somebody');
      const answer = await phone.wx('cloud.callFunction', { name: 'account', data: { action: 'me', input: {} } });
      expect(answer).toMatchObject({
        errMsg: 'cloud.callFunction:ok',
        result: { ok: true, data: { signedIn: false } },
      });
      expect(calls).toHaveLength(1);
      expect(calls[0]?.headers['x-openid']).toBe('o-somebody');
      expect(calls[0]?.body).toEqual({ action: 'me', input: {} });
    });

    test('a person of the county holds the phone by their id', async () => {
      phone = await stand.open('?bare=1&as=wang');
      await phone.wx('cloud.callFunction', { name: 'account' });
      expect(calls[0]?.headers['x-openid']).toBe('o-wang');
    });

    test('two tabs are two people unless the address says otherwise', async () => {
      phone = await stand.open();
      await phone.wx('cloud.callFunction', { name: 'account' });
      const other = await stand.openAnother();
      await other.wx('cloud.callFunction', { name: 'account' });
      await other.context.close();
      const [first, second] = calls.map(({ headers }) => headers['x-openid']);
      expect(first).not.toBe(second);
    });

    test.each([
      ['missing', -501000, 'FunctionName parameter could not be found'],
      ['broken', -504002, 'cloud function execution error'],
    ])('a %s function fails with %d', async (name, errCode, words) => {
      phone = await stand.open();
      const failure = await phone.wx('cloud.callFunction', { name });
      expect(failure.errCode).toBe(errCode);
      expect(failure.errMsg).toMatch(/^cloud\.callFunction:fail /);
      expect(failure.errMsg).toContain(words);
    });

    test('without a network a call fails with -1, and the change is told', async () => {
      phone = await stand.open();
      await phone.page.evaluate(() => {
        wx['onNetworkStatusChange']?.(({ isConnected }: { isConnected: boolean }) => {
          document.title = `connected ${isConnected}`;
        });
      });
      await phone.context.setOffline(true);
      await phone.page.waitForFunction(() => document.title === 'connected false');
      const failure = await phone.wx('cloud.callFunction', { name: 'account' });
      expect(failure).toMatchObject({
        errCode: -1,
        errMsg: expect.stringMatching(/^cloud\.callFunction:fail /) as string,
      });
      expect(await phone.wx('getNetworkType')).toMatchObject({ networkType: 'none' });
      await phone.context.setOffline(false);
      await phone.page.waitForFunction(() => document.title === 'connected true');
      expect(await phone.wx('cloud.callFunction', { name: 'account' })).toMatchObject({
        errMsg: 'cloud.callFunction:ok',
      });
    });
  });

  describe('storage', () => {
    test('belongs to the person: somebody else on the same phone finds nothing', async () => {
      phone = await stand.open('?bare=1&openid=o-one');
      await phone.wx('setStorage', { key: 'k', data: { a: [1, null] } });
      expect(await phone.wx('getStorage', { key: 'k' })).toEqual({ errMsg: 'getStorage:ok', data: { a: [1, null] } });
      await phone.page.goto(`${stand.url}/?bare=1&openid=o-two`);
      await phone.page.locator('wx-page').waitFor({ state: 'attached' });
      expect(await phone.wx('getStorage', { key: 'k' })).toEqual({ errMsg: 'getStorage:fail data not found' });
      expect(await phone.page.evaluate(() => wx['getStorageSync']?.('k'))).toBe('');
      await phone.wx('clearStorage');
      await phone.page.goto(`${stand.url}/?bare=1&openid=o-one`);
      await phone.page.locator('wx-page').waitFor({ state: 'attached' });
      expect(await phone.page.evaluate(() => wx['getStorageSync']?.('k'))).toEqual({ a: [1, null] });
    });

    test('takes at most 1 MB a key', async () => {
      phone = await stand.open();
      expect(await phone.wx('setStorage', { key: 'k', data: 'x'.repeat(1024 * 1024) })).toEqual({
        errMsg: 'setStorage:fail exceed storage item max length',
      });
    });
  });

  describe('the user is asked', () => {
    beforeEach(async () => {
      phone = await stand.open();
    });

    test('a modal answers what was tapped', async () => {
      const answer = phone.wx('showModal', { title: '真的吗', content: '不能反悔', confirmText: '真的' });
      await phone.page.getByRole('dialog').getByText('不能反悔').waitFor();
      await phone.page.getByRole('button', { name: '真的', exact: true }).tap();
      expect(await answer).toMatchObject({ confirm: true, cancel: false });
    });

    test('an action sheet answers the place, and fails when it is closed', async () => {
      const chosen = phone.wx('showActionSheet', { itemList: ['甲', '乙'] });
      await phone.page.getByRole('button', { name: '乙' }).tap();
      expect(await chosen).toEqual({ errMsg: 'showActionSheet:ok', tapIndex: 1 });
      const closed = phone.wx('showActionSheet', { itemList: ['甲'] });
      await phone.page.getByRole('button', { name: '取消' }).tap();
      expect(await closed).toEqual({ errMsg: 'showActionSheet:fail cancel' });
    });

    test('a call shows the number before it is made', async () => {
      const called = phone.wx('makePhoneCall', { phoneNumber: '09131234567' });
      await phone.page.getByRole('dialog').getByText('09131234567').waitFor();
      await phone.page.getByRole('button', { name: '呼叫' }).tap();
      expect(await called).toEqual({ errMsg: 'makePhoneCall:ok' });
    });

    test('loading stays until it is hidden', async () => {
      await phone.wx('showLoading', { title: '请稍候' });
      expect(await phone.page.getByRole('status').innerText()).toContain('请稍候');
      await phone.wx('hideLoading');
      expect(await phone.page.getByRole('status').count()).toBe(0);
    });
  });

  describe('the phone tells about itself', () => {
    test('the text size that the user has chosen in WeChat', async () => {
      phone = await stand.open('?bare=1&scale=1.4&page=pages/mine/index');
      expect(await phone.page.locator('#size').innerText()).toBe('1.4');
      await phone.page.goto(`${stand.url}/?bare=1&page=pages/mine/index`);
      await phone.page.locator('#size', { hasText: '1.4' }).waitFor();
    });

    test('the window is what the bars leave of the screen', async () => {
      phone = await stand.open();
      const info = await phone.page.evaluate(() => wx['getWindowInfo']?.());
      expect(info).toMatchObject({
        screenWidth: 375,
        screenHeight: 812,
        windowWidth: 375,
        windowHeight: 724,
        statusBarHeight: 44,
        safeArea: { top: 44, bottom: 778 },
      });
    });

    test('canIUse tells the truth', async () => {
      phone = await stand.open();
      const asked = [
        'showToast',
        'cloud.callFunction',
        'button.open-type.share',
        'createCameraContext',
        'camera',
        'createBLEConnection',
        'map',
        'button.open-type.launchApp',
      ];
      expect(await phone.page.evaluate((names) => names.map((name) => wx['canIUse']?.(name)), asked)).toEqual([
        true,
        true,
        true,
        true,
        true,
        false,
        false,
        false,
      ]);
    });
  });

  describe('faults are seen', () => {
    beforeEach(async () => {
      phone = await stand.open();
    });

    test('what the simulator lacks is refused by name', async () => {
      const message = await phone.page.evaluate(() => {
        try {
          return String(wx['createBLEConnection']);
        } catch (error) {
          return (error as Error).message;
        }
      });
      expect(message).toBe('the simulator has no wx.createBLEConnection');
    });

    test('an exception in page code stands in the red strip, and the app hears of it', async () => {
      await phone.page.getByText('出错').tap();
      await phone.page.getByRole('alert').getByText('页面出错了').waitFor();
      expect(await phone.log()).toContain('error Error: 页面出错了');
    });

    test('so does a rejection that nobody handles', async () => {
      await phone.page.evaluate(() => void wx['navigateTo']?.({ url: '/pages/none/index' }));
      await phone.page.getByRole('alert').getByText('navigateTo:fail page "pages/none/index" is not found').waitFor();
    });

    test('scripts of the mini-program do not see the browser', async () => {
      const source = await (await fetch(`${stand.url}/app.js`)).text();
      expect(source).not.toMatch(/\bdocument\.|\bwindow\.|\blocalStorage\b/);
    });
  });
});
