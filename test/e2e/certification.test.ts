import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { describeInBrowser, connectChromium } from '../support/browser';
import { County } from '../support/county';
import { framed, fromJpeg, toJpeg } from '../support/faces/picture';
import { Person } from '../support/person';
import { makeScratch, type Scratch } from '../support/scratch';

const wang = { name: '王桂英', idNumber: '610526184503120025', phone: '13800000041', password: 'huashan1845' };
const li = { name: '李建国', idNumber: '61052618480709011X' };

/** Milliseconds. A face is asked for two things, and whoever stands before the camera does four in turn. */
const FACE = 120_000;
const WHOLE_WAY = 600_000;

const cards = path.resolve(__dirname, '../fixtures/id-cards');

/** The card as a phone sees it that is held upright over it. */
const seenUpright = (file: string): Buffer => {
  const photograph = fromJpeg(fs.readFileSync(path.join(cards, file)));
  const { width, height } = photograph;
  const seen = { width: 1200, height: 1600 };
  return toJpeg(framed(photograph, { left: 0, top: (height - (width * 4) / 3) / 2, width }, seen));
};

/**
 * Everything is real but the person: their face is one photograph that moves (`simulator/actor`), played as the phone's
 * camera, and a drawn card lies before its rear camera.
 */
describeInBrowser('certifying with a live face, from scanning in to the record', () => {
  let county: County;
  let browser: Browser;
  let person: Person;
  let files: Scratch;

  beforeAll(async () => {
    files = makeScratch('cards');
    for (const file of ['wang.jpg', 'li.jpg']) fs.writeFileSync(path.join(files.folder, file), seenUpright(file));
    [county, browser] = await Promise.all([County.open(), connectChromium()]);
    await county.setClock('2026-08-03T01:12:00.000Z');
  }, FACE);
  afterAll(async () => {
    files.remove();
    await Promise.all([county.close(), browser.close()]);
  });
  afterEach(() => person.leave());

  /** @param face who stands before the camera: `young` or `elderly` */
  const opens = async (openid: string, face: string, cardFile: string, entry = ''): Promise<void> => {
    person = await Person.open(browser, county.url, openid, {
      entry: `&camera=actor:${face}&rear=card.jpg${entry}`,
      files: { 'card.jpg': path.join(files.folder, cardFile) },
    });
  };

  const photographsTheCard = async (): Promise<void> => {
    await person.press('拍身份证');
    await person.press('允许');
    await person.press('拍照');
    await person.press('清楚，用这张');
  };

  /** Whoever missed an action, as it happens, does it once more. */
  const showsTheFaceUntil = async (outcome: string): Promise<void> => {
    const again = { 刚才没有看清楚: '重来一次', 请这样试试: '再试一次' } as const;
    for (let tries = 3; tries > 0; tries--) {
      const words = await person.actsUntil([outcome, ...Object.keys(again)]);
      if (words === outcome || (await person.sees(outcome))) return;
      await person.press(again[words as keyof typeof again]);
    }
    await person.reads(outcome, FACE);
  };

  test(
    'a retiree registers, agrees, photographs her card and is verified; another’s face is refused; she certifies, finds receipt and record, and certifies her husband, who is old, with his own face',
    async () => {
      await opens('o-wang', 'young', 'wang.jpg', '&scene=u%3Dpc-no1-school');
      await person.registers(wang);
      await person.reads('先确认是您本人');
      await person.press('去实名认证');
      await person.press('是我，没有错');
      await person.press('我同意刷脸');
      await photographsTheCard();
      await person.reads('最后一步：刷脸', FACE);
      await person.press('开始刷脸');
      await showsTheFaceUntil('实名认证好了');
      await person.picture('e2e-verified');
      await person.leave();

      await opens('o-wang', 'elderly', 'wang.jpg');
      await person.press('开始认证');
      await person.press('就是我，确认');
      await person.press('允许');
      await showsTheFaceUntil('和留的照片不像');
      await person.picture('e2e-another-person');
      await person.press('请人帮忙');
      await person.reads('遇到什么困难？');
      await person.leave();

      await opens('o-wang', 'young', 'wang.jpg');
      await person.press('开始认证');
      await person.press('就是我，确认');
      await person.press('允许');
      await showsTheFaceUntil('认证成功');
      await person.picture('e2e-certified');
      await person.press('看凭证');
      await person.reads('王*英');
      await person.picture('e2e-receipt');
      await person.press('看认证记录');
      await person.reads('2026年');
      await person.picture('e2e-records');
      await person.leave();

      await opens('o-wang', 'elderly', 'li.jpg');
      await person.reads('您已认证');
      await person.pressTile('替亲友办理');
      await person.press('添加一位亲友');
      await person.press('老伴');
      await person.type('姓名', li.name);
      await person.type('身份证号', li.idNumber);
      await person.press('添加');
      await person.press('现在就认证');
      await person.press('确认');
      await photographsTheCard();
      await showsTheFaceUntil('认证成功');
      await person.press('回首页');
      await person.pressTile('替亲友办理');
      await person.reads('本人已经同意');
      await person.press('看李建国的认证记录');
      await person.reads('2026年');
      await person.picture('e2e-records-of-husband');
    },
    WHOLE_WAY,
  );
});
