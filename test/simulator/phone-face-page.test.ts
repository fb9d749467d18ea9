import fs from 'node:fs';
import path from 'node:path';
import type { FaceAction, Still } from '../../miniprogram/shared/contract/identity';
import { MOST_STILLS, STILL_BYTES, STILL_SIDE } from '../../miniprogram/shared/contract/identity';
import type { Scene } from '../../simulator/actor/script';
import { describeInBrowser } from '../support/browser';
import { CameraTime } from '../support/camera-time';
import { cameraFilm } from '../support/faces/camera-film';
import { exposed, fromJpeg, painted, sideBySide, toJpeg } from '../support/faces/picture';
import { miniProgram, setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';
import { HeadersOnly, type Request } from '../support/static-server';

/** Everything that may be asked for, once round in less than an action's 20 seconds. */
const ROUND: readonly Scene[] = (['blink', 'open-mouth', 'turn-left', 'turn-right'] as const).flatMap(
  (act): Scene[] => [
    { act: 'neutral', seconds: 1.8 },
    { act, seconds: 1.8 },
  ],
);
const CHALLENGE = 'c0ffee00'.repeat(4);
/** A look for faces takes a busy machine half a second. */
const WALK = 120_000;
const MAKING_FILM = 180_000;

/** The way in that the pages before have: whose face, and what for. */
const DOOR = `
import { faceCheck } from './stores/face-check';
Object.assign(globalThis, {
  beginFace: () => {
    faceCheck.begin({ purpose: 'certification', whom: { self: true } });
    return wx.navigateTo({ url: '/certification/face/index' });
  },
});
`;

interface FunctionCall {
  action: string;
  input: { challengeId: string; stills: Still[]; way: string };
}

const photograph = (name: string) =>
  fromJpeg(fs.readFileSync(path.resolve(__dirname, `../fixtures/faces/${name}.jpg`)));

describeInBrowser('the camera page', () => {
  let stand: PhoneStand;
  let phone: TestPhone;
  let time: CameraTime;
  /** What the server asks for, and what it was told. */
  let asked: FaceAction[];
  let calls: FunctionCall[];
  let files: Map<string, Buffer>;
  let onFinish: () => void;
  let onStart: () => void;

  const answer = ({ action }: FunctionCall): unknown => {
    if (action === 'startCertification') {
      onStart();
      return { challengeId: CHALLENGE, actions: asked, expiresAt: '2026-08-01T01:15:00.000Z', name: '王*英' };
    }
    if (action === 'finishCertification') {
      onFinish();
      return { result: 'refused', reasons: ['too-dark'], triesLeft: 4 };
    }
    return { state: 'eligible' };
  };

  beforeAll(async () => {
    const copy = miniProgram();
    fs.appendFileSync(path.join(copy.folder, 'app.ts'), DOOR);
    const film = cameraFilm('hopper', ROUND);
    const [one, other] = [photograph('hopper'), photograph('collins')];
    const pictures: Record<string, Buffer> = {
      'moving.mjpeg': film,
      'nobody.jpg': toJpeg(painted(480, 640, [150, 160, 170], () => undefined)),
      'two.jpg': toJpeg(sideBySide(one, other)),
      'dark.jpg': toJpeg(exposed(one, 0.1)),
    };
    for (const [name, content] of Object.entries(pictures)) fs.writeFileSync(path.join(copy.folder, name), content);
    stand = await setUpPhone(
      {
        'POST /functions/certification': ({ body }: Request) => {
          calls.push(body as FunctionCall);
          return { ok: true, data: answer(body as FunctionCall) };
        },
        'POST /functions/account': () => ({ ok: true, data: { signedIn: false } }),
        'PUT /files/*': ({ path: address, body }: Request) => {
          files.set(address.replace('/files/', ''), body as Buffer);
          return new HeadersOnly({ 'x-file-id': `cloud://local.files${address.replace('/files', '')}` });
        },
      },
      copy,
    );
    time = await CameraTime.of((await stand.open()).page);
  }, MAKING_FILM);
  afterAll(() => stand.close());

  beforeEach(() => {
    asked = ['blink', 'turn-left'];
    calls = [];
    files = new Map();
    onFinish = () => undefined;
    onStart = () => undefined;
  });

  const press = (name: string) => phone.sheet.getByRole('button', { name, exact: true }).tap();
  const decide = (name: string) => phone.page.getByRole('dialog').getByText(name, { exact: true }).tap();
  const reads = (words: string | RegExp) => time.until(() => phone.sheet.getByText(words).isVisible(), String(words));
  const isGone = (words: string) => phone.sheet.getByText(words).waitFor({ state: 'hidden' });
  const callsOf = (action: string) => calls.filter((call) => call.action === action).map(({ input }) => input);

  /** Opens the page before a film or a picture. */
  const enter = async (camera: string, more = ''): Promise<void> => {
    phone = await stand.open(`?bare=1&camera=app/${camera}${more}`);
    await phone.page.evaluate(() => (globalThis as unknown as { beginFace(): Promise<void> }).beginFace());
  };
  const enterAllowed = async (camera: string, more?: string): Promise<void> => {
    await enter(camera, more);
    await decide('允许');
  };

  /** Until the server has been asked for its decision. @returns what was sent */
  const throughCamera = async (more?: string): Promise<Still[]> => {
    let isFinished = false;
    onFinish = () => (isFinished = true);
    await enterAllowed('moving.mjpeg', more);
    await time.until(() => isFinished, 'the question for the decision');
    return callsOf('finishCertification')[0]?.stills ?? [];
  };

  const looksRight = (stills: Still[]) => {
    expect(stills.length).toBeGreaterThanOrEqual(6);
    expect(stills.length).toBeLessThanOrEqual(MOST_STILLS);
    const labels = stills.map(({ shows }) => shows);
    expect(labels.filter((shows, place) => shows !== labels[place - 1])).toEqual([
      'neutral',
      asked[0],
      'neutral',
      asked[1],
      'neutral',
    ]);
    const times = stills.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const { fileId } of stills) {
      const bytes = files.get(fileId.replace('cloud://local.files/', '')) ?? Buffer.alloc(0);
      const { width, height } = fromJpeg(bytes);
      expect(bytes.length).toBeLessThanOrEqual(STILL_BYTES);
      expect(Math.max(width, height)).toBeLessThanOrEqual(STILL_SIDE);
      expect(fileId).toContain(`stills/${CHALLENGE}/`);
    }
  };

  test.each<[FaceAction, FaceAction]>([
    ['blink', 'turn-left'],
    ['turn-left', 'open-mouth'],
    ['open-mouth', 'turn-right'],
    ['turn-right', 'blink'],
  ])(
    '%s, then %s: from opening the page to the decision without a touch',
    async (...actions) => {
      asked = actions;
      looksRight(await throughCamera());
      await phone.page.waitForFunction(() =>
        (globalThis as unknown as { getCurrentPages(): { route: string }[] })
          .getCurrentPages()
          .some(({ route }) => route === 'certification/face-result/index'),
      );
      expect(await phone.faults()).toEqual([]);
    },
    WALK,
  );

  test(
    'a phone that cannot find faces is guided by time, and sends as much',
    async () => {
      looksRight(await throughCamera('&novk=1'));
    },
    WALK,
  );

  test(
    'a network that is lost while the stills go up, and comes back: nothing is to be pressed, and no second face',
    async () => {
      const asks = new Promise<void>((resolve) => (onStart = resolve));
      await enterAllowed('moving.mjpeg');
      await asks;
      await reads(/第 1 步/);
      await phone.context.setOffline(true);
      await reads('手机没有连上网');
      const finished = new Promise<void>((resolve) => (onFinish = resolve));
      await phone.context.setOffline(false);
      await finished;
      expect(callsOf('startCertification').length).toBe(1);
      looksRight(callsOf('finishCertification')[0]?.stills ?? []);
    },
    WALK,
  );

  test('a camera that is not allowed is asked for, and then it goes on', async () => {
    await enter('moving.mjpeg');
    await decide('拒绝');
    await reads('要打开摄像头');
    await press('去打开');
    await phone.page.getByRole('dialog').getByLabel('使用你的摄像头').check();
    await decide('完成');
    await reads(/第 1 步/);
    expect(callsOf('startCertification').length).toBe(2);
  });

  describe('the others who may keep the camera shut', () => {
    const goesOn = async (fault: string): Promise<void> => {
      await isGone(fault);
      await reads(/第 1 步/);
      expect(callsOf('startCertification').length).toBe(2);
      expect(await phone.faults()).toEqual([]);
    };

    test('the privacy guide declined: it is asked once more, and then it goes on', async () => {
      await enter('nobody.jpg', '&privacy=unasked');
      await decide('拒绝');
      await reads('请先同意说明');
      await press('再看一次说明');
      await decide('同意');
      await decide('允许');
      await goesOn('请先同意说明');
    });

    test('the privacy guide declined again: the words stay, and so does the way without a face', async () => {
      await enter('nobody.jpg', '&privacy=declined');
      await reads('请先同意说明');
      await press('再看一次说明');
      await reads('请先同意说明');
      await phone.sheet.getByRole('button', { name: '请人帮忙', exact: true }).waitFor();
      expect(callsOf('startCertification').length).toBe(1);
    });

    test('the privacy guide does not name the camera: nobody at the phone can mend it, and help is the way', async () => {
      await enter('nobody.jpg', '&undeclared=camera');
      await reads('摄像头用不了');
      await reads(/不是您的错/);
      await phone.sheet.getByRole('button', { name: '请人帮忙', exact: true }).tap();
      await phone.page.waitForFunction(() =>
        (globalThis as unknown as { getCurrentPages(): { route: string }[] })
          .getCurrentPages()
          .some(({ route }) => route === 'family/ask-for-help/index'),
      );
    });

    test('the phone’s own settings: they are one touch away, and back from them it goes on by itself', async () => {
      await enterAllowed('nobody.jpg', '&nocamera=1');
      await reads('手机不让开相机');
      await press('去手机设置');
      await phone.page.getByRole('dialog').getByLabel('相机').check();
      await decide('完成');
      await goesOn('手机不让开相机');
    });

    test('settings that are left as they were leave the words where they are', async () => {
      await enterAllowed('nobody.jpg', '&nocamera=1');
      await reads('手机不让开相机');
      await press('去手机设置');
      await decide('完成');
      await reads('手机不让开相机');
      expect(callsOf('startCertification').length).toBe(1);
    });

    test('a machine without a camera says so', async () => {
      phone = await stand.open('?bare=1');
      await phone.page.evaluate(() => (globalThis as unknown as { beginFace(): Promise<void> }).beginFace());
      await decide('允许');
      await reads('没有找到摄像头');
    });
  });

  test('whoever does not want the camera can leave', async () => {
    await enter('moving.mjpeg');
    await decide('拒绝');
    await reads('要打开摄像头');
    await press('先不办了');
    await phone.page.waitForFunction(() => !document.querySelector('.phone-sheet:not([hidden]) .wx-camera'));
    expect(await phone.stack()).toEqual(['pages/home/index']);
  });

  test('whoever leaves the app in the middle begins anew, kindly', async () => {
    await enterAllowed('nobody.jpg');
    await reads(/第 1 步/);
    await phone.page.getByRole('button', { name: '关闭', exact: true }).tap();
    await decide('回到小程序');
    await reads('刚才停了一下');
    await press('从头再来');
    await isGone('刚才停了一下');
    await reads(/第 1 步/);
    expect(callsOf('startCertification').length).toBe(2);
  });

  test.each([
    ['nobody.jpg', '没有看到脸，请把手机举到脸前面。'],
    ['two.jpg', '看到了别人的脸，请旁边的人让一让。'],
    ['dark.jpg', '太暗了，请开灯，或者脸朝着窗户。'],
  ])('before %s it says: %s', async (picture, words) => {
    await enterAllowed(picture);
    await reads(words);
    expect(files.size).toBe(0);
  });

  test('another way is one touch away at any time: the gentle one asks for another challenge', async () => {
    await enterAllowed('nobody.jpg');
    await reads(/第 1 步/);
    await press('换个办法');
    asked = ['turn-left'];
    await press('换慢一点的办法');
    await reads(/第 1 步，共 2 步/);
    expect(callsOf('startCertification').map(({ way }) => way)).toEqual(['actions', 'gentle']);
  });

  test('a helper takes the rear camera, and is told what to say', async () => {
    await enterAllowed('nobody.jpg');
    await reads(/第 1 步/);
    await press('换个办法');
    await press('让家里人帮着拍');
    await reads('请把对方的脸放在圈里');
    // Among these would be two cameras at once.
    expect(await phone.faults()).toEqual([]);
  });

  test('leaving by the arrow is asked about first', async () => {
    await enterAllowed('nobody.jpg');
    await reads(/第 1 步/);
    await phone.page.getByRole('button', { name: '返回', exact: true }).tap();
    await phone.page
      .getByRole('dialog')
      .getByText(/要离开吗/)
      .waitFor();
    await decide('取消');
    expect(await phone.stack()).toContain('certification/face/index');
    await phone.page.getByRole('button', { name: '返回', exact: true }).tap();
    await decide('确定');
    expect(await phone.stack()).not.toContain('certification/face/index');
  });
});
