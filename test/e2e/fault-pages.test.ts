import { environment } from '../../miniprogram/environment';
import type { Receipt } from '../../miniprogram/shared/contract/certification';
import { describeInBrowser } from '../support/browser';
import type { Person } from '../support/person';
import { ScriptedPhone, textSizes, verified } from '../support/scripted-phone';

const receipt: Receipt = {
  number: '2026080112345678',
  name: '王*英',
  method: 'self',
  at: '2026-08-01T01:12:00.000Z',
  until: '2027-07-31',
  demonstration: false,
  link: `${environment.plainLinkPrefix}r%3D2026080112345678`,
};

/** Pictures to be looked at of what WeChat, the phone or its holder may refuse, each with its words and its way on. */
describeInBrowser('what a phone refuses, without a word cut', () => {
  const phone = new ScriptedPhone();
  const { functions } = phone;
  let person: Person;
  let size: string;
  let scale: number;
  const shows = (name: string): Promise<void> => person.picture(`fault-${name}-${size}`);

  beforeAll(() => phone.open());
  afterAll(() => phone.close());
  afterEach(() => person.leave());

  describe.each(textSizes)('at the %s text size', (named, factor) => {
    beforeEach(() => {
      size = named;
      scale = factor;
      functions.says('me', verified);
      functions.says('eligibility', { state: 'eligible', until: '2026-07-31' });
      functions.says('startCertification', {
        challengeId: 'c1',
        actions: ['blink', 'turn-left'],
        expiresAt: '2026-08-01T01:15:00.000Z',
        name: '王*英',
      });
      functions.says('receipt', receipt);
    });

    test('a WeChat that is too old asks to be updated, and nothing else is tried', async () => {
      person = await phone.enter('pages/home/index', scale, undefined, 'library=2.19.0');
      await person.reads('请更新微信');
      // The page beneath has asked before it gave way; the cloud had not been opened.
      await person.reads('更新好以后，再扫一次码。');
      person.noticed('please call wx.cloud.init first');
      await shows('old-wechat');
    });

    test.each([
      ['guide-declined', 'privacy=declined', 'yes', '请先同意说明', '再看一次说明'],
      ['not-granted', 'undeclared=camera', 'yes', '摄像头用不了', '请人帮忙'],
      ['scope-denied', '', 'no', '要打开摄像头', '去打开'],
      ['system-denied', 'nocamera=1', 'yes', '手机不让开相机', '去手机设置'],
    ] as const)('no camera for the face: %s', async (fault, more, camera, title, action) => {
      person = await phone.enter('certification/certify/index?for=self', scale, camera, more);
      await person.press('就是我，确认');
      await person.reads(title);
      await person.button(action).waitFor();
      if (fault === 'not-granted') person.noticed('camera: not-granted');
      await shows(`face-${fault}`);
    });

    test.each([
      ['guide-declined', 'privacy=declined', '没有存上', '再看一次说明'],
      ['not-granted', 'undeclared=album', '这里不能存图片', '存到手机相册'],
    ] as const)('no album for the receipt: %s', async (fault, more, title, action) => {
      person = await phone.enter(`certification/receipt/index?number=${receipt.number}`, scale, undefined, more);
      await person.reads('养老待遇认证凭证');
      await person.page.waitForFunction(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('wx-canvas canvas');
        return canvas !== null && canvas.width > 600;
      });
      await person.press('存到手机相册');
      await person.reads(title);
      await person.button(action).waitFor();
      if (fault === 'not-granted') person.noticed('album: not-granted');
      await shows(`album-${fault}`);
    });

    test('an album that was denied once: after the settings the receipt is saved by itself', async () => {
      person = await phone.enter(`certification/receipt/index?number=${receipt.number}`, scale);
      await person.reads('养老待遇认证凭证');
      await person.press('存到手机相册');
      await person.press('拒绝');
      await person.reads('没有存上');
      await shows('album-scope-denied');
      await person.press('去打开');
      await person.page.getByRole('dialog').getByLabel('保存图片到你的相册').check();
      await person.press('完成');
      await person.reads('存好了');
    });

    test('a code that is not ours', async () => {
      const foreign = encodeURIComponent('https://example.com/?scene=r%3D2026080112345678');
      person = await phone.enter('pages/home/index', scale, undefined, `q=${foreign}`);
      await person.reads('不是我们的码');
      await shows('foreign-code');
      await person.leave();
      person = await phone.enter('certification/verify-receipt/index', scale, undefined, `q=${foreign}`);
      await person.reads('这不是我们的码');
      await shows('foreign-receipt');
    });
  });
});
