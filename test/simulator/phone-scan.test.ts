import type { BrowserContext, Page } from 'playwright-core';
import { environment } from '../../miniprogram/environment';
import { PLAIN_LINK_PREFIX } from '../../simulator/cloud/server';
import { describeInBrowser } from '../support/browser';
import { miniProgram, setUpPhone, type PhoneStand } from '../support/phone';

const NUMBER = '2026080112345678';
const RECEIPT = `${environment.plainLinkPrefix}r%3D${NUMBER}`;

test('the simulator prints the link that its phone accepts', () => {
  expect(PLAIN_LINK_PREFIX).toBe(environment.plainLinkPrefix);
});

describeInBrowser('the real mini-program, entered by a scan on the desk', () => {
  let stand: PhoneStand;
  let context: BrowserContext;
  let desk: Page;
  let asked: unknown[];

  beforeAll(async () => {
    stand = await setUpPhone(
      {
        'GET /people': () => [],
        'GET /outbox': () => [],
        'GET /clock': () => ({ now: '2026-08-01T01:12:00.000Z' }),
        'POST /functions/account': () => ({ ok: true, data: { signedIn: false } }),
        'POST /functions/certification': ({ body }) => {
          asked.push(body);
          return {
            ok: true,
            data: {
              genuine: true,
              method: 'self',
              at: '2026-08-01T01:12:00.000Z',
              until: '2099-07-31',
              demonstration: false,
            },
          };
        },
      },
      miniProgram(),
    );
  });
  afterAll(() => stand.close());

  beforeEach(async () => {
    asked = [];
    context = await stand.browser.newContext({ viewport: { width: 1280, height: 900 } });
    desk = await context.newPage();
    desk.setDefaultTimeout(8000);
  });
  afterEach(() => context.close());

  const phone = () => desk.frameLocator('iframe');
  const reads = (words: string) => phone().getByText(words, { exact: true }).filter({ visible: true }).waitFor();
  const scan = async (kind: string, text: string, page = ''): Promise<void> => {
    await desk.goto(`${stand.url}/${page}`);
    await phone().locator('wx-page').first().waitFor({ state: 'attached' });
    const section = desk.getByRole('region', { name: kind });
    await section.getByRole('textbox').fill(text);
    await section.getByRole('button', { name: '扫码进入' }).click();
  };
  const scanLink = (address: string) => scan('扫普通链接二维码', address);

  test('a receipt’s plain link leads to what the server says of it', async () => {
    await scanLink(RECEIPT);
    await reads('凭证是真的');
    expect(asked).toEqual([{ action: 'verifyReceipt', input: { number: NUMBER } }]);
  });

  test.each([`https://example.com/?scene=r%3D${NUMBER}`, `${environment.plainLinkPrefix}r%3D12`, '乱写的'])(
    'the address %s is called none of ours, and asks the server nothing',
    async (address) => {
      await scanLink(address);
      await reads('不是我们的码');
      expect(asked).toEqual([]);
    },
  );

  test('a unit’s poster is remembered', async () => {
    await scan('扫小程序码', 'u=pc-no1-school');
    await reads('您扫的码记下了');
  });

  describe('where the rule of the link leads to the page that checks receipts', () => {
    const enters = (q: string) =>
      desk.goto(`${stand.url}/?bare=1&page=certification/verify-receipt/index&q=${encodeURIComponent(q)}`);
    const readsThere = (words: string) => desk.getByText(words, { exact: true }).filter({ visible: true }).waitFor();

    test('a receipt is checked at once', async () => {
      await enters(RECEIPT);
      await readsThere('凭证是真的');
    });

    test('another code proves nothing, and the number can be typed instead', async () => {
      await enters(`https://example.com/?scene=r%3D${NUMBER}`);
      await readsThere('这不是我们的码');
      expect(asked).toEqual([]);
      await desk.getByRole('button', { name: '自己写编号' }).click();
      await readsThere('请写凭证上的编号。');
    });

    test('a unit’s code leads to the first page', async () => {
      await enters(`${environment.plainLinkPrefix}u%3Dpc-no1-school`);
      await readsThere('您扫的码记下了');
    });
  });
});
