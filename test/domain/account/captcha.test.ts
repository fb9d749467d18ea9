import { isAnsweredBy, newCaptcha } from '../../../cloudfunctions/core/domain/account/captcha';
import { china } from '../../support/world/outcomes';

describe('A2: a captcha', () => {
  const captcha = newCaptcha([8, 5], china('2026-08-01 09:12'));

  test.each(['13', ' 13 ', '１３'])('of 8 and 5 is answered by %j', (answer) => {
    expect(isAnsweredBy(captcha, answer, china('2026-08-01 09:13'))).toBe(true);
  });

  test.each(['', '12', '13.0', '013', '85', 'thirteen'])('of 8 and 5 is not answered by %j', (answer) => {
    expect(isAnsweredBy(captcha, answer, china('2026-08-01 09:13'))).toBe(false);
  });

  test('lives five minutes: until 09:16:59.999, not at 09:17', () => {
    expect(isAnsweredBy(captcha, '13', china('2026-08-01 09:16:59.999'))).toBe(true);
    expect(isAnsweredBy(captcha, '13', china('2026-08-01 09:17'))).toBe(false);
  });
});
