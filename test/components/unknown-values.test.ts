import { contactCards } from '../../miniprogram/family/contacts/view-model';
import { helpCards } from '../../miniprogram/family/help-requests/view-model';
import { resultOf } from '../../miniprogram/certification/face-result/view-model';
import { yearsOf } from '../../miniprogram/certification/records/view-model';
import { describe as inWords } from '../../miniprogram/copy/errors';
import { methodInWords } from '../../miniprogram/copy/certification';
import { relationInWords } from '../../miniprogram/copy/relations';
import { methods } from '../../miniprogram/shared/contract/certification';
import { relations } from '../../miniprogram/shared/contract/family';
import { helpStates } from '../../miniprogram/shared/contract/help';
import type { HelpRequest, HelpState } from '../../miniprogram/shared/contract/help';
import { refuse } from '../../miniprogram/shared/result';

/** What only a newer server knows, in the place of a value of a list. */
const newer = (value: string) => value as never;

const request: HelpRequest = {
  id: 'request-1',
  name: '李*福',
  reason: 'bed-ridden',
  state: 'requested',
  askedAt: '2026-08-01T17:12:00.000Z',
  changedAt: '2026-08-01T17:12:00.000Z',
  office: { name: '蒲城县第一中学', phone: '0913-7212345' },
};
const cardOf = (changes: Partial<HelpRequest>) => helpCards([{ ...request, ...changes }])[0];

describe('a value that only a newer server knows leaves nothing empty and allows nothing', () => {
  test('the state of a request for help: nothing is withdrawn, the office is asked', () => {
    expect(cardOf({ state: newer('paused') })).toMatchObject({
      kind: 'look',
      state: '正在办',
      note: '请打电话问问。',
      mayWithdraw: false,
      steps: [],
      phone: '0913-7212345',
    });
  });

  test('the reason for help, a relation, a method', () => {
    expect(cardOf({ reason: newer('snow') })?.reason).toBe('别的原因');
    const contact = { id: '1', name: '李德福', idNumber: '610526**********1X', consented: false };
    expect(contactCards([{ ...contact, relation: newer('cousin') }])[0]?.relation).toBe('亲戚');
    const record = { number: '1', at: '2026-08-01T01:12:00.000Z', until: '2027-07-31', year: '2026' };
    expect(yearsOf([{ ...record, method: newer('palm') }])[0]?.lines[0]?.method).toBe('别的办法');
  });

  test('why a face was refused', () => {
    expect(resultOf({ kind: 'refused', reasons: [newer('mirrored')], triesLeft: 4 }, 'actions')).toMatchObject({
      kind: 'refused',
      heading: '这次没有通过',
      drawing: 'face',
      tips: ['走到亮的地方，再来一次。', '还是不行，就请人帮忙。'],
    });
  });

  test('why a number, a password or a photo was refused', () => {
    expect(inWords(refuse('BAD_ID_NUMBER', { fault: newer('recalled') })).whatToDo).toBe(
      '请对着身份证，一位一位再看一遍。',
    );
    expect(inWords(refuse('WEAK_PASSWORD', { fault: newer('leaked') })).whatToDo).toContain('8 到 20 位');
    expect(inWords(refuse('CARD_PHOTO_FAULTY', { fault: newer('upside-down') })).title).toBe('照片看不清');
  });

  test.each(['toString', 'constructor'])('a name that every object has is no value: %s', (name) => {
    expect([methodInWords(name), relationInWords(name)]).toEqual(['别的办法', '亲戚']);
  });
});

describe('every value of a list has words of its own', () => {
  test('methods', () => {
    expect(new Set(methods.map(methodInWords)).size).toBe(methods.length);
  });

  test('relations', () => {
    expect(new Set(relations.map(relationInWords)).size).toBe(relations.length);
  });

  test('states of a request for help', () => {
    expect(new Set(helpStates.map((state) => cardOf({ state })?.state)).size).toBe(helpStates.length);
  });

  test.each<[HelpState, boolean]>([
    ['requested', true],
    ['accepted', true],
    ['scheduled', true],
    ['done', false],
    ['not-possible', false],
    ['withdrawn', false],
  ])('%s can be withdrawn: %s (rule F2)', (state, mayWithdraw) => {
    expect(cardOf({ state })?.mayWithdraw).toBe(mayWithdraw);
  });
});
