import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Eligibility, Receipt } from '../../miniprogram/shared/contract/certification';
import type { Me } from '../../miniprogram/shared/contract/account';
import { describeInBrowser } from '../support/browser';
import { Person } from '../support/person';
import { miniProgram, setUpPhone } from '../support/phone';
import type { PhoneStand } from '../support/phone';
import type { Scratch } from '../support/scratch';
import type { FaceOutcome } from '../../miniprogram/stores/face-check';

const LONG_WALK = 120_000;

const wang: Me = {
  signedIn: true,
  name: '王桂英',
  phone: '138****0001',
  idNumber: '610526**********25',
  verified: true,
  hasPassword: true,
  faceConsent: true,
};
const unit = { name: '蒲城县第一中学', phone: '0913-7212345' };
const agency = { name: '蒲城县养老保险经办中心', phone: '0913-7254321' };
const receipt: Receipt = {
  number: '2026080112345678',
  name: '王*英',
  method: 'self',
  at: '2026-08-01T01:12:00.000Z',
  until: '2027-07-31',
  demonstration: true,
  link: 'https://example.gov.cn/receipt?scene=r%3D2026080112345678',
};
const last = { at: '2026-06-12T01:12:00.000Z', method: 'data-match' } as const;

/** In place of the page with the camera: whatever the address says has come of the face. */
const facePage = `
import { runInAction } from 'mobx-miniprogram';
import { faceCheck } from '../../stores/face-check';
Component({
  methods: {
    onLoad({ outcome }) {
      if (outcome === undefined) return;
      faceCheck.begin({ purpose: 'certification', whom: { self: true } });
      runInAction(() => (faceCheck.outcome = JSON.parse(decodeURIComponent(outcome))));
    },
    onTap() {
      wx.redirectTo({ url: '/certification/face-result/index' });
    },
  },
});
`;

/** The mini-program without a camera; the stand takes the copy away. */
const withoutCamera = (): Scratch => {
  const copy = miniProgram();
  const page = path.join(copy.folder, 'certification/face');
  fs.writeFileSync(path.join(page, 'index.ts'), facePage);
  fs.writeFileSync(path.join(page, 'index.wxml'), '<button bind:tap="onTap">ok</button>');
  fs.writeFileSync(path.join(page, 'index.json'), '{ "usingComponents": {} }');
  return copy;
};

/** How the first page says each state of rule C1. */
const states: readonly (readonly [name: string, eligibility: Eligibility, says: string])[] = [
  ['certified', { state: 'already-certified', until: '2027-07-31', last }, '您已认证'],
  ['due', { state: 'eligible', until: '2026-07-31' }, '轮到您认证了'],
  ['overdue', { state: 'eligible', until: '2026-07-31', overdue: true }, '请尽快认证'],
  ['review', { state: 'eligible', until: '2026-07-31', inReview: true }, '正在核对照片'],
  ['not-found', { state: 'not-found', unit, agency }, '名册里查不到您'],
  ['suspended', { state: 'suspended-special', unit, agency }, '手机上办不了'],
  ['ended', { state: 'ended', unit, agency }, '待遇已经终止'],
  ['not-open', { state: 'not-open', until: '2026-06-03' }, '认证还没有开始'],
  ['no-cycle', { state: 'no-cycle', unit, agency }, '现在不用认证'],
];

/** Pictures to be looked at, of each page as people meet it, with what the server may say; no cloud stands behind it. */
describeInBrowser('the pages of certifying, without a word cut', () => {
  let stand: PhoneStand;
  let browser: Browser;
  let person: Person;
  let size: string;
  let answers: Record<string, unknown>;
  const refused = (code: string, detail?: object) => ({ ok: false, code, message: '', ...(detail && { detail }) });
  const accepted = (data: unknown) => ({ ok: true, data });
  const answer = ({ body }: { body: unknown }): unknown => answers[(body as { action: string }).action];
  const shows = (name: string): Promise<void> => person.picture(`certification-${name}-${size}`);
  const opens = (scale: number, entry = ''): Promise<void> => person.enters({ scale, entry });

  beforeAll(async () => {
    const scripted = { 'POST /functions/account': answer, 'POST /functions/certification': answer };
    stand = await setUpPhone(scripted, withoutCamera());
    ({ browser } = stand);
  });
  afterAll(() => stand.close());
  afterEach(() => person.leave());
  beforeEach(async () => {
    person = await Person.arrive(browser, stand.url, 'o-wang');
    answers = {
      me: accepted(wang),
      listContacts: accepted({ contacts: [] }),
      eligibility: accepted({ state: 'eligible', until: '2026-07-31', unit, agency }),
    };
  });

  const sizes = [
    ['normal', 1],
    ['largest', 1.5],
  ] as const;

  test.each(sizes)(
    'the first page in every state, at the %s text size',
    async (named, scale) => {
      size = named;
      for (const [name, eligibility, says] of states) {
        answers['eligibility'] = accepted(eligibility);
        await opens(scale);
        await person.reads(says);
        await shows(`home-${name}`);
      }
      answers['me'] = accepted({ ...wang, verified: false });
      await opens(scale);
      await person.reads('先确认是您本人');
      await shows('home-unverified');
    },
    LONG_WALK,
  );

  test.each(sizes)(
    'to the Confirm button and what stands beside it where it is grey, at the %s text size',
    async (named, scale) => {
      size = named;
      for (const [name, eligibility] of states) {
        answers['eligibility'] = accepted(eligibility);
        await opens(scale, '&page=certification/certify/index?for=self');
        await person.reads('请看看是不是您');
        await person.reads('610526');
        await person.reads('不是我，替别人办');
        await shows(`certify-${name}`);
      }
      answers['eligibility'] = refused('TRADITIONAL_NAME', { simplified: '王桂英' });
      await opens(scale, '&page=certification/certify/index?for=typed');
      await person.type('姓名', '王桂英');
      await person.type('身份证号', '610526184503120026');
      await person.press('下一步');
      await person.reads(/有一位输错了/);
      await shows('certify-typed-wrong');
      await person.type('身份证号', '610526184503120025');
      await person.press('下一步');
      await person.reads('姓名里有繁体字');
      await shows('certify-traditional');
      answers['eligibility'] = accepted({ state: 'not-found' });
      await person.press('改成：王桂英');
      await person.reads('查无此人');
      await shows('certify-typed-not-found');
      await person.press('重新写');
      await person.reads('要给谁认证？');
    },
    LONG_WALK,
  );

  test.each(sizes)(
    'records and receipts, at the %s text size',
    async (named, scale) => {
      size = named;
      const items = [
        { number: receipt.number, method: 'self', at: '2026-08-01T01:12:00.000Z', until: '2027-07-31', year: '2026' },
        { number: '2', method: 'data-match', at: '2025-06-12T01:12:00.000Z', until: '2026-07-31', year: '2025' },
        { number: '3', method: 'home-visit', at: '2024-10-09T01:12:00.000Z', until: '2025-07-31', year: '2024' },
      ];
      answers['records'] = accepted({ items, next: 'older' });
      answers['receipt'] = accepted(receipt);
      answers['listContacts'] = accepted({
        contacts: [
          { id: '1', name: '王德福', idNumber: '610526**********1X', relation: 'father', consented: true },
          { id: '2', name: '李秀兰', idNumber: '610526**********2X', relation: 'mother', consented: true },
        ],
      });
      await opens(scale, '&page=certification/records/index');
      await person.reads('再看早些年的');
      await shows('records');
      answers['records'] = accepted({ items: [] });
      await person.page.getByRole('radio', { name: '父亲 王德福' }).tap();
      await person.reads('还没有认证记录');
      await shows('records-empty');
      answers['records'] = refused('BUSY');
      await person.page.getByRole('radio', { name: '我自己' }).tap();
      await person.reads('办理的人太多');
      await shows('records-trouble');
      answers['records'] = accepted({ items });
      await person.press('再试一次');
      await person.reads('就这些，没有更早的了。');
      await person.pressTile('2026年8月1日');
      await person.reads('养老待遇认证凭证');
      await person.page.waitForFunction(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('wx-canvas canvas');
        return canvas !== null && canvas.width > 600;
      });
      await shows('receipt');
      const download = person.page.waitForEvent('download');
      await person.press('存到手机相册');
      await person.press('允许');
      await (
        await download
      ).saveAs(path.resolve(__dirname, `../../screenshots/certification-receipt-saved-${size}.png`));
      await person.reads('存好了');
    },
    LONG_WALK,
  );

  test.each(sizes)(
    'whether a receipt is genuine, at the %s text size',
    async (named, scale) => {
      size = named;
      const { method, at, until } = receipt;
      answers['me'] = accepted({ signedIn: false });
      answers['verifyReceipt'] = accepted({ genuine: true, method, at, until, demonstration: false });
      await opens(scale, '&page=certification/verify-receipt/index?scene=r%3D2026080112345678');
      await person.reads(/凭证是真的/);
      await shows('verify-genuine');
      await person.press('再查一张');
      await person.type('凭证编号', '20260801');
      await person.press('查一查');
      await person.reads('编号是 16 位数字，请数一数。');
      await shows('verify-typed');
      answers['verifyReceipt'] = accepted({ genuine: false });
      await person.type('凭证编号', '2026 0801 1234 5679');
      await person.press('查一查');
      await person.reads('没有这张凭证');
      await shows('verify-false');
    },
    LONG_WALK,
  );

  const outcomes: readonly (readonly [name: string, outcome: FaceOutcome, says: string])[] = [
    ['certified', { kind: 'certified', receipt }, '认证成功'],
    ['verified', { kind: 'verified' }, '实名认证好了'],
    ['review', { kind: 'review', reasons: ['unsure'] }, '已经交上去了'],
    ['dark', { kind: 'refused', reasons: ['too-dark', 'blurred'], triesLeft: 4 }, '光线太暗，没看清'],
    ['person', { kind: 'refused', reasons: ['another-person'], triesLeft: 2 }, '和留的照片不像'],
    ['action', { kind: 'refused', reasons: ['action-not-seen'], triesLeft: 3 }, '没有看到动作'],
    ['tomorrow', { kind: 'refused', reasons: ['too-dark'], triesLeft: 0 }, '今天先歇一歇'],
  ];

  test.each(sizes)(
    'what came of a face, at the %s text size',
    async (named, scale) => {
      size = named;
      for (const [name, outcome, says] of outcomes) {
        const told = encodeURIComponent(encodeURIComponent(JSON.stringify(outcome)));
        await opens(scale, `&page=certification/face/index?outcome=${told}`);
        await person.press('ok');
        await person.reads(says);
        await shows(`result-${name}`);
      }
    },
    LONG_WALK,
  );

  test.each(sizes)(
    'the account, where consent is taken back, at the %s text size',
    async (named, scale) => {
      size = named;
      answers['consent'] = accepted({ given: false });
      await opens(scale);
      await person.pressTab('我的');
      await person.pressTile('收回刷脸的同意');
      await person.reads('要收回同意吗？');
      await shows('take-back');
      await person.press('收回同意');
      await person.reads('同意已经收回');
      await shows('account-taken-back');
      await person.pressTile('保护您的信息');
      await person.reads('怎样保护您的信息');
      await shows('privacy');
    },
    LONG_WALK,
  );
});
