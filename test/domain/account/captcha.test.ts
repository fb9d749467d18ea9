import { checkAnswer, newCaptcha } from '../../../cloudfunctions/core/domain/account/captcha';
import { china, codeOf } from '../../support/world/outcomes';

describe('A2: a captcha', () => {
  const captcha = newCaptcha([8, 5], china('2026-08-01 09:12'));

  const answered = (answer: string, time: string) => codeOf(checkAnswer(captcha, answer, china(time)));

  test.each(['13', ' 13 ', '１３'])('of 8 and 5 is answered by %j', (answer) => {
    expect(answered(answer, '2026-08-01 09:13')).toBe('ok');
  });

  test.each(['', '12', '13.0', '013', '85', 'thirteen'])('of 8 and 5 is not answered by %j', (answer) => {
    expect(answered(answer, '2026-08-01 09:13')).toBe('CAPTCHA_WRONG');
  });

  test('lives five minutes: until 09:16:59.999, not at 09:17', () => {
    expect(answered('13', '2026-08-01 09:16:59.999')).toBe('ok');
    expect(answered('13', '2026-08-01 09:17')).toBe('CAPTCHA_EXPIRED');
  });

  test('that is too old is answered neither right nor wrong', () => {
    expect(answered('12', '2026-08-01 09:17')).toBe('CAPTCHA_EXPIRED');
  });
});
