import type { Cycle } from '../../../cloudfunctions/core/domain/documents/cycle';
import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import { cyclePositionOf, validUntil } from '../../../cloudfunctions/core/domain/certification/period';
import { chinaDay } from '../../../miniprogram/shared/china-time';
import { cycleOf2026, rollingCycle } from '../../support/world/certifying';
import { china } from '../../support/world/outcomes';

type Last = NonNullable<Recipient['last']>;
const last = (at: string, period: string, until: string): Last => ({
  number: '0000000000000001',
  method: 'self',
  at: china(at),
  period,
  until,
});
const at = (cycle: Cycle, before: Last | undefined, time: string) =>
  cyclePositionOf(cycle, before, chinaDay(china(time)));

describe('C2 and E1: the natural year, 2026-06-03 to 2026-07-31', () => {
  test('on 2026-06-02 at 23:59:59 it is not open, and opens on 2026-06-03', () => {
    expect(at(cycleOf2026, undefined, '2026-06-02 23:59:59')).toMatchObject({
      state: 'not-open',
      opensOn: '2026-06-03',
    });
  });

  test('on 2026-06-03 at 00:00 it is open, for the year 2026', () => {
    expect(at(cycleOf2026, undefined, '2026-06-03 00:00')).toEqual({
      state: 'open',
      period: '2026',
      lastDay: '2026-07-31',
      isOverdue: false,
    });
  });

  test('the deadline is the last day: in time at 23:59:59, overdue at 00:00', () => {
    expect(at(cycleOf2026, undefined, '2026-07-31 23:59:59.999')).toMatchObject({ state: 'open', isOverdue: false });
    expect(at(cycleOf2026, undefined, '2026-08-01 00:00')).toMatchObject({ state: 'open', isOverdue: true });
  });

  test('after the deadline it stays possible, over the turn of the year too, and counts for the year it is made in', () => {
    expect(at(cycleOf2026, undefined, '2026-12-31 23:59:59')).toMatchObject({ period: '2026', isOverdue: true });
    expect(at(cycleOf2026, undefined, '2027-01-01 00:00')).toMatchObject({ period: '2027', isOverdue: true });
  });

  test('whoever has certified in 2026, by any method, holds until 2027-07-31', () => {
    const matched = { ...last('2026-03-01 10:00', '2026', '2027-07-31'), method: 'data-match' as const };
    expect(at(cycleOf2026, matched, '2026-06-15 09:00')).toEqual({ state: 'certified', last: matched });
    expect(at(cycleOf2026, matched, '2027-07-31 23:59:59')).toMatchObject({ state: 'certified' });
  });

  test('the certification of 2025 does not count for 2026, even while it still holds', () => {
    const former = last('2025-07-01 10:00', '2025', '2026-07-31');
    expect(at(cycleOf2026, former, '2026-06-15 09:00')).toMatchObject({ state: 'open', isOverdue: false });
  });

  test('a cycle that nothing has followed for a year is over', () => {
    expect(at(cycleOf2026, undefined, '2027-07-31 23:59:59')).toMatchObject({ state: 'open' });
    expect(at(cycleOf2026, undefined, '2027-08-01 00:00')).toEqual({ state: 'no-cycle' });
    expect(at(cycleOf2026, last('2026-07-01 10:00', '2026', '2027-07-31'), '2027-08-01 00:00')).toEqual({
      state: 'no-cycle',
    });
  });

  test('without dates it is the calendar year', () => {
    const whole: Cycle = { year: 2026, policy: 'natural-year', agency: cycleOf2026.agency };
    expect(at(whole, undefined, '2025-12-31 23:59:59')).toMatchObject({ state: 'not-open', opensOn: '2026-01-01' });
    expect(at(whole, undefined, '2026-01-01 00:00')).toMatchObject({ state: 'open', isOverdue: false });
    expect(at(whole, undefined, '2026-12-31 23:59:59')).toMatchObject({ state: 'open', isOverdue: false });
    expect(at(whole, undefined, '2027-01-01 00:00')).toMatchObject({ state: 'open', isOverdue: true });
  });

  test('a certification holds until the day of the deadline in the year after it is made', () => {
    expect(validUntil(cycleOf2026, '2026-01-01')).toBe('2027-07-31');
    expect(validUntil(cycleOf2026, '2026-06-03')).toBe('2027-07-31');
    expect(validUntil(cycleOf2026, '2026-12-31')).toBe('2027-07-31');
    expect(validUntil(cycleOf2026, '2027-01-01')).toBe('2028-07-31');
  });

  test('a deadline on 2028-02-29 is followed by 2029-02-28', () => {
    expect(validUntil({ ...cycleOf2026, year: 2028, deadline: '2028-02-29' }, '2028-02-01')).toBe('2029-02-28');
    expect(validUntil({ ...cycleOf2026, year: 2027, deadline: '2027-02-28' }, '2027-02-01')).toBe('2028-02-28');
  });
});

const cycleOf2027: Cycle = { ...cycleOf2026, year: 2027, opensOn: '2027-06-03', deadline: '2027-07-31' };

describe('C2: the period of a certification is the calendar year in which it is made', () => {
  const late = last('2027-02-10 10:00', '2027', '2028-07-31');

  test.each([
    ['2027-02-10 10:01', cycleOf2026],
    ['2027-03-01 09:00', cycleOf2027],
    ['2027-06-10 09:00', cycleOf2027],
    ['2027-12-31 23:59:59', cycleOf2027],
    ['2027-09-01 09:00', cycleOf2026],
  ])('made on 2027-02-10, late for 2026, it counts for 2027: at %s', (time, cycle) => {
    expect(at(cycle, late, time)).toEqual({ state: 'certified', last: late });
  });

  test('made on 2027-02-10 it does not count for 2028: open on 2028-06-03', () => {
    const cycleOf2028: Cycle = { ...cycleOf2026, year: 2028, opensOn: '2028-06-03', deadline: '2028-07-31' };
    expect(at(cycleOf2028, late, '2028-01-01 00:00')).toMatchObject({ state: 'not-open', opensOn: '2028-06-03' });
    expect(at(cycleOf2028, late, '2028-06-03 00:00')).toMatchObject({ state: 'open', period: '2028' });
  });

  test('it is judged by its day, whatever period was written on it', () => {
    const former = last('2027-02-10 10:00', '2026', '2027-07-31');
    expect(at(cycleOf2027, former, '2027-06-10 09:00')).toMatchObject({ state: 'certified' });
  });

  test('the year ends at midnight in China: made on 2026-12-31 at 23:59:59 it is one of 2026, a second later of 2027', () => {
    const before = last('2026-12-31 23:59:59', '2026', '2027-07-31');
    const after = last('2027-01-01 00:00', '2027', '2028-07-31');
    expect(at(cycleOf2027, before, '2027-06-10 09:00')).toMatchObject({ state: 'open', period: '2027' });
    expect(at(cycleOf2027, after, '2027-06-10 09:00')).toMatchObject({ state: 'certified' });
  });

  test('made in the year before its cycle opens, by a match on 2027-03-01, it counts', () => {
    const matched = { ...last('2027-03-01 00:05', '2027', '2028-07-31'), method: 'data-match' as const };
    expect(at(cycleOf2027, matched, '2027-05-01 09:00')).toMatchObject({ state: 'certified' });
    expect(at(cycleOf2027, matched, '2027-06-10 09:00')).toMatchObject({ state: 'certified' });
  });

  test('while nobody has opened 2027, whoever has certified in 2026 is certified, and who has not may, for 2027', () => {
    const former = last('2026-07-01 10:00', '2026', '2027-07-31');
    expect(at(cycleOf2026, former, '2027-01-05 09:00')).toEqual({ state: 'certified', last: former });
    expect(at(cycleOf2026, undefined, '2027-01-05 09:00')).toMatchObject({ state: 'open', period: '2027' });
    expect(at(cycleOf2026, last('2025-07-01 10:00', '2025', '2026-07-31'), '2027-01-05 09:00')).toMatchObject({
      state: 'open',
      period: '2027',
      isOverdue: true,
    });
  });

  test('where 2027 is opened in December 2026, a certification of 2026 counts until New Year, and then 2027 has its day', () => {
    const former = last('2026-12-10 10:00', '2026', '2027-07-31');
    expect(at(cycleOf2027, former, '2026-12-20 09:00')).toEqual({ state: 'certified', last: former });
    expect(at(cycleOf2027, former, '2027-01-01 00:00')).toMatchObject({ state: 'not-open', opensOn: '2027-06-03' });
    expect(at(cycleOf2027, former, '2027-06-03 00:00')).toMatchObject({ state: 'open', period: '2027' });
  });

  test('no cycle begins before its year: whoever certified in December would have to do it again', () => {
    const early: Cycle = { ...cycleOf2027, opensOn: '2026-12-01' };
    expect(at(early, undefined, '2026-12-15 09:00')).toMatchObject({ state: 'not-open', opensOn: '2027-01-01' });
    expect(at(early, undefined, '2027-01-01 00:00')).toMatchObject({ state: 'open', period: '2027' });
  });

  test('a cycle of 2026 whose deadline is 2027-01-31 takes certifications of January for 2027', () => {
    const winter: Cycle = { ...cycleOf2026, opensOn: '2026-11-01', deadline: '2027-01-31' };
    expect(at(winter, undefined, '2027-01-31 23:59:59')).toMatchObject({ period: '2027', isOverdue: false });
    expect(validUntil(winter, '2026-12-15')).toBe('2028-01-31');
    expect(validUntil(winter, '2027-01-15')).toBe('2029-01-31');
  });

  test('a deadline on 29 February is followed by one where the year has it', () => {
    const leap: Cycle = { ...cycleOf2026, year: 2028, opensOn: '2028-02-01', deadline: '2028-02-29' };
    expect(validUntil(leap, '2029-01-10')).toBe('2030-02-28');
    expect(validUntil(leap, '2031-01-10')).toBe('2032-02-29');
  });
});

describe('C2: rolling, twelve months after the last one', () => {
  const former = last('2025-09-10 16:00', 'first', '2026-09-10');

  test('whoever was never certified may at any time, for the period "first"', () => {
    expect(at(rollingCycle, undefined, '2026-01-01 00:00')).toEqual({
      state: 'open',
      period: 'first',
      isOverdue: false,
    });
  });

  test('the agency’s dates count for whoever was never certified', () => {
    const dated: Cycle = { ...rollingCycle, opensOn: '2026-06-03', deadline: '2026-07-31' };
    expect(at(dated, undefined, '2026-06-02 23:59:59')).toMatchObject({ state: 'not-open', opensOn: '2026-06-03' });
    expect(at(dated, undefined, '2026-07-31 23:59:59')).toMatchObject({ lastDay: '2026-07-31', isOverdue: false });
    expect(at(dated, undefined, '2026-08-01 00:00')).toMatchObject({ isOverdue: true });
    expect(at(dated, former, '2026-08-01 00:00')).toMatchObject({ lastDay: '2026-09-10', isOverdue: false });
  });

  test('renewing opens 90 days before the due day: 2026-06-12 for 2026-09-10', () => {
    expect(at(rollingCycle, former, '2026-06-11 23:59:59')).toEqual({ state: 'certified', last: former });
    expect(at(rollingCycle, former, '2026-06-12 00:00')).toEqual({
      state: 'open',
      period: 'after-2025-09-10',
      lastDay: '2026-09-10',
      isOverdue: false,
    });
  });

  test('the due day is the last in time', () => {
    expect(at(rollingCycle, former, '2026-09-10 23:59:59')).toMatchObject({ isOverdue: false });
    expect(at(rollingCycle, former, '2026-09-11 00:00')).toMatchObject({ isOverdue: true });
  });

  test('over the turn of the year: the period is named by the CST day of the last one', () => {
    expect(at(rollingCycle, last('2025-12-31 23:59:59', 'first', '2026-12-31'), '2026-12-31 23:59:59')).toMatchObject({
      period: 'after-2025-12-31',
      isOverdue: false,
    });
    expect(at(rollingCycle, last('2026-01-01 00:00', 'first', '2027-01-01'), '2026-12-31 23:59:59')).toMatchObject({
      period: 'after-2026-01-01',
    });
  });

  test('it holds until the same day a year later, from 2028-02-29 until 2029-02-28', () => {
    expect(validUntil(rollingCycle, '2026-09-10')).toBe('2027-09-10');
    expect(validUntil(rollingCycle, '2028-02-29')).toBe('2029-02-28');
    expect(validUntil(rollingCycle, '2027-02-28')).toBe('2028-02-28');
  });
});
