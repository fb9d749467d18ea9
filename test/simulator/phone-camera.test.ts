import fs from 'node:fs';
import path from 'node:path';
import { describeInBrowser } from '../support/browser';
import { painted, toJpeg } from '../support/faces/picture';
import { changedDemo, setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';

const PAGE = 'pages/camera/index';

/** What the camera is pointed at: the left half is red, the right half blue. */
const redAndBlue = (width: number, height: number) =>
  toJpeg(painted(width, height, [0, 0, 255], (x) => (x < width / 2 ? [255, 0, 0] : undefined)));
const green = toJpeg(painted(480, 640, [0, 255, 0], () => undefined));

/** Files for the camera: a still of a laptop's shape, and a film of a phone's that turns green after a second. */
const FILES = {
  'red-and-blue.jpg': redAndBlue(400, 300),
  'turns-green.mjpeg': Buffer.concat([
    ...Array<Buffer>(30).fill(redAndBlue(480, 640)),
    ...Array<Buffer>(30).fill(green),
  ]),
};

interface Frame {
  width: number;
  height: number;
  bytes: number;
  left: number[];
}

describeInBrowser('the camera of the phone', () => {
  let stand: PhoneStand;
  let phone: TestPhone;

  beforeAll(async () => {
    const copy = changedDemo({});
    for (const [name, content] of Object.entries(FILES)) fs.writeFileSync(path.join(copy.folder, name), content);
    stand = await setUpPhone({}, copy);
  });
  afterAll(() => stand.close());

  const ADDRESS = `?bare=1&page=${PAGE}`;
  const FILE_ADDRESS = `${ADDRESS}&camera=app/red-and-blue.jpg`;
  const press = (name: string) => phone.page.getByRole('button', { name, exact: true }).tap();
  const enter = async (address = ADDRESS): Promise<void> => {
    phone = await stand.open(address);
  };
  const enterAllowed = async (address = ADDRESS): Promise<void> => {
    await enter(address);
    await press('允许');
    await phone.noted('ready 4');
  };
  const frame = () =>
    phone.page.evaluate(
      () => (globalThis as unknown as { getApp(): { globalData: { frame: Frame } } }).getApp().globalData.frame,
    );
  const times = () =>
    phone.page.evaluate(
      () => (globalThis as unknown as { getApp(): { globalData: { seen?: number[] } } }).getApp().globalData.seen ?? [],
    );
  const framesSeen = async (count: number) => {
    await phone.page.waitForFunction(
      (wanted) =>
        ((globalThis as unknown as { getApp(): { globalData: { seen?: number[] } } }).getApp().globalData.seen ?? [])
          .length >= wanted,
      count,
    );
  };
  /** Takes a photo and answers the colour of its left and right edge and its size. */
  const photo = (options: object) =>
    phone.page.evaluate(async (asked) => {
      interface Wx {
        createCameraContext(): { takePhoto(options: object): void };
        createOffscreenCanvas(options: object): OffscreenCanvas & { createImage(): HTMLImageElement };
      }
      const { wx } = globalThis as unknown as { wx: Wx };
      const { tempImagePath } = await new Promise<{ tempImagePath: string }>((success, fail) =>
        wx.createCameraContext().takePhoto({ ...asked, success, fail }),
      );
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 10, height: 10 });
      const image = canvas.createImage();
      await new Promise((resolve, reject) => {
        image.onload = resolve;
        image.onerror = reject;
        image.src = tempImagePath;
      });
      canvas.width = image.width;
      canvas.height = image.height;
      const pen = canvas.getContext('2d');
      pen?.drawImage(image, 0, 0);
      const at = (x: number) => [...(pen?.getImageData(x, 5, 1, 1).data.slice(0, 3) ?? [])];
      return { width: image.width, height: image.height, left: at(3), right: at(image.width - 4), path: tempImagePath };
    }, options);
  const isRed = ([red = 0, , blue = 0]: number[]) => red > 200 && blue < 60;
  const isBlue = ([red = 0, , blue = 0]: number[]) => blue > 200 && red < 60;

  test('WeChat asks before its first use; after the yes it runs, and is not asked again', async () => {
    await enter();
    await phone.page.getByRole('dialog').getByText('使用你的摄像头').waitFor();
    await press('允许');
    await phone.noted('ready 4');
    expect(await phone.wx('getSetting')).toMatchObject({ authSetting: { 'scope.camera': true } });
    expect(
      await phone.page.locator('#camera video').evaluate((video: HTMLVideoElement) => video.videoWidth),
    ).toBeGreaterThan(0);
    await phone.page.reload();
    await phone.noted('ready 4');
    expect(await phone.faults()).toEqual([]);
  });

  test('after a refusal it fails until the settings allow it and the page is entered again', async () => {
    await enter();
    await press('拒绝');
    await phone.noted('error insertCamera:fail auth deny');
    expect(await phone.wx('getSetting')).toMatchObject({ authSetting: { 'scope.camera': false } });
    expect(await phone.wx('authorize', { scope: 'scope.camera' })).toMatchObject({
      errMsg: 'authorize:fail auth deny',
    });
    await press('设置');
    await phone.page.getByRole('dialog').getByLabel('使用你的摄像头').check();
    await press('完成');
    expect(await phone.wx('getSetting')).toMatchObject({ authSetting: { 'scope.camera': true } });
    await press('拿掉');
    await phone.page.locator('#camera').waitFor({ state: 'detached' });
    await press('拿掉');
    await phone.noted('ready 4');
  });

  test.each([
    ['NotFoundError', 'no camera'],
    ['NotAllowedError', 'auth deny'],
    ['NotReadableError', 'camera is in use'],
  ])('when the browser says %s, the page hears "%s"', async (name, words) => {
    await enter();
    await phone.page.evaluate((fault) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', fault));
    }, name);
    await press('允许');
    await phone.noted(`error insertCamera:fail ${words}`);
  });

  test('a page takes one camera', async () => {
    await enterAllowed();
    await press('再来一个');
    await phone.noted('error insertCamera:fail can insert only one camera');
    await press('取帧');
    await phone.noted('frames start');
  });

  test('a film or picture file takes the place of the camera; one that cannot be played says so', async () => {
    await enterAllowed(FILE_ADDRESS);
    expect(await phone.page.locator('#camera canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(400);
    await enter(`${ADDRESS}&camera=app/none.jpg`);
    await press('允许');
    await phone.page.waitForFunction(() =>
      (globalThis as unknown as { getApp(): { globalData: { log: string[] } } })
        .getApp()
        .globalData.log.some((line) => line.startsWith('error insertCamera:fail app/none.jpg cannot be played')),
    );
  });

  test('a film in place of the camera plays', async () => {
    await enterAllowed(`${ADDRESS}&camera=app/turns-green.mjpeg`);
    await press('取帧');
    await framesSeen(1);
    expect(isRed((await frame()).left)).toBe(true);
    await phone.page.waitForFunction(() => {
      const [red = 255, green = 0] = (
        globalThis as unknown as { getApp(): { globalData: { frame: { left: number[] } } } }
      ).getApp().globalData.frame.left;
      return green > 200 && red < 60;
    });
  });

  test('the whole of what a camera held upright sees is in the photo', async () => {
    await enterAllowed();
    const { width, height, left, right } = await photo({ selfieMirror: false });
    expect([width, height]).toEqual([480, 640]);
    expect(isRed(left) && isBlue(right)).toBe(true);
  });

  test('the preview of the front camera is a mirror, that of the rear camera is not', async () => {
    await enterAllowed(FILE_ADDRESS);
    const scale = () => phone.page.locator('#camera canvas').evaluate((canvas) => getComputedStyle(canvas).transform);
    expect(await scale()).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    await press('换镜头');
    await phone.page.waitForFunction(
      () =>
        (globalThis as unknown as { getApp(): { globalData: { log: string[] } } })
          .getApp()
          .globalData.log.filter((line) => line === 'ready 4').length === 2,
    );
    expect(await scale()).toBe('matrix(1, 0, 0, 1, 0, 0)');
  });

  test('a photo of the front camera is mirrored unless selfieMirror is false, one of the rear camera never', async () => {
    await enterAllowed(FILE_ADDRESS);
    const mirrored = await photo({ quality: 'high' });
    expect(mirrored).toMatchObject({
      width: 225,
      height: 300,
      path: expect.stringMatching(/^wxfile:\/\/tmp_.*\.jpg$/),
    });
    expect(isBlue(mirrored.left) && isRed(mirrored.right)).toBe(true);
    const plain = await photo({ selfieMirror: false });
    expect(isRed(plain.left) && isBlue(plain.right)).toBe(true);
    await press('换镜头');
    await phone.page.waitForFunction(
      () =>
        (globalThis as unknown as { getApp(): { globalData: { log: string[] } } })
          .getApp()
          .globalData.log.filter((line) => line === 'ready 4').length === 2,
    );
    const rear = await photo({});
    expect(isRed(rear.left) && isBlue(rear.right)).toBe(true);
  });

  test('frames are RGBA, upright and not mirrored, at most fifteen a second, until they are stopped', async () => {
    await enterAllowed(FILE_ADDRESS);
    await press('取帧');
    await framesSeen(12);
    const { width, height, bytes, left } = await frame();
    expect([width, height, bytes]).toEqual([360, 480, 360 * 480 * 4]);
    expect(isRed(left)).toBe(true);
    const at = await times();
    const seconds = ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1000;
    expect((at.length - 1) / seconds).toBeLessThanOrEqual(15.5);
    await press('停帧');
    await phone.noted('frames stop');
    const count = (await times()).length;
    // Three photos take far longer than the next frame would.
    for (const quality of ['low', 'normal', 'high']) await photo({ quality });
    expect((await times()).length).toBe(count);
  });

  test('the camera stops with its page, and runs again when the page is back', async () => {
    await enterAllowed();
    await press('取帧');
    await framesSeen(2);
    const track = await phone.page
      .locator('#camera video')
      .evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getVideoTracks()[0]);
    await phone.wx('navigateTo', { url: '/pages/detail/index' });
    expect(await track.evaluate((ended) => ended?.readyState)).toBe('ended');
    await phone.wx('navigateBack');
    await phone.page.locator('#camera video').waitFor();
    expect(await phone.log()).not.toContain('stop');
  });

  test('in the background it is interrupted, which the page hears', async () => {
    await enterAllowed();
    await press('关闭');
    await phone.noted('stop');
    expect(await phone.page.locator('#camera video').count()).toBe(0);
    await press('回到小程序');
    await phone.page.locator('#camera video').waitFor();
  });

  test('the zoom is at most what initdone has told', async () => {
    await enterAllowed(FILE_ADDRESS);
    const zoom = await phone.page.evaluate(
      () =>
        new Promise((success) => {
          const { wx } = globalThis as unknown as { wx: { createCameraContext(): { setZoom(options: object): void } } };
          wx.createCameraContext().setZoom({ zoom: 9, success });
        }),
    );
    expect(zoom).toMatchObject({ zoom: 4 });
    expect(await photo({})).toMatchObject({ width: 56, height: 75 });
  });

  test('a picture to be chosen may be taken with the camera instead', async () => {
    await enter('?bare=1');
    const chosen = phone.wx('chooseMedia', { count: 1, mediaType: ['image'] });
    await press('拍摄');
    await press('拍照');
    const { tempFiles } = (await chosen) as unknown as { tempFiles: { tempFilePath: string }[] };
    expect(await phone.wx('getImageInfo', { src: tempFiles[0]?.tempFilePath })).toMatchObject({
      width: 480,
      height: 640,
      type: 'jpeg',
    });
    const left = phone.wx('chooseMedia', { count: 1, mediaType: ['image'] });
    await press('拍摄');
    await press('取消');
    expect(await left).toEqual({ errMsg: 'chooseMedia:fail cancel' });
  });

  test('without a running camera there is no photo', async () => {
    await enter();
    await press('拒绝');
    await expect(photo({})).rejects.toMatchObject({ message: expect.stringContaining('operateCamera:fail') });
  });
});
