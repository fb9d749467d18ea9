import { describeInBrowser } from '../support/browser';
import { changedDemo, demoFile, setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';

const HOME = 'pages/home/index';
const MINE = 'pages/mine/index';

describeInBrowser('pages on the phone', () => {
  let stand: PhoneStand;
  let phone: TestPhone;

  beforeAll(async () => {
    stand = await setUpPhone();
  });
  afterAll(() => stand.close());

  describe('lifecycles', () => {
    test('a launch runs app, component and page in the order of WeChat', async () => {
      phone = await stand.open();
      await phone.noted('home onReady');
      expect(await phone.log()).toEqual([
        `launch ${HOME} {} 1001`,
        'app shown',
        'home attached',
        'home onLoad {}',
        'home page shown',
        'home onShow',
        'home ready',
        'home onReady',
      ]);
    });

    test('a page that another covers is hidden, and shown again afterwards', async () => {
      phone = await stand.open();
      await phone.page.getByRole('button', { name: '打开' }).tap();
      await phone.noted('detail onLoad {"id":"3","name":"%E4%B8%AD%E6%96%87"}');
      expect(await phone.log()).toEqual(expect.arrayContaining(['home page hidden', 'home onHide']));
      await phone.page.getByRole('button', { name: '回去' }).tap();
      await phone.noted('detail onUnload');
      expect((await phone.log()).slice(-4)).toEqual([
        'answer 好的',
        'detail onUnload',
        'home page shown',
        'home onShow',
      ]);
      expect(await phone.stack()).toEqual([HOME]);
    });

    test('leaving the mini-program hides the page and the app until it is entered again', async () => {
      phone = await stand.open();
      await phone.page.getByRole('button', { name: '关闭' }).tap();
      await phone.noted('app hidden');
      expect((await phone.log()).slice(-3)).toEqual(['home page hidden', 'home onHide', 'app hidden']);
      await phone.page.getByRole('button', { name: '回到小程序' }).tap();
      expect((await phone.log()).slice(-3)).toEqual(['app shown', 'home page shown', 'home onShow']);
    });
  });

  describe('navigation keeps to the rules of WeChat', () => {
    beforeEach(async () => {
      phone = await stand.open();
    });

    test('at most ten pages are open', async () => {
      for (let open = 2; open <= 10; open++)
        expect(await phone.wx('navigateTo', { url: '/pages/form/index' })).toMatchObject({ errMsg: 'navigateTo:ok' });
      expect(await phone.wx('navigateTo', { url: '/pages/form/index' })).toEqual({
        errMsg: 'navigateTo:fail webview count limit exceed',
      });
      expect(await phone.stack()).toHaveLength(10);
    });

    test.each([
      ['navigateTo', `/${MINE}`, 'navigateTo:fail can not navigateTo a tabbar page'],
      ['redirectTo', `/${MINE}`, 'redirectTo:fail can not redirectTo a tabbar page'],
      ['switchTab', '/pages/form/index', 'switchTab:fail can not switch to no-tabBar page'],
      ['switchTab', `/${MINE}?a=1`, 'switchTab:fail url of switchTab can not have a query'],
      ['navigateTo', '/pages/gone/index', 'navigateTo:fail page "pages/gone/index" is not found'],
    ])('%s to %s is refused', async (method, url, errMsg) => {
      expect(await phone.wx(method, { url })).toEqual({ errMsg });
      expect(await phone.stack()).toEqual([HOME]);
    });

    test('there is no way back from the first page', async () => {
      expect(await phone.wx('navigateBack')).toEqual({
        errMsg: 'navigateBack:fail cannot navigate back at first page.',
      });
      expect(await phone.page.getByRole('button', { name: '返回' }).isVisible()).toBe(false);
    });

    test('going back further than there are pages ends at the first', async () => {
      await phone.wx('navigateTo', { url: '/pages/form/index' });
      await phone.wx('navigateTo', { url: '../detail/index' });
      await phone.wx('navigateBack', { delta: 9 });
      expect(await phone.stack()).toEqual([HOME]);
    });

    test('redirectTo takes the place of the page, reLaunch of all pages', async () => {
      await phone.wx('navigateTo', { url: '/pages/form/index' });
      await phone.wx('redirectTo', { url: '/pages/detail/index?id=1' });
      expect(await phone.stack()).toEqual([HOME, 'pages/detail/index']);
      await phone.wx('reLaunch', { url: '/pages/form/index' });
      expect(await phone.stack()).toEqual(['pages/form/index']);
      expect(await phone.log()).toEqual(expect.arrayContaining(['detail onUnload', 'home onUnload', 'home detached']));
    });

    test('a page of a subpackage opens', async () => {
      await phone.wx('navigateTo', { url: '/package/pages/extra/index' });
      expect(await phone.page.locator('#extra').innerText()).toBe('分包里的一页');
    });

    test('callbacks are called instead of a promise, the failing ones too', async () => {
      const outcome = await phone.page.evaluate(
        () =>
          new Promise<unknown[]>((resolve) => {
            const { wx } = globalThis as unknown as { wx: { switchTab(options: object): unknown } };
            const fail = (failure: { errMsg: string }) => heard.push(failure.errMsg);
            const heard: unknown[] = [];
            heard.push(wx.switchTab({ url: '/pages/form/index', fail, complete: () => resolve(heard) }));
          }),
      );
      expect(outcome).toEqual([undefined, 'switchTab:fail can not switch to no-tabBar page']);
    });
  });

  describe('tabs', () => {
    test('a tab page stays alive while another is shown, its own tab bar and place with it', async () => {
      phone = await stand.open();
      await phone.wx('pageScrollTo', { scrollTop: 300, duration: 0 });
      await phone.page.getByRole('tab', { name: '标签1' }).tap();
      await phone.noted('mine onShow');
      await expect(phone.sheet.getByRole('tab', { selected: true }).innerText()).resolves.toBe('标签1');
      await phone.sheet.getByRole('tab', { name: '标签0' }).tap();
      await phone.page.waitForFunction(() => document.title === '首页');
      await expect(phone.sheet.getByRole('tab', { selected: true }).innerText()).resolves.toBe('标签0');
      expect(await phone.sheet.locator('.phone-scroll').evaluate((scroller) => scroller.scrollTop)).toBe(300);
      expect(await phone.log()).not.toContain('home onUnload');
      await phone.sheet.getByRole('tab', { name: '标签1' }).tap();
      expect((await phone.log()).filter((event) => event === 'mine onLoad')).toHaveLength(1);
    });

    test('switching tabs closes the pages above the tab', async () => {
      phone = await stand.open();
      await phone.wx('navigateTo', { url: '/pages/detail/index' });
      await phone.wx('switchTab', { url: `/${MINE}` });
      expect(await phone.stack()).toEqual([MINE]);
      expect(await phone.log()).toContain('detail onUnload');
    });

    test('what the style of the page hands down reaches the tab bar', async () => {
      phone = await stand.open();
      const chosen = phone.sheet.getByRole('tab', { selected: true });
      expect(await chosen.evaluate((tab) => getComputedStyle(tab).color)).toBe('rgb(10, 20, 30)');
    });

    test('without a tab bar of its own the mini-program has that of the phone', async () => {
      const app = JSON.parse(demoFile('app.json')) as { tabBar: { custom: boolean } };
      app.tabBar.custom = false;
      const mine = demoFile(`${MINE}.ts`).replace(/this\.getTabBar\(\)[^;]*;/, '');
      const native = await setUpPhone({}, changedDemo({ 'app.json': JSON.stringify(app), [`${MINE}.ts`]: mine }));
      phone = await native.open();
      const bar = phone.page.getByRole('navigation', { name: '标签栏' });
      await bar.getByRole('button', { name: '我的' }).tap();
      await phone.noted('mine onShow');
      expect(await bar.getByRole('button', { name: '我的' }).getAttribute('aria-current')).toBe('page');
      await phone.wx('navigateTo', { url: '/pages/detail/index' });
      expect(await bar.isVisible()).toBe(false);
      await native.close();
    });
  });

  describe('ways in', () => {
    test('a scanned code hands its scene over encoded, with scene 1047', async () => {
      phone = await stand.open(`?bare=1&scene=${encodeURIComponent('u=单位7')}`);
      const query = `{"scene":"u%3D%E5%8D%95%E4%BD%8D7"}`;
      expect((await phone.log())[0]).toBe(`launch ${HOME} ${query} 1047`);
      expect(await phone.log()).toContain(`home onLoad ${query}`);
    });

    test('a shared card opens its page, with scene 1007', async () => {
      phone = await stand.open(`?bare=1&page=${encodeURIComponent('pages/detail/index?id=7')}`);
      expect((await phone.log())[0]).toBe('launch pages/detail/index {"id":"7"} 1007');
      expect(await phone.page.locator('#id').innerText()).toBe('7');
    });

    test('sharing shows the card to the user before it goes out', async () => {
      phone = await stand.open();
      const card = phone.page.evaluate(
        () =>
          new Promise((resolve) =>
            window.addEventListener('simulator', (event) => {
              const { detail } = event as CustomEvent<{ kind: string }>;
              if (detail.kind === 'shared') resolve(detail);
            }),
          ),
      );
      await phone.page.getByRole('button', { name: '转发' }).tap();
      await phone.page.getByRole('dialog').getByRole('button', { name: '发送' }).tap();
      expect(await card).toEqual({ kind: 'shared', card: { title: '请看', path: 'pages/detail/index?id=7' } });
    });

    test('a page that cannot be shared says so in the menu', async () => {
      phone = await stand.open('?bare=1&page=pages/form/index');
      await phone.page.getByRole('button', { name: '更多' }).tap();
      const items = await phone.page.getByRole('dialog').getByRole('button').allInnerTexts();
      expect(items).toEqual(['重新进入小程序', '取消']);
    });
  });

  describe('the page and its frame', () => {
    test('the title is that of the page, and the way back appears', async () => {
      phone = await stand.open();
      expect(await phone.page.title()).toBe('首页');
      await phone.wx('navigateTo', { url: '/pages/detail/index' });
      expect(await phone.page.title()).toBe('详情');
      await phone.page.getByRole('button', { name: '返回' }).tap();
      expect(await phone.page.title()).toBe('首页');
      await phone.wx('setNavigationBarTitle', { title: '别的' });
      expect(await phone.page.getByRole('heading', { level: 1 }).innerText()).toBe('别的');
    });

    test('a page is measured from its own corner, below the navigation bar', async () => {
      phone = await stand.open('?bare=1&page=pages/detail/index');
      await phone.page.locator('#rect', { hasText: '0 0 375' }).waitFor();
    });

    test('a page with a navigation bar of its own reaches up to the status bar', async () => {
      phone = await stand.open('?bare=1&page=pages/odd/index');
      expect((await phone.page.locator('#under').boundingBox())?.y).toBe(0);
    });

    test('reaching the bottom is noticed once', async () => {
      phone = await stand.open();
      await phone.wx('pageScrollTo', { scrollTop: 5000, duration: 0 });
      await phone.noted('home bottom');
      await phone.wx('pageScrollTo', { scrollTop: 5000, duration: 0 });
      expect((await phone.log()).filter((event) => event === 'home bottom')).toHaveLength(1);
    });

    test('pulling the page down refreshes it', async () => {
      phone = await stand.open(`?bare=1&page=${MINE}`);
      const touch = await phone.context.newCDPSession(phone.page);
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
        touch.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 180, y }] });
      await send('touchStart', 200);
      for (const y of [240, 280, 320]) await send('touchMove', y);
      await send('touchEnd');
      await phone.noted('mine refreshing');
    });
  });
});
