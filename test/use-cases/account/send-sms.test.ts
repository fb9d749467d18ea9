import { atOnce, codeOf, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

const phone = '13800000001';
let world: World;
beforeEach(() => {
  world = new World('2026-08-01 09:12');
});

/** Sends with a captcha of its own each time. */
const send = async (to = phone, openid = 'wang') =>
  world.user(openid).sendSms({ phone: to, purpose: 'register', ...(await world.solvedCaptcha(openid)) });

describe('A2: a captcha', () => {
  test('is the same sum as a picture and in words', async () => {
    const shown = await world.user('wang').captcha({});
    expect(shown).toMatchObject({ ok: true, data: { captchaId: expect.stringMatching(/^[0-9a-f]{32}$/) } });
    const [captcha] = world.database.contents('captchas');
    const { captchaId, answer } = await world.solvedCaptcha('wang');
    expect(captchaId).not.toBe(captcha?.id);
    expect(world.database.contents('captchas').find(({ id }) => id === captchaId)?.value.answer).toBe(answer);
  });

  test('has terms from 1 to 9, all of them', async () => {
    const terms = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const shown = await world.user('wang').captcha({});
      if (shown.ok) shown.data.question.split(' + ').forEach((term) => terms.add(term));
    }
    expect([...terms].sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  test('answered right lets one message out', async () => {
    expect(await send()).toEqual({ ok: true, data: { expiresAt: '2026-08-01T01:17:00.000Z', resendAfterSeconds: 60 } });
    expect(world.sms.sent).toEqual([{ to: phone, purpose: 'register', code: expect.stringMatching(/^\d{6}$/) }]);
  });

  test('answered wrong lets none out, and is used up: the right answer comes too late', async () => {
    const captcha = await world.solvedCaptcha('wang');
    const answered = (answer: string) => world.user('wang').sendSms({ phone, purpose: 'register', ...captcha, answer });
    expect(codeOf(await answered('1'))).toBe('CAPTCHA_WRONG');
    expect(codeOf(await answered(captcha.answer))).toBe('CAPTCHA_EXPIRED');
    expect(world.sms.sent).toEqual([]);
  });

  test('is used up by a right answer too', async () => {
    const captcha = await world.solvedCaptcha('wang');
    const one = () => world.user('wang').sendSms({ phone, purpose: 'register', ...captcha });
    expect(codeOf(await one())).toBe('ok');
    world.at('2026-08-01 09:14');
    expect(codeOf(await one())).toBe('CAPTCHA_EXPIRED');
  });

  test('answered twenty times at once counts once', async () => {
    const captcha = await world.solvedCaptcha('wang');
    const sent = await atOnce(20, (index) =>
      world.user('wang').sendSms({ phone: `138000000${10 + index}`, purpose: 'register', ...captcha }),
    );
    expect(tally(sent)).toEqual({ ok: 1, CAPTCHA_EXPIRED: 19 });
  });

  test.each(['right', 'wrong'])(
    'of 09:12 is too old at 09:17, whether the sum is %s, and nothing goes out',
    async (sum) => {
      const { captchaId, answer } = await world.solvedCaptcha('wang');
      world.at('2026-08-01 09:17');
      const given = { captchaId, answer: sum === 'right' ? answer : '1' };
      const sent = await world.user('wang').sendSms({ phone, purpose: 'register', ...given });
      expect(codeOf(sent)).toBe('CAPTCHA_EXPIRED');
      expect(world.sms.sent).toEqual([]);
      expect(world.database.contents('captchas')).toEqual([]);
    },
  );

  test('that was swept away in the night, or never was, is too old: nobody says that the sum is wrong', async () => {
    const unknown = { captchaId: 'f'.repeat(32), answer: '13' };
    expect(codeOf(await world.user('wang').sendSms({ phone, purpose: 'register', ...unknown }))).toBe(
      'CAPTCHA_EXPIRED',
    );
  });

  test('is not used up by a phone number that is none', async () => {
    const captcha = await world.solvedCaptcha('wang');
    const sent = (to: string) => world.user('wang').sendSms({ phone: to, purpose: 'register', ...captcha });
    expect(codeOf(await sent('123'))).toBe('BAD_PHONE');
    expect(codeOf(await sent(phone))).toBe('ok');
  });
});

describe('A3: text messages', () => {
  test('a second one to a phone waits 60 seconds, however the number is written', async () => {
    await send();
    world.at('2026-08-01 09:12:20');
    expect(await send('+86 138 0000 0001', 'li')).toEqual({
      ok: false,
      code: 'SMS_TOO_SOON',
      detail: { waitSeconds: 40 },
    });
    world.at('2026-08-01 09:13');
    expect(codeOf(await send())).toBe('ok');
  });

  test('the eleventh of a day to a phone is refused, whoever asks; the next day begins at 00:00', async () => {
    for (let minute = 10; minute < 20; minute++) {
      world.at(`2026-08-01 23:${minute}`);
      expect(codeOf(await send(phone, `user ${minute}`))).toBe('ok');
    }
    world.at('2026-08-01 23:59:59');
    expect(await send(phone, 'another')).toMatchObject({ code: 'SMS_LIMIT_REACHED', detail: { per: 'phone' } });
    world.at('2026-08-02 00:00');
    expect(codeOf(await send(phone, 'another'))).toBe('ok');
  });

  test('the twenty-first of a day from one WeChat user is refused, to whatever phone', async () => {
    for (let index = 10; index < 30; index++) expect(codeOf(await send(`138000000${index}`))).toBe('ok');
    expect(await send('13800000099')).toMatchObject({ code: 'SMS_LIMIT_REACHED', detail: { per: 'user' } });
    expect(codeOf(await send('13800000099', 'li'))).toBe('ok');
  });

  test('a refused message counts for nobody', async () => {
    await send();
    for (let i = 0; i < 30; i++) await send(phone, 'li');
    expect(codeOf(await send('13800000002', 'li'))).toBe('ok');
  });

  test('of eight at once to one phone, one goes out', async () => {
    const sent = await atOnce(8, (index) => send(phone, `user ${index}`));
    expect(tally(sent)).toMatchObject({ ok: 1, SMS_TOO_SOON: 7 });
    expect(world.sms.sent).toHaveLength(1);
  });

  test('one that the service does not take is said to be, and counted: it may have gone out all the same', async () => {
    world.sms.works = false;
    expect(codeOf(await send())).toBe('SMS_NOT_SENT');
    world.sms.works = true;
    expect(codeOf(await send())).toBe('SMS_TOO_SOON');
  });

  test('neither phone nor code stands in the database', async () => {
    await send();
    const kept = JSON.stringify([world.database.contents('smsCodes'), world.database.contents('smsQuotas')]);
    expect(kept).not.toContain(phone);
    expect(kept).not.toContain(world.lastCode());
  });
});
