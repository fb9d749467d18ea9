import fs from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { buildPhone } from '../../simulator/phone/build';
import { describeInBrowser } from '../support/browser';
import { painted, toJpeg } from '../support/faces/picture';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { changedDemo, setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';
import { makeScratch, type Scratch } from '../support/scratch';

const PICTURE = toJpeg(painted(400, 300, [0, 0, 255], (x) => (x < 200 ? [255, 0, 0] : undefined)));

/** A file of the phone with these bytes. */
const fileOnPhone = (phone: TestPhone, bytes: number, filePath = 'wxfile://usr/still.jpg') =>
  phone.page.evaluate(
    ([size, target]) => {
      interface Manager {
        writeFile(options: object): Promise<object>;
      }
      const { wx } = globalThis as unknown as { wx: { getFileSystemManager(): Manager } };
      return wx.getFileSystemManager().writeFile({ filePath: target, data: new Uint8Array(size).fill(7).buffer });
    },
    [bytes, filePath] as const,
  );

describeInBrowser('pictures and files on the phone', () => {
  let stand: PhoneStand;
  let phone: TestPhone;

  beforeAll(async () => {
    const copy = changedDemo({});
    fs.writeFileSync(path.join(copy.folder, 'images/picture.jpg'), PICTURE);
    stand = await setUpPhone({}, copy);
  });
  afterAll(() => stand.close());
  beforeEach(async () => {
    phone = await stand.open();
  });

  const press = (name: string) => phone.page.getByRole('button', { name, exact: true }).tap();
  const chooseFile = (count = 1) =>
    phone.page.getByLabel('相册里的图片').setInputFiles(
      Array.from({ length: count }, (_, place) => ({
        name: `${place}.jpg`,
        mimeType: 'image/jpeg',
        buffer: PICTURE,
      })),
    );

  test('a picture of the album becomes a file of the phone, which can be shown', async () => {
    const chosen = phone.wx('chooseMedia', { count: 1, mediaType: ['image'], sourceType: ['album'] });
    await chooseFile();
    const { tempFiles } = (await chosen) as unknown as { tempFiles: { tempFilePath: string; size: number }[] };
    expect(tempFiles).toEqual([
      { tempFilePath: expect.stringMatching(/^wxfile:\/\/tmp_\d+\.jpg$/), size: PICTURE.length, fileType: 'image' },
    ]);
    const src = tempFiles[0]?.tempFilePath ?? '';
    expect(await phone.wx('getImageInfo', { src })).toMatchObject({ width: 400, height: 300, type: 'jpeg' });
    const previewed = phone.wx('previewImage', { urls: [src] });
    const shown = phone.page.getByRole('dialog').locator('img');
    await shown.waitFor();
    expect(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(400);
    await phone.page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap();
    await previewed;
  });

  test('no more pictures are taken than were asked for, and leaving is a failure', async () => {
    const chosen = phone.wx('chooseMedia', { count: 2, mediaType: ['image'] });
    await chooseFile(2);
    expect(await chosen).toMatchObject({ tempFiles: [{}, {}] });
    const left = phone.wx('chooseMedia', { count: 1, mediaType: ['image'] });
    await press('取消');
    expect(await left).toEqual({ errMsg: 'chooseMedia:fail cancel' });
  });

  test('a picture is made smaller, in pixels and in bytes', async () => {
    const { tempFilePath } = await phone.wx('compressImage', {
      src: '/images/picture.jpg',
      quality: 40,
      compressedWidth: 200,
    });
    expect(await phone.wx('getImageInfo', { src: tempFilePath })).toMatchObject({ width: 200, height: 150 });
  });

  test('what is no picture, and what is not there, is refused in words', async () => {
    await fileOnPhone(phone, 10);
    expect((await phone.wx('getImageInfo', { src: 'wxfile://usr/still.jpg' })).errMsg).toBe(
      'getImageInfo:fail not an image',
    );
    expect((await phone.wx('getImageInfo', { src: 'wxfile://tmp_9.jpg' })).errMsg).toMatch(/no such file or directory/);
    expect((await phone.wx('compressImage', { src: '/images/none.jpg' })).errMsg).toBe(
      'compressImage:fail file not found: /images/none.jpg',
    );
  });

  test('a canvas draws pictures and becomes one, at the density of the screen unless a size is said', async () => {
    const sizes = await phone.page.evaluate(async () => {
      interface Wx {
        createOffscreenCanvas(options: object): HTMLCanvasElement & { createImage(): HTMLImageElement };
        canvasToTempFilePath(options: object): Promise<{ tempFilePath: string }>;
        getImageInfo(options: object): Promise<{ width: number; height: number; type: string }>;
      }
      const { wx } = globalThis as unknown as { wx: Wx };
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 60, height: 40 });
      const image = canvas.createImage();
      await new Promise((resolve) => Object.assign(image, { onload: resolve, src: '/images/picture.jpg' }));
      canvas.getContext('2d')?.drawImage(image, 0, 0, 60, 40);
      const plain = await wx.canvasToTempFilePath({ canvas });
      const sized = await wx.canvasToTempFilePath({ canvas, destWidth: 30, destHeight: 20, fileType: 'jpg' });
      return Promise.all([plain, sized].map(({ tempFilePath }) => wx.getImageInfo({ src: tempFilePath })));
    });
    expect(sizes).toMatchObject([
      { width: 120, height: 80, type: 'png' },
      { width: 30, height: 20, type: 'jpeg' },
    ]);
  });

  test('the file system reads, saves and forgets', async () => {
    await fileOnPhone(phone, 5);
    const seen = await phone.page.evaluate(async () => {
      interface Manager {
        readFile(options: object): Promise<{ data: string | ArrayBuffer }>;
        saveFile(options: object): Promise<{ savedFilePath: string }>;
        access(options: object): Promise<object>;
        unlink(options: object): Promise<object>;
      }
      const { wx } = globalThis as unknown as { wx: { getFileSystemManager(): Manager } };
      const files = wx.getFileSystemManager();
      const filePath = 'wxfile://usr/still.jpg';
      const raw = (await files.readFile({ filePath })).data as ArrayBuffer;
      const { data: base64 } = await files.readFile({ filePath, encoding: 'base64' });
      const { savedFilePath } = await files.saveFile({ tempFilePath: filePath });
      const gone = await files.access({ path: filePath }).catch(({ errMsg }: { errMsg: string }) => errMsg);
      await files.unlink({ filePath: savedFilePath });
      const unlinked = await files
        .unlink({ filePath: savedFilePath })
        .catch(({ errMsg }: { errMsg: string }) => errMsg);
      return { bytes: raw.byteLength, base64, savedFilePath, gone, unlinked };
    });
    expect(seen).toMatchObject({
      bytes: 5,
      base64: Buffer.alloc(5, 7).toString('base64'),
      savedFilePath: expect.stringMatching(/^wxfile:\/\/store_\d+\.jpg$/),
      gone: expect.stringContaining('access:fail no such file'),
      unlinked: expect.stringContaining('unlink:fail no such file'),
    });
  });

  test('saving to the album is asked for once, and is a download', async () => {
    // The answer to a dialog is a tap: what the page does on it may open the settings.
    const outcome = phone.page.evaluate(async () => {
      const refused = await wx
        .saveImageToPhotosAlbum({ filePath: '/images/picture.jpg' })
        .catch(({ errMsg }: { errMsg: string }) => errMsg);
      return { refused, settings: await wx.openSetting() };
    });
    await press('拒绝');
    await phone.page.getByLabel('保存图片到你的相册').check();
    await press('完成');
    expect(await outcome).toMatchObject({
      refused: 'saveImageToPhotosAlbum:fail auth deny',
      settings: { authSetting: { 'scope.writePhotosAlbum': true } },
    });
    const [download] = await Promise.all([
      phone.page.waitForEvent('download'),
      phone.wx('saveImageToPhotosAlbum', { filePath: '/images/picture.jpg' }),
    ]);
    expect(await buffer(await download.createReadStream())).toEqual(PICTURE);
  });

  test('the menu to share a picture shows it, and closing it is a failure', async () => {
    const shared = phone.wx('showShareImageMenu', { path: '/images/picture.jpg' });
    await press('发送给朋友');
    expect(await shared).toEqual({ errMsg: 'showShareImageMenu:ok' });
    const left = phone.wx('showShareImageMenu', { path: '/images/picture.jpg' });
    await press('取消');
    expect(await left).toEqual({ errMsg: 'showShareImageMenu:fail cancel' });
  });

  describe('speech', () => {
    /** Chromium on a server has no voice of its own: this one says nothing, and says that it has. */
    const giveVoice = (failing = false) =>
      phone.page.evaluate((fails) => {
        window.speechSynthesis.speak = (utterance) => {
          (window as unknown as { said: string[] }).said.push(`${utterance.lang} ${utterance.text}`);
          const names = fails ? ['error'] : ['start', 'end'];
          for (const name of names)
            queueMicrotask(() =>
              utterance.dispatchEvent(Object.assign(new Event(name), { error: 'voice-unavailable' })),
            );
        };
        (window as unknown as { said: string[] }).said = [];
      }, failing);
    const say = (content: string) =>
      phone.page.evaluate(async (words) => {
        interface Audio {
          src: string;
          play(): void;
          onPlay(listener: () => void): void;
          onEnded(listener: () => void): void;
          onError(listener: (fault: { errMsg: string }) => void): void;
          destroy(): void;
        }
        type Plugin = { textToSpeech(options: object): void };
        const { wx, requirePlugin } = globalThis as unknown as {
          wx: { createInnerAudioContext(): Audio };
          requirePlugin(name: string): Plugin;
        };
        const { filename } = await new Promise<{ filename: string }>((success, fail) =>
          requirePlugin('WechatSI').textToSpeech({ lang: 'zh_CN', tts: true, content: words, success, fail }),
        );
        const heard: string[] = [];
        const audio = wx.createInnerAudioContext();
        await new Promise<void>((resolve) => {
          audio.onPlay(() => heard.push('play'));
          audio.onEnded(() => resolve());
          audio.onError(({ errMsg }) => {
            heard.push(errMsg);
            resolve();
          });
          audio.src = filename;
          audio.play();
        });
        audio.destroy();
        return { heard, said: (window as unknown as { said: string[] }).said };
      }, content);

    test('the plugin makes a file of words, and the sound player says it with the browser’s voice', async () => {
      await giveVoice();
      expect(await say('请眨眨眼')).toEqual({ heard: ['play'], said: ['zh-CN 请眨眨眼'] });
    });

    test('a browser without a voice is an error of the player', async () => {
      await giveVoice(true);
      expect((await say('请张嘴')).heard).toEqual(['the browser does not speak: voice-unavailable']);
    });

    test('more words than the plugin takes are refused', async () => {
      await expect(say('眨'.repeat(334))).rejects.toMatchObject({
        message: expect.stringContaining('content is too long'),
      });
    });
  });

  test('the brightness of the screen is set and read, and the screen is kept on', async () => {
    expect(await phone.wx('setScreenBrightness', { value: 1 })).toEqual({ errMsg: 'setScreenBrightness:ok' });
    expect(await phone.wx('getScreenBrightness')).toEqual({ errMsg: 'getScreenBrightness:ok', value: 1 });
    expect((await phone.wx('setScreenBrightness', { value: 7 })).errMsg).toMatch(/^setScreenBrightness:fail/);
    expect(await phone.wx('setKeepScreenOn', { keepScreenOn: true })).toEqual({ errMsg: 'setKeepScreenOn:ok' });
  });

  describe('the storage of the cloud', () => {
    let cloud: TestCloud;
    let scratch: Scratch;

    beforeAll(async () => {
      scratch = makeScratch('phone-cloud');
      const project = path.resolve(__dirname, '../..');
      await buildPhone({ root: path.join(project, 'test/fixtures/demo-app'), out: scratch.folder, project });
      cloud = await startTestCloud({ phoneDir: scratch.folder });
    });
    afterAll(async () => {
      await cloud.close();
      scratch.remove();
    });

    const enter = async (openid: string) => {
      await phone.page.goto(`${cloud.url}/?bare=1&openid=${openid}`);
      await phone.page.locator('wx-page').waitFor({ state: 'attached' });
      await fileOnPhone(phone, 70_000);
    };
    const upload = (cloudPath: string, filePath = 'wxfile://usr/still.jpg') =>
      phone.wx('cloud.uploadFile', { cloudPath, filePath });

    test('takes a file and answers its id, by which functions find it', async () => {
      await enter('o-one');
      expect(await upload('faces/0123/0.jpg')).toEqual({
        errMsg: 'cloud.uploadFile:ok',
        fileID: 'cloud://simulator.local/faces/0123/0.jpg',
        statusCode: 200,
      });
      const stored = await fetch(`${cloud.url}/files/faces/0123/0.jpg`);
      expect(Buffer.from(await stored.arrayBuffer())).toEqual(Buffer.alloc(70_000, 7));
    });

    test('tells how far it is, and can be broken off', async () => {
      await enter('o-one');
      const seen = await phone.page.evaluate(async () => {
        interface Task {
          onProgressUpdate(listener: (progress: { progress: number }) => void): void;
          abort(): void;
        }
        const { wx } = globalThis as unknown as { wx: { cloud: { uploadFile(options: object): Task } } };
        const progress: number[] = [];
        const run = (abort: boolean) =>
          new Promise<string>((resolve) => {
            const done = ({ errMsg }: { errMsg: string }) => resolve(errMsg);
            const filePath = 'wxfile://usr/still.jpg';
            const task = wx.cloud.uploadFile({ cloudPath: 'faces/1/1.jpg', filePath, success: done, fail: done });
            task.onProgressUpdate((told) => progress.push(told.progress));
            // The request leaves after the caller has had the task.
            if (abort) setTimeout(() => task.abort(), 0);
          });
        return { aborted: await run(true), done: await run(false), last: progress.at(-1) };
      });
      expect(seen).toEqual({ aborted: 'cloud.uploadFile:fail abort', done: 'cloud.uploadFile:ok', last: 100 });
    });

    test('lets nobody read or replace what somebody else has uploaded', async () => {
      await enter('o-one');
      const { fileID } = await upload('faces/0123/2.jpg');
      await enter('o-two');
      expect(await upload('faces/0123/2.jpg')).toMatchObject({ errCode: -503002 });
      expect(await phone.wx('cloud.downloadFile', { fileID })).toMatchObject({ errCode: -503002 });
      const read = await phone.page.evaluate(() => fetch('files/faces/0123/2.jpg').then(({ status }) => status));
      expect(read).toBe(403);
    });

    test('fails by number without a network, and for a file that is not there', async () => {
      await enter('o-one');
      expect((await upload('faces/0123/3.jpg', 'wxfile://tmp_99.jpg')).errMsg).toMatch(/no such file or directory/);
      await phone.context.setOffline(true);
      expect(await upload('faces/0123/3.jpg')).toMatchObject({ errCode: -1 });
    });
  });
});
