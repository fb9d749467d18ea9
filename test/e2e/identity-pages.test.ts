import fs from 'node:fs';
import path from 'node:path';
import { cardFaults } from '../../miniprogram/shared/contract/identity';
import { refuse } from '../../miniprogram/shared/result';
import { describeInBrowser } from '../support/browser';
import type { Person } from '../support/person';
import { ScriptedPhone, father, textSizes, verified, wang } from '../support/scripted-phone';

const photo = fs.readFileSync(path.resolve(__dirname, '../fixtures/faces/hopper.jpg'));
const LONG_WALK = 90_000;
const place = { path: 'cards/1.jpg', expiresAt: '2026-08-01T01:22:00.000Z' };

/** Pictures to be looked at, of each page as people meet it and with what goes wrong there; answers are scripted. */
describeInBrowser('consent, identity cards and real names, without a word cut', () => {
  const phone = new ScriptedPhone();
  const { functions } = phone;
  let person: Person;
  let size: string;
  let scale: number;
  const shows = (name: string): Promise<void> => person.picture(`${name}-${size}`);

  beforeAll(() => phone.open());
  afterAll(() => phone.close());
  afterEach(() => person.leave());

  const enters = async (page: string, camera?: 'yes' | 'no', more?: string): Promise<void> => {
    person = await phone.enter(page, scale, camera, more);
  };

  const picksAPhoto = async (button: string): Promise<void> => {
    await person.press(button);
    await person.page
      .getByLabel('相册里的图片')
      .setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: photo });
    await person.reads('拍清楚了吗？');
  };

  describe.each(textSizes)('at the %s text size', (named, factor) => {
    beforeEach(() => {
      size = named;
      scale = factor;
      functions.calls.length = 0;
    });

    test(
      'real-name verification: who, consent, card, face, none of them skipped (rule B2)',
      async () => {
        functions.says('me', wang);
        functions.says('startCardPhoto', place);
        await enters('certification/real-name/index?step=face');
        await person.reads('这是您吗？');
        await shows('real-name-known');
        await person.press('不对，改一下');
        await person.type('身份证号', '610526184503120026');
        await person.press('下一步');
        await shows('real-name-person');
        await person.type('身份证号', '610526184503120025');
        await person.press('下一步');
        await person.reads('刷脸前，先跟您说清楚');
        await shows('consent');
        functions.says('consent', { given: true });
        await person.press('我同意刷脸');
        await person.reads('请拍身份证');
        await shows('id-card');
        await picksAPhoto('从相册里选');
        await shows('id-card-preview');
        const come = functions.keepsWaiting('readIdCard', { idNumber: '610526184503120025' });
        await person.press('清楚，用这张');
        await person.reads('正在核对…');
        await shows('id-card-reading');
        come();
        await person.reads('最后一步：刷脸');
        await shows('real-name-face');
        expect(functions.inputsOf('consent')).toEqual([{ given: true, version: '2026-11' }]);
        expect(functions.inputsOf('readIdCard')[0]?.['whom']).toEqual({
          name: '王桂英',
          idNumber: '610526184503120025',
        });
      },
      LONG_WALK,
    );

    test(
      'a card that cannot be read: what is wrong with the photo is drawn and said (rule B4)',
      async () => {
        functions.says('me', verified);
        functions.says('startCardPhoto', place);
        await enters(`certification/real-name/index?step=card&whom=${father.id}`, 'yes');
        await person.reads('请拍本人的身份证，有照片的那一面。');
        await shows('id-card-of-another');
        for (const fault of cardFaults) {
          functions.refuses('readIdCard', refuse('CARD_PHOTO_FAULTY', { fault }));
          await picksAPhoto('从相册里选');
          await person.press('清楚，用这张');
          await person.reads('重拍');
          await shows(`id-card-${fault}`);
        }
        functions.refuses('readIdCard', refuse('CARD_NUMBER_DIFFERS'));
        await picksAPhoto('从相册里选');
        await person.press('清楚，用这张');
        await person.reads('身份证号对不上');
        await shows('id-card-differs');
        await person.press('重拍');
        await person.reads('把身份证放进方框');
        await person.button('拍照').waitFor();
        await shows('id-card-camera');
        await person.press('拍照');
        await person.reads('拍清楚了吗？');
        functions.refuses('readIdCard', refuse('INTERNAL'));
        await person.press('清楚，用这张');
        await person.reads('再试一次');
        await shows('id-card-fault');
      },
      LONG_WALK,
    );

    test.each([
      ['guide-declined', 'privacy=declined', 'yes', '请先同意说明', '再看一次说明'],
      ['not-granted', 'undeclared=camera', 'yes', '摄像头用不了', '请人帮忙'],
      ['scope-denied', '', 'no', '要打开摄像头', '去打开'],
      ['system-denied', 'nocamera=1', 'yes', '手机不让开相机', '去手机设置'],
    ] as const)(
      'a camera that may not be used (%s): there are other ways',
      async (fault, more, camera, title, action) => {
        functions.says('me', verified);
        await enters(`certification/real-name/index?step=card&whom=${father.id}`, camera, more);
        await person.press('拍身份证');
        await person.reads(title);
        for (const name of [action, '用手机相机', '请人帮忙']) await person.button(name).waitFor();
        if (fault === 'not-granted') person.noticed('camera: not-granted');
        await shows(`id-card-camera-${fault}`);
        await person.press('不拍了，返回');
        await person.reads('请拍身份证');
      },
    );

    test('photographs that may not be chosen: help is one touch away', async () => {
      functions.says('me', verified);
      functions.says('listContacts', { contacts: [father] });
      await enters(`certification/real-name/index?step=card&whom=${father.id}`, 'yes', 'undeclared=media');
      await person.press('从相册里选');
      await person.reads('这里不能选照片');
      person.noticed('photo: not-granted');
      await shows('id-card-no-album');
      await person.press('请人帮忙');
      await person.reads('李德福');
    });

    test('consent for somebody else is theirs, and can be refused', async () => {
      functions.says('me', { ...verified, faceConsent: false });
      functions.says('listContacts', { contacts: [father] });
      await enters(`certification/consent/index?next=certify&whom=${father.id}`);
      await person.reads('请让本人看一看');
      await shows('consent-of-another');
      functions.refuses('consent', refuse('NOT_SIGNED_IN'));
      await person.press('本人同意刷脸');
      await person.reads('去登录');
      await shows('consent-refused');
      await person.press('本人不刷脸，请人帮忙');
      await person.reads('不想刷脸');
      await person.reads('李德福');
    });
  });
});
