import { addDays, addHours, addMinutes, chinaDay, chinaYear, spokenTime } from '../../miniprogram/shared/china-time';
import { china } from '../support/world/outcomes';

describe('China Standard Time', () => {
  test('a day begins at 16:00 UTC of the day before', () => {
    expect(chinaDay(new Date('2026-08-01T15:59:59.999Z'))).toBe('2026-08-01');
    expect(chinaDay(new Date('2026-08-01T16:00:00.000Z'))).toBe('2026-08-02');
  });

  test('a year begins at 16:00 UTC on the 31st of December', () => {
    expect(chinaYear(new Date('2026-12-31T15:59:59.999Z'))).toBe(2026);
    expect(chinaYear(new Date('2026-12-31T16:00:00.000Z'))).toBe(2027);
  });

  test('there was summer time from 1986 to 1991, which no rule follows', () => {
    expect(chinaDay(new Date('1988-07-01T15:30:00.000Z'))).toBe('1988-07-01');
  });

  test('minutes, hours and days are spans, over the end of a month and a leap day', () => {
    expect(addMinutes(china('2026-07-31 23:58'), 5)).toEqual(china('2026-08-01 00:03'));
    expect(addHours(china('2028-02-28 09:12'), 24)).toEqual(china('2028-02-29 09:12'));
    expect(addDays(china('2026-08-01 09:12'), 30)).toEqual(china('2026-08-31 09:12'));
  });
});

describe('an instant in words', () => {
  const now = china('2026-08-01 09:12');

  test('明天上午 9:12', () => {
    expect(spokenTime(china('2026-08-02 09:12'), now)).toEqual({
      dayDistance: 1,
      year: 2026,
      month: 8,
      day: 2,
      partOfDay: 'morning',
      hour: 9,
      minute: 12,
    });
  });

  test('今天下午 3:05', () => {
    expect(spokenTime(china('2026-08-01 15:05'), now)).toMatchObject({
      dayDistance: 0,
      partOfDay: 'afternoon',
      hour: 3,
      minute: 5,
    });
  });

  test('8月3日, the day after tomorrow, though less than 48 hours away', () => {
    expect(spokenTime(china('2026-08-03 08:00'), now)).toMatchObject({ dayDistance: 2, month: 8, day: 3 });
  });

  test('tomorrow is the next calendar day, however near', () => {
    expect(spokenTime(china('2026-08-02 00:01'), china('2026-08-01 23:59')).dayDistance).toBe(1);
    expect(spokenTime(china('2027-01-01 00:01'), china('2026-12-31 23:59'))).toMatchObject({
      dayDistance: 1,
      year: 2027,
      month: 1,
      day: 1,
    });
  });

  test('yesterday is -1', () => {
    expect(spokenTime(china('2026-07-31 23:59'), now).dayDistance).toBe(-1);
  });

  test.each([
    ['00:00', 'before-dawn', 0],
    ['04:59', 'before-dawn', 4],
    ['05:00', 'morning', 5],
    ['11:59', 'morning', 11],
    ['12:00', 'noon', 12],
    ['12:59', 'noon', 12],
    ['13:00', 'afternoon', 1],
    ['17:59', 'afternoon', 5],
    ['18:00', 'evening', 6],
    ['23:59', 'evening', 11],
  ])('%s is %s %i', (time, partOfDay, hour) => {
    expect(spokenTime(china(`2026-08-01 ${time}`), now)).toMatchObject({ partOfDay, hour });
  });
});
