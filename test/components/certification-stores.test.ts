import { configure } from 'mobx-miniprogram';
import { standingCard } from '../../miniprogram/certification/certify/view-model';
import { homeCard } from '../../miniprogram/pages/home/view-model';
import type { Me } from '../../miniprogram/shared/contract/account';
import { candidate } from '../../miniprogram/stores/candidate';
import { ownEligibility } from '../../miniprogram/stores/eligibility';
import { receipts, verification } from '../../miniprogram/stores/receipt';
import { records } from '../../miniprogram/stores/records';
import { session } from '../../miniprogram/stores/session';

configure({ enforceActions: 'always' });

interface Call {
  data: { action: string; input: Record<string, unknown> };
}

const me = (name: string): Me => ({ signedIn: true, name, verified: true, hasPassword: true, faceConsent: true });
const accepted = (data: unknown) => ({ result: { ok: true, data } });
const refused = (code: string) => ({ result: { ok: false, code, message: '' } });
const receipt = {
  number: '2026080112345678',
  name: '王*英',
  method: 'self',
  at: '2026-08-01T01:12:00.000Z',
  until: '2027-07-31',
  demonstration: false,
  link: 'https://example.gov.cn/receipt',
} as const;
const record = (number: string) => ({ number, method: 'self', at: receipt.at, until: receipt.until, year: '2026' });

/** By action, for one call each; the last of them stays. */
let answers: Record<string, (input: Record<string, unknown>) => unknown>;
const callFunction = jest.fn(({ data: { action, input } }: Call) => {
  const answer = answers[action];
  return answer ? Promise.resolve(answer(input)) : Promise.reject(new Error(`nobody expected ${action}`));
});
const inputsOf = (action: string) =>
  callFunction.mock.calls.filter(([{ data }]) => data.action === action).map(([{ data }]) => data.input);

/** An answer that comes when the test says so. */
const later = () => {
  let settle: (value: unknown) => void = () => undefined;
  const answer = new Promise((resolve) => (settle = resolve));
  return { answer: () => answer, come: (value: unknown) => settle(value) };
};

beforeEach(() => {
  answers = {};
  callFunction.mockClear();
  Object.assign(globalThis, {
    wx: { cloud: { callFunction }, getNetworkType: () => Promise.resolve({ networkType: 'wifi' }) },
  });
  jest.spyOn(console, 'warn').mockImplementation();
  session.accept({ signedIn: false });
  session.accept(me('王桂英'));
  ownEligibility.outdate();
  candidate.clear();
  records.clear();
  receipts.clear();
  verification.type('');
});

afterEach(() => jest.restoreAllMocks());

describe('a state that only a newer server knows', () => {
  const frozen = { state: 'frozen', overdue: true, unit: { name: '蒲城县第一中学', phone: '0913-7212345' } };

  test('never lets anybody certify: the first page and the person page lead to the unit', async () => {
    answers['eligibility'] = () => accepted(frozen);
    await ownEligibility.look();
    const card = homeCard({ ...me('王桂英'), phone: '138****0001' } as Me, ownEligibility.found);
    expect(card?.action?.way).toEqual({ call: '0913-7212345' });
    candidate.choose({ self: true });
    await candidate.look();
    const standing = standingCard(candidate.found, 'self');
    expect(standing?.mayConfirm).toBe(false);
    expect(standing?.steps.map(({ id }) => id)).toEqual(['call-unit', 'help']);
  });
});

describe('how things stand for the holder', () => {
  beforeEach(() => (answers['eligibility'] = () => accepted({ state: 'eligible', until: '2026-07-31' })));

  test('is asked once a visit, however often the first page is shown', async () => {
    await ownEligibility.look();
    await ownEligibility.look();
    expect(inputsOf('eligibility')).toEqual([{ self: true }]);
  });

  test('is asked again after a certification, and what was told stays until the answer is there', async () => {
    await ownEligibility.look();
    const second = later();
    answers['eligibility'] = second.answer;
    ownEligibility.outdate();
    const asked = ownEligibility.look();
    expect(ownEligibility.found?.state).toBe('eligible');
    second.come(accepted({ state: 'already-certified', until: '2027-07-31' }));
    await asked;
    expect(ownEligibility.found?.state).toBe('already-certified');
  });

  test('is asked again after a question that failed', async () => {
    answers['eligibility'] = () => refused('BUSY');
    await ownEligibility.look();
    expect(ownEligibility.asking.trouble?.code).toBe('BUSY');
    answers['eligibility'] = () => accepted({ state: 'no-cycle' });
    await ownEligibility.look();
    expect(ownEligibility.found?.state).toBe('no-cycle');
  });

  test('is not shown to the next person who holds the phone', async () => {
    await ownEligibility.look();
    session.accept(me('李秀兰'));
    expect(ownEligibility.found).toBeUndefined();
  });
});

describe('who is to be certified', () => {
  test('is asked about as chosen: the holder, a contact, or a name and number', async () => {
    answers['eligibility'] = () => accepted({ state: 'eligible' });
    candidate.choose({ contactId: '1' });
    await candidate.look();
    candidate.type('王桂英', '６１０５２６184503120025');
    candidate.confirmTyped('王桂英', '610526184503120025');
    await candidate.look();
    expect(inputsOf('eligibility')).toEqual([{ contactId: '1' }, { name: '王桂英', idNumber: '610526184503120025' }]);
  });

  test('an answer about somebody else that comes late counts no more', async () => {
    const first = later();
    answers['eligibility'] = first.answer;
    candidate.choose({ contactId: '1' });
    const asked = candidate.look();
    candidate.choose({ contactId: '2' });
    first.come(accepted({ state: 'eligible' }));
    expect(await asked).toBe(false);
    expect(candidate.found).toBeUndefined();
  });

  test('what was typed stays to be mended', async () => {
    answers['eligibility'] = () => accepted({ state: 'not-found' });
    candidate.type('王桂英', '610526184503120025');
    candidate.confirmTyped('王桂英', '610526184503120025');
    await candidate.look();
    candidate.forgetAnswer();
    expect([candidate.found, candidate.name, candidate.idNumber]).toEqual([undefined, '王桂英', '610526184503120025']);
  });

  test('where nobody is chosen nothing is asked', async () => {
    expect(await candidate.look()).toBe(false);
    expect(callFunction).not.toHaveBeenCalled();
  });
});

describe('records (rule D12)', () => {
  test('come a page at a time, the next one below', async () => {
    answers['records'] = ({ next }) =>
      accepted(next === 'older' ? { items: [record('2')] } : { items: [record('1')], next: 'older' });
    await records.open();
    await records.more();
    await records.more();
    expect(records.items?.map(({ number }) => number)).toEqual(['1', '2']);
    expect(inputsOf('records')).toEqual([{}, { next: 'older' }]);
  });

  test('a page that did not come can be asked for again, and those before it stay', async () => {
    answers['records'] = () => accepted({ items: [record('1')], next: 'older' });
    await records.open('7');
    answers['records'] = () => refused('BUSY');
    await records.more();
    expect(records.loading.trouble?.code).toBe('BUSY');
    answers['records'] = () => accepted({ items: [record('2')] });
    await records.more();
    expect(records.items?.map(({ number }) => number)).toEqual(['1', '2']);
    expect(inputsOf('records')[2]).toEqual({ contactId: '7', next: 'older' });
  });

  test('of one person never show below the name of another', async () => {
    const first = later();
    answers['records'] = first.answer;
    const opened = records.open('7');
    answers['records'] = () => accepted({ items: [] });
    await records.open();
    first.come(accepted({ items: [record('1')] }));
    await opened;
    expect(records.items).toEqual([]);
  });
});

describe('receipts (rule D8)', () => {
  test('one that was just made is not asked for again', async () => {
    receipts.accept(receipt);
    await receipts.load(receipt.number);
    expect(callFunction).not.toHaveBeenCalled();
    expect(receipts.receipt).toEqual(receipt);
  });

  test('another one is asked for, and the last is not shown meanwhile', async () => {
    receipts.accept(receipt);
    answers['receipt'] = () => refused('RECEIPT_NOT_FOUND');
    await receipts.load('1111222233334444');
    expect(receipts.receipt).toBeUndefined();
    expect(receipts.loading.trouble?.code).toBe('RECEIPT_NOT_FOUND');
  });

  test('a verdict goes with the number it was given for', async () => {
    answers['verifyReceipt'] = () => accepted({ genuine: false });
    await verification.verify('1111222233334444');
    expect(verification.verdict).toEqual({ genuine: false });
    verification.type('111122223333444');
    expect(verification.verdict).toBeUndefined();
  });
});
