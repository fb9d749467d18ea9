import { loadComponent, part, wordsOf } from '../support/simulate';

const { render } = loadComponent('components/notice/index');

test.each(['ok', 'look', 'lost'])('"%s" is told by colour, by a sign and by words', (kind) => {
  const notice = render({ kind, heading: '验证码不对', text: '请看最新的那条短信。' });
  expect(notice.querySelector(`.notice-${kind}`)).toBeDefined();
  expect(notice.querySelector('.sign')).toBeDefined();
  expect(wordsOf(part(notice, '.heading'))).toBe('验证码不对');
});

test('what is only good to know carries no sign', () => {
  expect(render({ kind: 'plain', heading: '会留下' }).querySelector('.sign')).toBeUndefined();
});

test('every sentence begins on a line of its own', () => {
  const notice = render({ kind: 'look', heading: '锁上了', text: '明天上午 9:12 自动打开。着急的话，按“忘记密码”。' });
  const lines = part(notice, '.text').querySelectorAll('.line').map(wordsOf);
  expect(lines).toEqual(['明天上午 9:12 自动打开。', '着急的话，按“忘记密码”。']);
});

test('a closing quotation mark stays with its sentence', () => {
  const notice = render({ kind: 'look', heading: '问', text: '他说“要退出吗？”请按“不退出”。' });
  expect(part(notice, '.text').querySelectorAll('.line').map(wordsOf)).toEqual(['他说“要退出吗？”', '请按“不退出”。']);
});

test('without more to say there is no empty line', () => {
  expect(render({ kind: 'ok', heading: '好了' }).querySelector('.text')).toBeUndefined();
});
