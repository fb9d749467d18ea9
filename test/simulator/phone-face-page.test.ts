import fs from 'node:fs';
import path from 'node:path';
import { describeInBrowser } from '../support/browser';
import { FacePage } from '../support/face-page';
import { exposed, fromJpeg, painted, sideBySide, toJpeg } from '../support/faces/picture';

const photograph = (name: string) =>
  fromJpeg(fs.readFileSync(path.resolve(__dirname, `../fixtures/faces/${name}.jpg`)));

describeInBrowser('the camera page', () => {
  let page: FacePage;

  beforeAll(async () => {
    const [one, other] = [photograph('hopper'), photograph('collins')];
    page = await FacePage.setUp({
      'nobody.jpg': toJpeg(painted(480, 640, [150, 160, 170], () => undefined)),
      'two.jpg': toJpeg(sideBySide(one, other)),
      'dark.jpg': toJpeg(exposed(one, 0.1)),
    });
  });
  afterAll(() => page.close());
  beforeEach(() => page.renewServer());

  test('a camera that is not allowed is asked for, and then it goes on', async () => {
    await page.enter('nobody.jpg');
    await page.decide('拒绝');
    await page.reads('要打开摄像头');
    await page.press('去打开');
    await page.phone.page.getByRole('dialog').getByLabel('使用你的摄像头').check();
    await page.decide('完成');
    await page.reads(/第 1 步/);
    expect(page.server.callsOf('startCertification').length).toBe(2);
  });

  describe('the others who may keep the camera shut', () => {
    const goesOn = async (fault: string): Promise<void> => {
      await page.isGone(fault);
      await page.reads(/第 1 步/);
      expect(page.server.callsOf('startCertification').length).toBe(2);
      expect(await page.phone.faults()).toEqual([]);
    };

    test('the privacy guide declined: it is asked once more, and then it goes on', async () => {
      await page.enter('nobody.jpg', '&privacy=unasked');
      await page.decide('拒绝');
      await page.reads('请先同意说明');
      await page.press('再看一次说明');
      await page.decide('同意');
      await page.decide('允许');
      await goesOn('请先同意说明');
    });

    test('the privacy guide declined again: the words stay, and so does the way without a face', async () => {
      await page.enter('nobody.jpg', '&privacy=declined');
      await page.reads('请先同意说明');
      await page.press('再看一次说明');
      await page.reads('请先同意说明');
      await page.phone.sheet.getByRole('button', { name: '请人帮忙', exact: true }).waitFor();
      expect(page.server.callsOf('startCertification').length).toBe(1);
    });

    test('the privacy guide does not name the camera: nobody at the phone can mend it, and help is the way', async () => {
      await page.enter('nobody.jpg', '&undeclared=camera');
      await page.reads('摄像头用不了');
      await page.reads(/不是您的错/);
      await page.phone.sheet.getByRole('button', { name: '请人帮忙', exact: true }).tap();
      await page.leadsTo('family/ask-for-help/index');
    });

    test('the phone’s own settings: they are one touch away, and back from them it goes on by itself', async () => {
      await page.enterAllowed('nobody.jpg', '&nocamera=1');
      await page.reads('手机不让开相机');
      await page.press('去手机设置');
      await page.phone.page.getByRole('dialog').getByLabel('相机').check();
      await page.decide('完成');
      await goesOn('手机不让开相机');
    });

    test('settings that are left as they were leave the words where they are', async () => {
      await page.enterAllowed('nobody.jpg', '&nocamera=1');
      await page.reads('手机不让开相机');
      await page.press('去手机设置');
      await page.decide('完成');
      await page.reads('手机不让开相机');
      expect(page.server.callsOf('startCertification').length).toBe(1);
    });

    test('a machine without a camera says so', async () => {
      await page.openApp();
      // The Chromium of the tests has one.
      await page.phone.page.evaluate(() => {
        const none = new DOMException('Requested device not found', 'NotFoundError');
        Object.assign(navigator.mediaDevices, { getUserMedia: () => Promise.reject(none) });
      });
      await page.begin();
      await page.decide('允许');
      await page.reads('没有找到摄像头');
    });
  });

  test('whoever does not want the camera can leave', async () => {
    await page.enter('nobody.jpg');
    await page.decide('拒绝');
    await page.reads('要打开摄像头');
    await page.press('先不办了');
    await page.phone.page.waitForFunction(() => !document.querySelector('.phone-sheet:not([hidden]) .wx-camera'));
    expect(await page.phone.stack()).toEqual(['pages/home/index']);
  });

  test('whoever leaves the app in the middle begins anew, kindly', async () => {
    await page.enterAllowed('nobody.jpg');
    await page.reads(/第 1 步/);
    await page.phone.page.getByRole('button', { name: '关闭', exact: true }).tap();
    await page.decide('回到小程序');
    await page.reads('刚才停了一下');
    await page.press('从头再来');
    await page.isGone('刚才停了一下');
    await page.reads(/第 1 步/);
    expect(page.server.callsOf('startCertification').length).toBe(2);
  });

  test.each([
    ['nobody.jpg', '没有看到脸，请把手机举到脸前面。'],
    ['two.jpg', '看到了别人的脸，请旁边的人让一让。'],
    ['dark.jpg', '太暗了，请开灯，或者脸朝着窗户。'],
  ])('before %s it says: %s', async (picture, words) => {
    await page.enterAllowed(picture);
    await page.reads(words);
    expect(page.server.files.size).toBe(0);
  });

  test('another way is one touch away at any time: the gentle one asks for another challenge', async () => {
    await page.enterAllowed('nobody.jpg');
    await page.reads(/第 1 步/);
    await page.press('换个办法');
    page.server.asked = ['turn-left'];
    await page.press('换慢一点的办法');
    await page.reads(/第 1 步，共 2 步/);
    expect(page.server.callsOf('startCertification').map(({ way }) => way)).toEqual(['actions', 'gentle']);
  });

  test('a helper takes the rear camera, and is told what to say', async () => {
    await page.enterAllowed('nobody.jpg');
    await page.reads(/第 1 步/);
    await page.press('换个办法');
    await page.press('让家里人帮着拍');
    await page.reads('请把对方的脸放在圈里');
    // Among these would be two cameras at once.
    expect(await page.phone.faults()).toEqual([]);
  });

  test('leaving by the arrow is asked about first', async () => {
    await page.enterAllowed('nobody.jpg');
    await page.reads(/第 1 步/);
    await page.phone.page.getByRole('button', { name: '返回', exact: true }).tap();
    await page.phone.page
      .getByRole('dialog')
      .getByText(/要离开吗/)
      .waitFor();
    await page.decide('取消');
    expect(await page.phone.stack()).toContain('certification/face/index');
    await page.phone.page.getByRole('button', { name: '返回', exact: true }).tap();
    await page.decide('确定');
    expect(await page.phone.stack()).not.toContain('certification/face/index');
  });
});
