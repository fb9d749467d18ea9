import type { Cycle } from '../../../cloudfunctions/core/domain/documents/cycle';
import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import { payments } from '../../../cloudfunctions/core/domain/documents/roster';
import { eligibilityView, checkEligibility } from '../../../cloudfunctions/core/domain/certification/eligibility';
import { cycleOf2026, rollingCycle } from '../../support/world/certifying';
import { wang } from '../../support/world/people';
import { china } from '../../support/world/outcomes';

const recipient: Recipient = {
  name: wang.name,
  idNumber: wang.idNumber,
  personKey: 'p',
  unit: { id: 'school-1', name: '第一中学', phone: '09130000001' },
  payment: 'paid',
  monthlyAmount: 310_000,
  portrait: { fileId: 'f', from: 'roster', at: '2026-01-01T00:00:00.000Z' },
};
const last = {
  number: '1',
  period: '2026',
  method: 'data-match' as const,
  at: china('2026-06-04 10:00'),
  until: '2027-07-31',
};
const look = (
  fields: Partial<Recipient> = {},
  day = '2026-06-15',
  cycle: Cycle | undefined = cycleOf2026,
  name = wang.name,
) => checkEligibility({ recipient: { ...recipient, ...fields }, cycle }, name, day);

describe('C1: what the database holds and this code does not know means no', () => {
  const frozen = 'frozen' as Recipient['payment'];

  test.each(['frozen', '', 'PAID', 'toString', '__proto__'])(
    'a payment state of %j: unclear, whatever the day',
    (payment) => {
      for (const day of ['2026-05-01', '2026-06-15', '2026-08-01'])
        expect(look({ payment: payment as Recipient['payment'] }, day).state).toBe('unclear');
    },
  );

  test('it says whom to ask, and not whether somebody is certified', () => {
    const shown = eligibilityView(look({ payment: frozen, last }), cycleOf2026, true);
    expect(shown).toMatchObject({ state: 'unclear', unit: { name: '第一中学' }, agency: cycleOf2026.agency });
    expect(shown).not.toHaveProperty('until');
  });

  test('a policy that is newer than this code is no cycle, also for somebody suspended', () => {
    const cycle: Cycle = { ...cycleOf2026, policy: 'every-two-years' as Cycle['policy'] };
    expect(look({}, '2026-06-15', cycle).state).toBe('no-cycle');
    expect(look({ payment: 'suspended-not-certified' }, '2026-09-15', cycle).state).toBe('no-cycle');
    expect(look({ last }, '2026-06-15', cycle).state).toBe('already-certified');
  });

  test.each(payments)('a payment state of %s is known', (payment) => {
    expect(look({ payment }).state).not.toBe('unclear');
  });
});

describe('C1: the state that counts where several would', () => {
  test.each([
    ['ended', 'ended', { payment: 'ended', last }, '2026-06-15'],
    ['suspended-special', 'suspended-special', { payment: 'suspended-special', last }, '2026-06-15'],
    ['certified', 'already-certified', { last }, '2026-06-15'],
    ['certified, before the window', 'already-certified', { last }, '2026-05-01'],
    ['before the window', 'not-open', {}, '2026-06-02'],
    ['in the window', 'eligible', {}, '2026-06-03'],
    ['after the window', 'eligible', {}, '2026-08-01'],
  ] as const)('%s: %s', (_what, state, fields, day) => {
    expect(look(fields, day).state).toBe(state);
  });

  test('without a cycle nobody is eligible, but who is certified is told so', () => {
    expect(checkEligibility({ recipient }, wang.name, '2026-06-15').state).toBe('no-cycle');
    expect(checkEligibility({ recipient: { ...recipient, last } }, wang.name, '2026-06-15').state).toBe(
      'already-certified',
    );
    expect(checkEligibility({ recipient: { ...recipient, payment: 'ended' } }, wang.name, '2026-06-15').state).toBe(
      'ended',
    );
  });

  test('C2: without a cycle a certification holds until the end of its last day and not longer', () => {
    const held = (day: string) => checkEligibility({ recipient: { ...recipient, last } }, wang.name, day).state;
    expect(held('2027-07-31')).toBe('already-certified');
    expect(held('2027-08-01')).toBe('no-cycle');
  });

  test('somebody suspended for want of a certification is eligible and overdue, before the deadline too', () => {
    const suspended = { payment: 'suspended-not-certified' } as const;
    expect(look(suspended)).toMatchObject({ state: 'eligible', isOverdue: true });
    expect(look(suspended, '2026-08-01')).toMatchObject({ state: 'eligible', isOverdue: true, period: '2026' });
  });

  test('somebody suspended need not wait for the next window: certifying is what resumes the pension', () => {
    const suspended = { payment: 'suspended-not-certified' } as const;
    expect(look(suspended, '2026-02-01')).toMatchObject({ state: 'eligible', isOverdue: true, period: '2026' });
    const dated: Cycle = { ...rollingCycle, opensOn: '2026-06-03' };
    expect(look(suspended, '2026-02-01', dated)).toMatchObject({ state: 'eligible', period: 'first' });
  });

  test('nor for a cycle that nobody opens: more than a year after the deadline certifying still resumes', () => {
    const suspended = { payment: 'suspended-not-certified' } as const;
    expect(look(suspended, '2027-09-01')).toMatchObject({ state: 'eligible', isOverdue: true, period: '2027' });
    expect(look({}, '2027-09-01').state).toBe('no-cycle');
  });

  test('C2: somebody suspended in 2026 who certifies on 2027-02-10 does so for 2027, whichever cycle is the current one', () => {
    const suspended = { payment: 'suspended-not-certified' } as const;
    const cycleOf2027: Cycle = { ...cycleOf2026, year: 2027, opensOn: '2027-06-03', deadline: '2027-07-31' };
    for (const cycle of [cycleOf2026, cycleOf2027])
      expect(look(suspended, '2027-02-10', cycle)).toMatchObject({
        state: 'eligible',
        isOverdue: true,
        period: '2027',
      });
  });
});

describe('C1: an unknown number and a name that does not match are one answer', () => {
  const shown = (result: ReturnType<typeof look>) => eligibilityView(result, cycleOf2026, true);

  test('which says whom to ask and nothing else', () => {
    const unknown = shown(checkEligibility({ cycle: cycleOf2026 }, wang.name, '2026-06-15'));
    const otherName = shown(look({ payment: 'ended', last }, '2026-06-15', cycleOf2026, '王桂荣'));
    expect(unknown).toEqual({ state: 'not-found', agency: cycleOf2026.agency });
    expect(otherName).toEqual(unknown);
  });

  test('names are compared in their one form', () => {
    expect(look({ name: '买买提•艾力 ' }, '2026-06-15', cycleOf2026, '买买提·艾力').state).toBe('eligible');
  });
});

describe('C3: a correction takes effect at 00:00 of its day', () => {
  test('an entry is good from its first day and until its last is over', () => {
    expect(look({ validFrom: '2026-06-16' }, '2026-06-15').state).toBe('not-found');
    expect(look({ validFrom: '2026-06-16' }, '2026-06-16').state).toBe('eligible');
    expect(look({ validUntil: '2026-06-16' }, '2026-06-15').state).toBe('eligible');
    expect(look({ validUntil: '2026-06-16' }, '2026-06-16').state).toBe('not-found');
  });

  test('a corrected name is the name from its day on, and the old one is none any more', () => {
    const corrected = { correctedName: { name: '王桂荣', from: '2026-06-16' } };
    const state = (day: string, name: string) => look(corrected, day, cycleOf2026, name).state;
    expect([state('2026-06-15', '王桂英'), state('2026-06-15', '王桂荣')]).toEqual(['eligible', 'not-found']);
    expect([state('2026-06-16', '王桂英'), state('2026-06-16', '王桂荣')]).toEqual(['not-found', 'eligible']);
  });
});

describe('C1: what the page is told', () => {
  const shown = (fields: Partial<Recipient> = {}, day = '2026-06-15', isKnown = true) =>
    eligibilityView(look(fields, day), cycleOf2026, isKnown);
  const offices = { unit: { name: '第一中学', phone: '09130000001' }, agency: cycleOf2026.agency };

  test('eligible: until when, and nothing of the unit but name and phone', () => {
    expect(shown()).toEqual({
      state: 'eligible',
      name: '王桂英',
      until: '2026-07-31',
      overdue: false,
      needsIdCard: false,
      inReview: false,
      ...offices,
    });
  });

  test('already certified: when, how, until when', () => {
    expect(shown({ last })).toEqual({
      state: 'already-certified',
      name: '王桂英',
      until: '2027-07-31',
      last: { at: '2026-06-04T02:00:00.000Z', method: 'data-match' },
      ...offices,
    });
  });

  test('not open: the date', () => {
    expect(shown({}, '2026-06-02')).toEqual({ state: 'not-open', name: '王桂英', until: '2026-06-03', ...offices });
  });

  test('the name is masked for whoever merely typed it', () => {
    expect(shown({}, '2026-06-15', false)).toMatchObject({ name: '王*英' });
  });

  test('overdue from 2026-08-01', () => {
    expect(shown({}, '2026-07-31')).toMatchObject({ overdue: false });
    expect(shown({}, '2026-08-01')).toMatchObject({ overdue: true, until: '2026-07-31' });
  });

  test('B4: without a portrait on record a card is needed', () => {
    const { portrait, ...without } = recipient;
    const found = checkEligibility({ recipient: without, cycle: cycleOf2026 }, wang.name, '2026-06-15');
    expect(eligibilityView(found, cycleOf2026, true)).toMatchObject({ needsIdCard: true });
  });

  test('D6: pictures wait for a reviewer, until a certification makes them pointless', () => {
    const first = { id: 'r', since: china('2026-06-10 09:00') };
    expect(shown({ review: first })).toMatchObject({ inReview: true });
    const review = { ...first, after: '1' };
    const former = { ...last, period: '2025', at: china('2025-06-10 09:00'), until: '2026-07-31' };
    expect(shown({ review, last: former })).toMatchObject({ inReview: true });
    expect(shown({ review, last: { ...former, number: '2' } })).toMatchObject({ inReview: false });
    expect(shown({ review: first, last: former })).toMatchObject({ inReview: false });
  });

  test('D6: a certification makes the review pointless, though the clock of its server is six seconds behind', () => {
    const review = { id: 'r', since: china('2026-06-10 09:00'), after: '1' };
    const since = { ...last, number: '2', at: china('2026-06-10 08:59:54') };
    const cycle = { ...cycleOf2026, year: 2027, opensOn: '2027-06-03', deadline: '2027-07-31' };
    const nextYear = eligibilityView(look({ review, last: since }, '2027-06-15', cycle), cycle, true);
    expect(nextYear).toMatchObject({ state: 'eligible', inReview: false });
  });
});
