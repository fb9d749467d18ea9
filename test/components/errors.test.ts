import { describe as inWords, errorWords } from '../../miniprogram/copy/errors';
import { eligibilityWords } from '../../miniprogram/copy/eligibility';
import { timeInWords, waitInWords } from '../../miniprogram/copy/times';
import type { PasswordFault } from '../../miniprogram/shared/error-codes';
import { errorCodes } from '../../miniprogram/shared/error-codes';
import { phoneFaults } from '../../miniprogram/shared/phone-fault';
import { refuse } from '../../miniprogram/shared/result';

const now = '2026-08-01T01:12:00.000Z';

test('every refusal and every fault has its words, and there are no words for anything else', () => {
  expect(Object.keys(errorWords).sort()).toEqual([...Object.keys(errorCodes), ...phoneFaults].sort());
});

test.each(Object.entries(errorWords))(
  '%s: a short line without numbers or foreign letters, then what to do',
  (_, words) => {
    expect(words.title).not.toMatch(/[0-9A-Za-z]/);
    expect(words.title).not.toMatch(/[。！]$/);
    expect(words.title.length).toBeLessThanOrEqual(8);
    expect(words.whatToDo).toMatch(/[。]$/);
    expect(words.whatToDo).not.toMatch(/错误|失败|异常|系统错|代码|服务器|请求|接口/);
  },
);

test.each(Object.entries(errorWords))('%s: no sentence is longer than 30 characters', (_, { whatToDo }) => {
  const sentences = whatToDo.split('。');
  expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(30);
});

describe('each limit has its own words', () => {
  const beginsAnewTomorrow = {
    SMS_LIMIT_REACHED: true,
    TOO_MANY_ASKERS: false,
    TOO_MANY_CARD_PHOTOS: true,
    TOO_MANY_CONTACTS: false,
    TOO_MANY_INVITATIONS: true,
    TOO_MANY_NEW_CONTACTS: true,
    TOO_MANY_PEOPLE: false,
    TOO_MANY_TRIES: true,
    TRY_TOMORROW: true,
  };

  test('and none is left out here', () => {
    const limits = Object.keys(errorCodes).filter((code) => /^(TOO_MANY|TRY)_|_LIMIT_/.test(code));
    expect(limits.sort()).toEqual(Object.keys(beginsAnewTomorrow).sort());
  });

  test.each(Object.entries(beginsAnewTomorrow))('%s: speaks of tomorrow: %s', (code, isSo) => {
    expect(errorWords[code as keyof typeof beginsAnewTomorrow].whatToDo.includes('明天')).toBe(isSo);
  });

  test('that no other has', () => {
    const titles = Object.keys(beginsAnewTomorrow).map((code) => errorWords[code as 'TRY_TOMORROW'].title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test('a sum that is too old is said to be that, and not wrong', () => {
  expect(errorWords.CAPTCHA_EXPIRED).toEqual({ title: '这道题过时了', whatToDo: '换了一道新题，请再算一次。' });
});

test('a lock tells when it opens, by the clock of the server', () => {
  const words = inWords(refuse('ACCOUNT_LOCKED', { opensAt: '2026-08-02T01:12:00.000Z', now }));
  expect(words.whatToDo).toBe('明天上午 9:12 自动打开。着急的话，按“忘记密码”，马上就能打开。');
});

test('a locked card points to the phone: its password can not be reset here', () => {
  const words = inWords(refuse('ACCOUNT_LOCKED', { opensAt: '2026-08-02T01:12:00.000Z', now }), 'card');
  expect(words.whatToDo).toBe('明天上午 9:12 自动打开。着急的话，可以用手机号登录。');
});

test('a wrong password tells how many tries are left', () => {
  expect(inWords(refuse('BAD_CREDENTIALS', { triesLeft: 2 })).whatToDo).toContain('还可以试 2 次。');
});

test('a wrong card password says which password is meant', () => {
  expect(inWords(refuse('BAD_CREDENTIALS', { triesLeft: 1 }), 'card').whatToDo).toBe(
    '还可以试 1 次。密码是在药店刷卡买药时输的那个。',
  );
});

test('a wrong code tells how many tries are left, and after the last to ask for another', () => {
  expect(inWords(refuse('SMS_CODE_WRONG', { triesLeft: 4 })).whatToDo).toContain('还可以试 4 次。');
  expect(inWords(refuse('SMS_CODE_WRONG', { triesLeft: 0 })).whatToDo).toBe('这个验证码不能再用了，请再发一次。');
});

test.each(['not-open', 'suspended-special', 'ended', 'no-cycle'] as const)(
  'somebody who may not certify reads the words of their state, as on every page: %s',
  (state) => {
    const { title, whatToDo } = eligibilityWords[state];
    expect(inWords(refuse('NOT_ELIGIBLE', { state }))).toEqual({ title, whatToDo });
  },
);

test('a state that only a newer server knows has words too', () => {
  const words = inWords(refuse('NOT_ELIGIBLE', { state: 'frozen' as 'ended' }));
  expect(words).toEqual({
    title: '现在认证不了',
    whatToDo: '手机上看不到原因。请给退休时的单位打个电话，问一问怎么办。',
  });
});

test('a message asked for too soon tells how long to wait, in minutes', () => {
  expect(inWords(refuse('SMS_TOO_SOON', { waitSeconds: 45 })).whatToDo).toContain('1 分钟后可以再发一次。');
});

test('a name in traditional characters is offered in simplified ones', () => {
  expect(inWords(refuse('TRADITIONAL_NAME', { simplified: '王国英' })).whatToDo).toContain('“王国英”');
});

test.each<PasswordFault>(['length', 'letter-and-digit', 'contains-phone', 'part-of-id-number', 'common'])(
  'a weak password says why: %s',
  (fault) => {
    expect(inWords(refuse('WEAK_PASSWORD', { fault })).whatToDo).toMatch(/密码.*。$/);
  },
);

test.each([
  ['2026-08-01T15:05:00.000Z', '今天晚上 11:05'],
  ['2026-08-02T01:12:00.000Z', '明天上午 9:12'],
  ['2026-08-01T17:00:00.000Z', '明天凌晨 1:00'],
  ['2026-08-03T04:30:00.000Z', '后天中午 12:30'],
  ['2026-08-04T07:00:00.000Z', '8月4日下午 3:00'],
])('%s is said as %s on the first of August', (instant, words) => {
  expect(timeInWords(new Date(instant), new Date(now))).toBe(words);
});

test.each([
  [0, '1 分钟'],
  [60, '1 分钟'],
  [61, '2 分钟'],
])('a wait of %d s is said as %s', (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
});
