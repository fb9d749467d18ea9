import { describeInBrowser } from '../support/browser';
import { setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';

const color = (element: Element): string => getComputedStyle(element).color;

describeInBrowser('elements on the phone', () => {
  let stand: PhoneStand;
  let phone: TestPhone;

  beforeAll(async () => {
    stand = await setUpPhone({
      'POST /wechat/phone-codes': ({ body }) => ({ code: `code of ${(body as { phone: string }).phone}` }),
    });
  });
  afterAll(() => stand.close());

  const openPage = async (path: string): Promise<void> => {
    phone = await stand.open(`?bare=1&page=pages/${path}/index`);
  };
  const text = (id: string): Promise<string> => phone.page.locator(`#${id}`).innerText();
  const waitForText = (id: string, wanted: string): Promise<void> =>
    phone.page.locator(`#${id}`, { hasText: wanted }).waitFor();
  const swipe = async (selector: string, dx: number, dy: number): Promise<void> => {
    const target = phone.page.locator(selector).first();
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box) throw new Error(`${selector} is not shown`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const finger = await phone.context.newCDPSession(phone.page);
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let step = 1; step <= 8; step++)
      await finger.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [{ x: x + (dx * step) / 8, y: y + (dy * step) / 8 }],
      });
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };

  describe('styles', () => {
    beforeEach(() => openPage('home'));

    test('half the width of the phone is 375rpx, half the page 50vh', async () => {
      const box = await phone.page.locator('#width').boundingBox();
      expect(box).toMatchObject({ width: 187.5, height: (812 - 88) / 2 });
    });

    test('a component is not reached by the classes of the page, but by those handed to it', async () => {
      expect(await phone.page.locator('#red').evaluate(color)).toBe('rgb(200, 0, 0)');
      expect(await phone.page.locator('card').getByText('红不红').evaluate(color)).toBe('rgb(10, 20, 30)');
      expect(await phone.page.locator('card').getByText('abc ABC').evaluate(color)).toBe('rgb(0, 0, 250)');
    });

    test('the style of a page holds for that page only', async () => {
      await phone.wx('switchTab', { url: '/pages/mine/index' });
      expect(await phone.page.locator('#plain').evaluate(color)).toBe('rgb(10, 20, 30)');
    });
  });

  describe('templates', () => {
    beforeEach(() => openPage('home'));

    test('WXS computes, and knows the name of a type', async () => {
      expect(await text('money')).toBe('¥12.34 String');
    });

    test('a slot shows what the page computes from an event of the component', async () => {
      await phone.page.getByRole('button', { name: '碰一下' }).tap();
      await phone.page.getByText('碰了 1 次').waitFor();
    });

    test('a hidden element is not there for the eye nor for the ear', async () => {
      expect(await phone.page.locator('#gone').isVisible()).toBe(false);
      expect(await phone.page.getByText('看不见').isVisible()).toBe(false);
    });

    test('roles and labels reach the accessibility tree', async () => {
      expect(await phone.page.getByRole('tab', { name: '标签0', selected: true }).count()).toBe(1);
      expect(await phone.page.locator('card').ariaSnapshot()).toContain('- button "碰一下"');
    });

    test('a finger that rests is a long press', async () => {
      const box = await phone.page.locator('#long').boundingBox();
      const finger = await phone.context.newCDPSession(phone.page);
      await phone.page.locator('#long').scrollIntoViewIfNeeded();
      const point = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 5 };
      await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
      await phone.noted('long press');
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    });

    test('a mouse taps as a finger does', async () => {
      const mouse = await stand.browser.newPage({ viewport: { width: 375, height: 812 } });
      await mouse.goto(`${stand.url}/?bare=1`);
      await mouse.getByRole('button', { name: '碰一下' }).click();
      await mouse.getByText('碰了 1 次').waitFor();
      await mouse.close();
    });
  });

  describe('forms', () => {
    beforeEach(() => openPage('form'));

    test('what is typed, ticked and switched is sent with the form', async () => {
      await phone.page.getByLabel('姓名').fill('王');
      await phone.page.getByLabel('备注').pressSequentially('一二三四五六七');
      await phone.page.getByText('酒', { exact: true }).tap();
      await phone.page.getByText('女', { exact: true }).tap();
      await phone.page.getByRole('switch', { name: '同意' }).tap();
      await phone.page.getByRole('button', { name: '送出' }).tap();
      await waitForText('sent', '王');
      expect(JSON.parse(await text('sent'))).toEqual({
        who: '王',
        note: '一二三四五',
        likes: ['酒'],
        sex: '女',
        agreed: true,
        level: 30,
      });
    });

    test('resetting empties the form', async () => {
      await phone.page.getByText('茶', { exact: true }).tap();
      await phone.page.getByRole('button', { name: '重写' }).tap();
      await phone.page.getByRole('button', { name: '送出' }).tap();
      await waitForText('sent', 'who');
      expect(JSON.parse(await text('sent'))).toMatchObject({ who: '', likes: [], sex: '', agreed: false });
    });

    test('a model binding goes both ways', async () => {
      expect(await phone.page.getByLabel('姓名').inputValue()).toBe('甲');
      await phone.page.getByLabel('姓名').fill('乙');
      await waitForText('typed', '乙');
    });

    test('the placeholder has the class that the page gives it', async () => {
      await phone.page.getByLabel('姓名').fill('');
      const placeholder = phone.page.getByText('写名字');
      expect(await placeholder.isVisible()).toBe(true);
      expect(await placeholder.evaluate(color)).toBe('rgb(1, 2, 3)');
    });

    test('of two radios one is on', async () => {
      await phone.page.getByText('男', { exact: true }).tap();
      await phone.page.getByText('女', { exact: true }).tap();
      const states = await phone.page
        .getByRole('radio')
        .evaluateAll((radios) => radios.map((radio) => radio.ariaChecked));
      expect(states).toEqual(['false', 'true']);
    });

    test('a picker answers the place of the chosen row', async () => {
      await phone.page.locator('wx-picker select').selectOption('三');
      await waitForText('chosen', '选了2');
    });

    test('a wheel answers the row on which it comes to rest', async () => {
      await phone.page
        .locator('.wx-picker-column')
        .evaluate((column) => column.scrollTo({ top: 34, behavior: 'instant' }));
      await waitForText('column', '1');
    });

    test("WeChat's phone button asks, and hands out a code for the number", async () => {
      await phone.page.getByRole('button', { name: '手机号' }).tap();
      await phone.page.getByRole('dialog').getByRole('textbox').fill('13800000009');
      await phone.page.getByRole('button', { name: '允许', exact: true }).tap();
      await waitForText('phone', 'code of 13800000009');
    });

    test("WeChat's phone button takes a no", async () => {
      await phone.page.getByRole('button', { name: '手机号' }).tap();
      await phone.page.getByRole('button', { name: '不允许' }).tap();
      await waitForText('phone', 'getPhoneNumber:fail user deny');
    });
  });

  describe('Vant', () => {
    beforeEach(() => openPage('vant'));

    test('a button, a cell and a tab are tapped once', async () => {
      await phone.page.getByText('一格').tap();
      await phone.page.getByText('乙页').tap();
      await phone.noted('tab 1');
      expect(await phone.log()).toEqual(expect.arrayContaining(['clicked', 'tab 1']));
      expect((await phone.log()).filter((event) => event === 'clicked')).toHaveLength(1);
    });

    test('a field takes text and clears it', async () => {
      await phone.page.locator('van-field input').fill('张三');
      await waitForText('name', '张三');
      expect((await phone.log()).filter((event) => event === 'typed 张三')).toHaveLength(1);
    });

    test('checkbox, switch and radio change', async () => {
      await phone.page.getByText('勾', { exact: true }).tap();
      await phone.page.locator('van-switch').tap();
      await phone.page.getByText('第二').tap();
      await waitForText('state', 'true true 2');
    });

    test.each([
      ['确认', 'yes'],
      ['取消', 'no'],
    ])('a dialog answers %s with %s', async (button, event) => {
      await phone.page.getByText('问', { exact: true }).tap();
      await phone.page.locator('van-dialog').getByText(button, { exact: true }).tap();
      await phone.noted(event);
    });

    test('a toast appears', async () => {
      await phone.page.getByText('说', { exact: true }).tap();
      await phone.page.getByText('办好了').waitFor();
    });

    test('a popup opens, and closes by a tap beside it', async () => {
      await phone.page.getByText('弹', { exact: true }).tap();
      await phone.page.getByText('弹出来了').waitFor();
      await phone.page.touchscreen.tap(180, 150);
      await phone.noted('popup closed');
      await phone.page.getByText('弹出来了').waitFor({ state: 'hidden' });
    });

    test('a picker turns under the finger', async () => {
      await swipe('picker-column', 0, -44);
      await phone.noted('picked 南');
    });

    test('a cell swipes open', async () => {
      await swipe('van-swipe-cell', -80, 0);
      await phone.page.waitForFunction(() => {
        const { x, width } = document.querySelector('van-swipe-cell van-cell')?.getBoundingClientRect() ?? {
          x: 0,
          width: 0,
        };
        return width > 0 && x === -65;
      });
    });
  });

  test('a store is bound: every page that opens later shows what it holds', async () => {
    await openPage('detail');
    await phone.page.getByText('加一').tap();
    await phone.page.getByText('加一').tap();
    await waitForText('count', '2 4');
    await phone.wx('navigateTo', { url: '/pages/detail/index' });
    expect(await phone.sheet.locator('#count').innerText()).toBe('2 4');
  });

  test('a picture of the mini-program is shown', async () => {
    await openPage('detail');
    await phone.page.waitForFunction(() => document.querySelector<HTMLImageElement>('#dot img')?.naturalWidth === 10);
  });

  test('an element that the simulator lacks is named', async () => {
    await openPage('odd');
    expect((await phone.faults()).join()).toContain('the simulator has no <map>');
  });
});
