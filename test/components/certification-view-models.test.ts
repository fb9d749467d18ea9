import {
  pageAfterConfirm,
  personOf,
  refusalOf,
  standingCard,
} from '../../miniprogram/certification/certify/view-model';
import { resultOf, spokenResult, tipsFor } from '../../miniprogram/certification/face-result/view-model';
import { receiptView } from '../../miniprogram/certification/receipt/view-model';
import { choicesOf, yearsOf } from '../../miniprogram/certification/records/view-model';
import { answerOf, readNumber } from '../../miniprogram/certification/verify-receipt/view-model';
import { groupsOfFour } from '../../miniprogram/components/spaced-digits';
import { eligibilityWords } from '../../miniprogram/copy/eligibility';
import { faceReasonWords } from '../../miniprogram/copy/face-reasons';
import { eligibilityStates } from '../../miniprogram/shared/contract/certification';
import { faceReasons } from '../../miniprogram/shared/contract/identity';
import type { Contact } from '../../miniprogram/shared/contract/family';
import type { Receipt } from '../../miniprogram/shared/contract/certification';
import type { Me } from '../../miniprogram/shared/contract/account';
import { refuse } from '../../miniprogram/shared/result';

const wang: Me = {
  signedIn: true,
  name: '王桂英',
  phone: '138****0001',
  idNumber: '610526**********25',
  verified: true,
  hasPassword: true,
  faceConsent: true,
};
const father: Contact = {
  id: '1',
  name: '王德福',
  idNumber: '610526**********1X',
  relation: 'father',
  consented: true,
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
  link: 'https://example.gov.cn/receipt',
};

describe('who is to be certified', () => {
  test('the holder is shown with the number covered, in groups', () => {
    expect(personOf({ self: true }, wang, undefined)).toEqual({ name: '王桂英', idNumber: '610526 **** **** **25' });
  });

  test('a contact is shown as saved', () => {
    expect(personOf({ contactId: '1' }, wang, father)?.name).toBe('王德福');
  });

  test('nobody is shown before they are known', () => {
    expect(personOf({ self: true }, undefined, undefined)).toBeUndefined();
    expect(personOf({ contactId: '1' }, wang, undefined)).toBeUndefined();
    expect(personOf(undefined, wang, undefined)).toBeUndefined();
  });
});

describe('the Confirm button (rule C1)', () => {
  const steps = (found: Parameters<typeof standingCard>[0], kind: Parameters<typeof standingCard>[1] = 'self') =>
    standingCard(found, kind)?.steps.map(({ id }) => id);

  test('can be pressed by whoever may certify, before the last day and after it', () => {
    expect(standingCard({ state: 'eligible', until: '2027-07-31' }, 'self')?.mayConfirm).toBe(true);
    expect(standingCard({ state: 'eligible', until: '2026-07-31', overdue: true }, 'self')?.mayConfirm).toBe(true);
  });

  test.each(eligibilityStates.filter((state) => state !== 'eligible'))(
    'is grey for "%s", with a reason and a way on beside it',
    (state) => {
      const standing = standingCard({ state, unit, agency }, 'self');
      expect(standing?.mayConfirm).toBe(false);
      expect(standing?.title).not.toBe('');
      expect(standing?.steps.length).toBeGreaterThan(0);
    },
  );

  test('is grey while a reviewer looks at the pictures, and another try is still possible (rule D6)', () => {
    expect(standingCard({ state: 'eligible', inReview: true }, 'self')?.mayConfirm).toBe(false);
    expect(steps({ state: 'eligible', inReview: true })).toEqual(['home', 'face']);
  });

  test('whoever typed a person that is not found may type again', () => {
    expect(steps({ state: 'not-found', unit, agency }, 'typed')).toEqual([
      'person',
      'call-unit',
      'call-agency',
      'help',
    ]);
    expect(steps({ state: 'not-found', unit, agency })).toEqual(['call-unit', 'call-agency', 'help']);
  });

  test('nobody is offered a call to an office without a phone', () => {
    expect(steps({ state: 'ended', agency: { name: agency.name } })).toEqual(['help']);
  });

  test('says how and until when somebody is certified', () => {
    const last = { at: '2026-06-12T01:12:00.000Z', method: 'home-visit' as const };
    expect(standingCard({ state: 'already-certified', until: '2027-07-31', last }, 'self')).toMatchObject({
      title: '已经认证过了',
      whatToDo: '有效期到 2027年7月31日。2026年6月12日，上门认证。不用再办，养老金照常发。',
    });
  });

  test('a name in traditional characters is offered in simplified ones (rule A6)', () => {
    expect(refusalOf(refuse('TRADITIONAL_NAME', { simplified: '张丽' }), 'typed')?.simplified).toBe('张丽');
  });

  test('is grey for a state that only a newer server knows, and the unit is to be asked', () => {
    const frozen = { state: 'frozen' as 'eligible', unit, agency };
    expect(standingCard(frozen, 'self')).toMatchObject({ mayConfirm: false, title: '现在认证不了' });
    expect(standingCard({ ...frozen, overdue: true }, 'self')?.mayConfirm).toBe(false);
    expect(steps(frozen)).toEqual(['call-unit', 'help']);
  });

  test.each(['self', 'contact'] as const)(
    'a refused name of a person that is not typed here leads to help: %s',
    (kind) => {
      expect(refusalOf(refuse('BAD_NAME'), kind)?.mendedAt).toBe('help');
      expect(refusalOf(refuse('BAD_NAME'), 'typed')?.mendedAt).toBeUndefined();
      expect(refusalOf(refuse('CONTACT_NOT_FOUND'), kind)?.mendedAt).toBe('contacts');
    },
  );

  test.each(Object.entries(eligibilityWords))('%s: short words, then what to do', (_, { title, brief, whatToDo }) => {
    expect(Math.max(title.length, brief.length)).toBeLessThanOrEqual(10);
    expect(Math.max(...whatToDo.split('。').map(({ length }) => length))).toBeLessThanOrEqual(30);
    expect(whatToDo).toMatch(/。$/);
  });

  test('leads to the agreement first, then to the card where there is no portrait, then to the camera (rules B2, B4)', () => {
    const noPortrait = { state: 'eligible' as const, needsIdCard: true };
    expect(pageAfterConfirm({ ...wang, faceConsent: false }, noPortrait, false)).toBe('consent');
    expect(pageAfterConfirm(wang, noPortrait, false)).toBe('real-name');
    expect(pageAfterConfirm(wang, noPortrait, true)).toBe('face');
    expect(pageAfterConfirm(wang, { state: 'eligible' }, false)).toBe('face');
  });
});

describe('what came of a face', () => {
  test.each(faceReasons)('%s is explained, with something to do', (reason) => {
    const view = resultOf({ kind: 'refused', reasons: [reason], triesLeft: 4 }, 'actions');
    expect(view).toMatchObject({ kind: 'refused', heading: faceReasonWords[reason].title });
    expect(tipsFor([reason]).length).toBeGreaterThan(0);
  });

  test('gives three pieces of advice at most, none of them twice', () => {
    expect(tipsFor(['flat-picture', 'stills-reused', 'too-dark', 'blurred'])).toHaveLength(3);
    expect(tipsFor(['too-dark', 'too-dark'])).toEqual(['走到窗边，脸朝着光。', '摘下帽子和墨镜。']);
  });

  test('offers the gentle way to whoever has not taken it', () => {
    const outcome = { kind: 'refused' as const, reasons: ['too-dark' as const] };
    expect(resultOf(outcome, 'actions')).toMatchObject({ mayBeGentle: true, left: '' });
    expect(resultOf(outcome, 'gentle')).toMatchObject({ mayBeGentle: false });
  });

  test('after the last try of a day it is time to rest (rule D5)', () => {
    expect(resultOf({ kind: 'refused', reasons: ['too-dark'], triesLeft: 0 }, 'actions').kind).toBe('tomorrow');
    expect(resultOf(undefined, 'actions', refuse('TRY_TOMORROW')).kind).toBe('tomorrow');
  });

  test('is said aloud in the words of the page', () => {
    const refusal = resultOf({ kind: 'refused', reasons: ['too-dark'], triesLeft: 4 }, 'actions');
    expect(spokenResult(refusal)).toBe('光线太暗，没看清。走到窗边，脸朝着光。摘下帽子和墨镜。');
    expect(spokenResult(resultOf({ kind: 'certified', receipt }, 'actions'))).toBe(
      '认证成功。有效期到 2027年7月31日。养老金照常发，今年不用再办。',
    );
  });

  test('a page that was opened again without a result says so', () => {
    expect(resultOf(undefined, 'actions').kind).toBe('lost');
  });
});

describe('a receipt', () => {
  test('has its number in groups of four, to be read out', () => {
    expect(groupsOfFour('2026080112345678')).toBe('2026 0801 1234 5678');
    expect(groupsOfFour('202608')).toBe('2026 08');
  });

  test('says whose it is, when, how and until when, and that it is a demonstration', () => {
    expect(receiptView(receipt)).toEqual({
      until: '2027年7月31日',
      rows: [
        { label: '姓名', value: '王*英' },
        { label: '认证时间', value: '2026年8月1日' },
        { label: '认证方式', value: '本人刷脸' },
        { label: '凭证编号', value: '2026 0801 1234 5678' },
      ],
      demonstration: true,
      link: 'https://example.gov.cn/receipt',
    });
  });

  test('a genuine one is told as such, without a name (rule D8)', () => {
    const { method, at, until } = receipt;
    const answer = answerOf({ genuine: true, method, at, until, demonstration: false }, '2026-08-02');
    expect(answer).toMatchObject({ kind: 'ok', heading: '凭证是真的' });
    expect(JSON.stringify(answer)).not.toContain('王');
  });

  test('one that has run out is genuine and does not help any more; one for demonstration never does', () => {
    const { method, at, until } = receipt;
    expect(answerOf({ genuine: true, method, at, until, demonstration: false }, '2027-07-31')?.kind).toBe('ok');
    expect(answerOf({ genuine: true, method, at, until, demonstration: false }, '2027-08-01')?.kind).toBe('look');
    expect(answerOf({ genuine: true, method, at, until, demonstration: true }, '2026-08-02')?.kind).toBe('look');
  });

  test.each([
    ['2026080112345678', '2026080112345678'],
    ['２０２６ 0801 1234 5678', '2026080112345678'],
    ['202608011234567', undefined],
    ['RZ26-0526-7K3M', undefined],
  ])('"%s" is typed for %s', (typed, number) => expect(readNumber(typed)).toBe(number));
});

describe('records (rule D12)', () => {
  test('are grouped by year in the order of the server', () => {
    const item = { number: '1', method: 'self' as const, at: '2026-08-01T01:12:00.000Z', until: '2027-07-31' };
    const years = yearsOf([
      { ...item, year: '2026' },
      { ...item, number: '2', year: '2026', method: 'data-match' },
      { ...item, number: '3', year: '2025' },
    ]);
    expect(years.map(({ year, lines }) => [year, lines.map(({ method }) => method)])).toEqual([
      ['2026年', ['本人刷脸', '数据比对，自动认证']],
      ['2025年', ['本人刷脸']],
    ]);
  });

  test('only those of contacts who have agreed may be chosen', () => {
    expect(choicesOf([father, { ...father, id: '2', consented: false }])).toEqual([
      { id: '', text: '我自己' },
      { id: '1', text: '父亲 王德福' },
    ]);
  });
});
