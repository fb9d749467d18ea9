import {
  codeTriesLeft,
  countTry,
  isInTime,
  newSmsCode,
  takesTries,
  uncountTry,
} from '../../../cloudfunctions/core/domain/account/sms-code';
import { countSms } from '../../../cloudfunctions/core/domain/account/sms-quota';
import type { SmsQuota } from '../../../cloudfunctions/core/domain/documents/account';
import { china } from '../../support/world/outcomes';

describe('A3: a code from a text message', () => {
  const code = newSmsCode('register', 'hash', china('2026-08-01 09:12'));

  test('lives five minutes: until 09:16:59.999, not at 09:17', () => {
    expect(isInTime(code, china('2026-08-01 09:16:59.999'))).toBe(true);
    expect(isInTime(code, china('2026-08-01 09:17'))).toBe(false);
    expect(takesTries(code, china('2026-08-01 09:17'))).toBe(false);
  });

  test('is void after five wrong tries', () => {
    const left: number[] = [];
    let tried = code;
    while (takesTries(tried, china('2026-08-01 09:13'))) {
      tried = countTry(tried);
      left.push(codeTriesLeft(tried));
    }
    expect(left).toEqual([4, 3, 2, 1, 0]);
  });

  test('takes back a try that was right', () => {
    expect(uncountTry(countTry(code))).toEqual(code);
    expect(uncountTry(code)).toEqual(code);
  });
});

describe('A3: how many text messages', () => {
  const now = china('2026-08-01 09:12');
  const sent = (sentToday: number, lastSentAt: string, day = '2026-08-01'): SmsQuota => ({
    day,
    sentToday,
    lastSentAt: china(lastSentAt),
  });

  test('the first ever is counted for phone and user', () => {
    const one = { day: '2026-08-01', sentToday: 1, lastSentAt: now };
    expect(countSms({ phone: undefined, user: undefined }, now)).toEqual({ ok: true, data: { phone: one, user: one } });
  });

  test('60 seconds lie between two to one phone', () => {
    const after = (time: string) => countSms({ phone: sent(1, time), user: undefined }, now);
    expect(after('2026-08-01 09:11:00').ok).toBe(true);
    expect(after('2026-08-01 09:11:00.001')).toMatchObject({ code: 'SMS_TOO_SOON', detail: { waitSeconds: 1 } });
    expect(after('2026-08-01 09:11:30')).toMatchObject({ code: 'SMS_TOO_SOON', detail: { waitSeconds: 30 } });
    expect(after('2026-08-01 09:12:00')).toMatchObject({ code: 'SMS_TOO_SOON', detail: { waitSeconds: 60 } });
  });

  test('one user may send to two phones at once', () => {
    expect(countSms({ phone: undefined, user: sent(1, '2026-08-01 09:12:00') }, now).ok).toBe(true);
  });

  test('a clock that was set back keeps nobody waiting for days', () => {
    expect(countSms({ phone: sent(1, '2026-08-03 09:12'), user: undefined }, now).ok).toBe(true);
  });

  test('ten a day to a phone', () => {
    const tenth = countSms({ phone: sent(9, '2026-08-01 08:00'), user: undefined }, now);
    expect(tenth).toMatchObject({ data: { phone: { sentToday: 10 } } });
    expect(countSms({ phone: sent(10, '2026-08-01 08:00'), user: undefined }, now)).toEqual({
      ok: false,
      code: 'SMS_LIMIT_REACHED',
      detail: { per: 'phone' },
    });
  });

  test('twenty a day from a user, to whatever phones', () => {
    const twentieth = countSms({ phone: undefined, user: sent(19, '2026-08-01 08:00') }, now);
    expect(twentieth).toMatchObject({ data: { user: { sentToday: 20 } } });
    expect(countSms({ phone: undefined, user: sent(20, '2026-08-01 08:00') }, now)).toMatchObject({
      code: 'SMS_LIMIT_REACHED',
      detail: { per: 'user' },
    });
  });

  test('whoever has reached the limit is told that, not to wait a minute', () => {
    expect(countSms({ phone: sent(10, '2026-08-01 09:11:59'), user: undefined }, now)).toMatchObject({
      code: 'SMS_LIMIT_REACHED',
    });
  });

  test('the day is the calendar day in China: at 00:00 the count begins anew', () => {
    const full = sent(10, '2026-08-01 22:00');
    expect(countSms({ phone: full, user: full }, china('2026-08-01 23:59:59.999')).ok).toBe(false);
    expect(countSms({ phone: full, user: full }, china('2026-08-02 00:00'))).toMatchObject({
      data: { phone: { day: '2026-08-02', sentToday: 1 }, user: { day: '2026-08-02', sentToday: 1 } },
    });
  });

  test('the 60 seconds go over midnight', () => {
    expect(
      countSms({ phone: sent(1, '2026-08-01 23:59:30'), user: undefined }, china('2026-08-02 00:00:10')),
    ).toMatchObject({ code: 'SMS_TOO_SOON', detail: { waitSeconds: 20 } });
  });
});
