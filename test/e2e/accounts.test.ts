import type { Browser } from 'playwright-core';
import { describeInBrowser, connectChromium } from '../support/browser';
import { County } from '../support/county';
import { Person } from '../support/person';

const zhang = { name: '张秀兰', idNumber: '61052618511120024X', phone: '13800000003', password: 'huashan1851' };

/** The clock runs on while somebody types; the minute itself is proven where the clock stands still. */
const LOCKED = /明天上午 9:1\d 自动打开/;

describeInBrowser('an account, by touch', () => {
  let county: County;
  let browser: Browser;
  let person: Person;

  beforeAll(async () => {
    [county, browser] = await Promise.all([County.open(), connectChromium()]);
  });
  afterAll(async () => {
    await Promise.all([county.close(), browser.close()]);
  });
  beforeEach(() => county.setClock('2026-08-01T01:12:00.000Z'));
  afterEach(() => person.leave());

  const opens = async (openid: string, entry = ''): Promise<void> => {
    person = await Person.open(browser, county.url, openid, { entry });
  };

  const signsIn = async (phone: string, password: string): Promise<void> => {
    await person.press('登录');
    await person.press('用手机号和密码');
    await person.type('手机号', phone);
    await person.type('登录密码', password);
    await person.press('登录');
  };

  test('a retiree scans the poster of the unit, registers and is greeted by name', async () => {
    await opens('o-zhang', '&scene=u%3Dpc-no1-school');
    await person.reads('您扫的码记下了');
    await person.registers(zhang);
    await person.reads('张秀兰，您好');
  });

  test('what was registered is still there after a restart, and so is who is signed in', async () => {
    await county.has('o-li', { ...zhang, phone: '13800000012' });
    await county.restart();
    await county.setClock('2026-08-02T01:12:00.000Z');
    await opens('o-li');
    await person.reads('张秀兰，您好');
  });

  test('the third wrong password locks until the same time of the next day, and the right one is refused till then', async () => {
    await county.has('o-wang', { ...zhang, phone: '13800000013' });
    await opens('o-wang');
    await person.signsOut();
    await signsIn('13800000013', 'wrong-one-1');
    await person.reads(/还可以试 2 次/);
    await person.type('登录密码', 'wrong-two-2');
    await person.press('登录');
    await person.reads(/还可以试 1 次/);
    await person.type('登录密码', 'wrong-three-3');
    await person.press('登录');
    await person.reads(LOCKED);
    await county.setClock('2026-08-02T01:11:59.000Z');
    await person.type('登录密码', zhang.password);
    await person.press('登录');
    await person.reads(/今天上午 9:1\d 自动打开/);
    await county.setClock('2026-08-02T01:20:00.000Z');
    await person.press('登录');
    await person.reads('张秀兰，您好');
  });

  test('a forgotten password is replaced by a code to the phone, which opens the lock at once', async () => {
    await county.has('o-liu', { ...zhang, phone: '13800000014' });
    await opens('o-liu');
    await person.signsOut();
    await signsIn('13800000014', 'wrong-one-1');
    for (const [password, left] of [
      ['wrong-two-2', /还可以试 1 次/],
      ['wrong-three-3', LOCKED],
    ] as const) {
      await person.type('登录密码', password);
      await person.press('登录');
      await person.reads(left);
    }
    await county.setClock('2026-08-01T01:14:00.000Z');
    await person.press('忘记密码');
    await person.type('手机号', '13800000014');
    await person.press('下一步');
    await person.type('新密码', 'weinan2026');
    await person.type('再输一遍', 'weinan2026');
    await person.press('下一步');
    await person.solveCaptcha();
    await person.type('短信验证码', await person.codeSentTo('13800000014'));
    await person.press('换成新密码');
    await person.reads('新密码换好了');
    await person.press('进入首页');
    await person.reads('张秀兰，您好');
    await person.signsOut();
    await signsIn('13800000014', 'weinan2026');
    await person.reads('张秀兰，您好');
  });

  test('a social-security card signs in without registration, and binds the phone of a relative', async () => {
    await opens('o-card');
    await person.press('登录');
    await person.press('用社保卡');
    await person.type('身份证号', '610526184503120025');
    await person.type('社保卡密码', '123456');
    await person.press('登录');
    await person.reads('请绑定一个手机号');
    await person.type('手机号', '13800000015');
    await person.press('下一步');
    await person.solveCaptcha();
    await person.type('短信验证码', await person.codeSentTo('13800000015'));
    await person.press('绑定手机号');
    await person.reads('手机号绑定好了');
    await person.press('进入首页');
    await person.reads('王桂英，您好');
  });
});
