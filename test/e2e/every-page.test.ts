import type { Browser } from 'playwright-core';
import { describeInBrowser, connectChromium } from '../support/browser';
import { County } from '../support/county';
import { Person } from '../support/person';

const wang = { name: '王桂英', idNumber: '610526184503120025', password: 'huashan1845' };
const LONG_WALK = 90_000;

/** Pictures to be looked at, of each page as people meet it and with what goes wrong there. */
describeInBrowser('every page of accounts, without a word cut', () => {
  let county: County;
  let browser: Browser;
  let person: Person;
  let size: string;
  const shows = (name: string): Promise<void> => person.picture(`${name}-${size}`);

  beforeAll(async () => {
    [county, browser] = await Promise.all([County.open(), connectChromium()]);
  });
  afterAll(async () => {
    await Promise.all([county.close(), browser.close()]);
  });
  afterEach(() => person.leave());

  const meetsTheWaysIn = async (phone: string): Promise<void> => {
    await person.reads('请先登录');
    await shows('home-signed-out');
    await person.press('登录');
    await shows('sign-in');
    await person.press('用社保卡');
    await person.press('登录');
    await person.reads('请输入社保卡密码。');
    await shows('sign-in-card-empty');
    await person.type('身份证号', '61052618511120024X');
    await person.type('社保卡密码', '123456');
    await person.press('登录');
    await person.reads('社保卡没有激活');
    await shows('sign-in-card-refused');
    await person.press('改用手机号登录');
    await person.type('手机号', phone);
    await person.type('登录密码', 'wrong-one-1');
    await person.press('登录');
    await person.reads(/还可以试 2 次/);
    await shows('sign-in-wrong');
    await person.press('登录');
    await person.reads(/还可以试 1 次/);
    await person.press('登录');
    await person.reads(/自动打开/);
    await shows('sign-in-locked');
  };

  const registers = async (phone: string): Promise<void> => {
    await person.press('还没有账号？免费注册');
    await person.type('手机号', '1380000');
    await person.press('下一步');
    await shows('register-phone');
    await person.type('手机号', phone);
    await person.press('下一步');
    await person.type('姓名', wang.name);
    await person.type('身份证号', wang.idNumber.replace(/5$/, '6'));
    await person.press('下一步');
    await shows('register-person');
    await person.type('姓名', '王桂蘭');
    await person.type('身份证号', wang.idNumber);
    await person.press('下一步');
    await person.reads('身份证上就是这个字');
    await shows('register-person-traditional');
    await person.type('姓名', wang.name);
    await person.press('下一步');
    await person.type('新密码', 'abc');
    await person.type('再输一遍', 'abd');
    await person.press('下一步');
    await shows('register-password');
    await person.type('新密码', wang.password);
    await person.type('再输一遍', wang.password);
    await person.press('下一步');
    await person.reads('看不清，换一张');
    await shows('register-captcha');
    await person.type('您算出来是几？', '99');
    await person.press('发短信验证码');
    await person.reads(/换了一道新题/);
    await shows('register-captcha-wrong');
    await person.solveCaptcha();
    await person.type('短信验证码', '000000');
    await person.press('注册');
    await person.reads('验证码不对');
    await shows('register-code-wrong');
    await person.type('短信验证码', await person.codeSentTo(phone));
    await person.press('注册');
    await person.reads('恭喜您注册成功');
    await shows('register-done');
    await person.press('进入首页');
    await person.reads(`${wang.name}，您好`);
    await shows('home');
  };

  const looksAtTheAccount = async (): Promise<void> => {
    await person.pressTab('我的');
    await shows('account');
    for (const [tile, heading, name] of [
      ['字的大小', '字的大小', 'text-size'],
      ['修改密码', '修改密码', 'change-password'],
      ['更换手机号', '请写新的手机号', 'change-phone'],
      ['保护您的信息', '保护您的信息', 'privacy'],
      ['注销账号', '注销账号', 'close-account'],
    ] as const) {
      await person.pressTile(tile);
      await person.reads(heading);
      await shows(name);
      await person.goBack();
    }
    await person.press('退出登录');
    await person.reads('要退出登录吗？');
    await shows('account-sign-out');
    await person.press('退出登录');
    await person.reads('请先登录');
  };

  const forgetsThePassword = async (phone: string): Promise<void> => {
    // No second message within a minute (rule A3).
    await county.setClock('2026-08-01T02:00:00.000Z');
    await person.press('登录');
    await person.press('用手机号和密码');
    await person.press('忘记密码');
    await shows('reset-phone');
    await person.type('手机号', phone);
    await person.press('下一步');
    await person.type('新密码', 'weinan2026');
    await person.type('再输一遍', 'weinan2026');
    await person.press('下一步');
    await person.solveCaptcha();
    await shows('reset-code');
    await person.type('短信验证码', await person.codeSentTo(phone));
    await person.press('换成新密码');
    await person.reads('新密码换好了');
    await shows('reset-done');
  };

  test.each([
    ['normal', 1, '13800000031'],
    ['largest', 1.5, '13800000032'],
  ])(
    'at the %s text size',
    async (named, scale, phone) => {
      size = named;
      await county.setClock('2026-08-01T01:12:00.000Z');
      person = await Person.open(browser, county.url, `o-${named}`, { scale });
      await meetsTheWaysIn(phone);
      await registers(phone);
      await looksAtTheAccount();
      await forgetsThePassword(phone);
    },
    LONG_WALK,
  );
});
