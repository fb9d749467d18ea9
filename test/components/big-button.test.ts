import { emitted, fire, loadComponent, part, wordsOf } from '../support/simulate';
import type { Rendered } from '../support/simulate';

const { render } = loadComponent('components/big-button/index');

const face = (button: Rendered) => part(part(button, '.vant'), '.van-button');
const tap = (button: Rendered) => fire(face(button), 'tap');
const at = (time: string) => jest.spyOn(Date, 'now').mockReturnValue(new Date(time).getTime());

afterEach(() => jest.restoreAllMocks());

test('a tap is one press', async () => {
  const button = render({ text: '登录' });
  const presses = emitted(button, 'press');
  await tap(button);
  expect(presses).toHaveLength(1);
});

test('the second tap of a trembling hand is none', async () => {
  const button = render({ text: '登录' });
  const presses = emitted(button, 'press');
  at('2026-08-01T01:12:00.000Z');
  await tap(button);
  at('2026-08-01T01:12:00.399Z');
  await tap(button);
  expect(presses).toHaveLength(1);
});

test('a tap 400 ms later is meant', async () => {
  const button = render({ text: '登录' });
  const presses = emitted(button, 'press');
  at('2026-08-01T01:12:00.000Z');
  await tap(button);
  at('2026-08-01T01:12:00.400Z');
  await tap(button);
  expect(presses).toHaveLength(2);
});

test('two different buttons pressed at the same time both count', async () => {
  at('2026-08-01T01:12:00.000Z');
  const [first, second] = [render({ text: '登录' }), render({ text: '注册' })];
  const presses = [emitted(first, 'press'), emitted(second, 'press')];
  await tap(first);
  await tap(second);
  expect(presses.map((each) => each.length)).toEqual([1, 1]);
});

test('while busy it says so and takes no tap', async () => {
  const button = render({ text: '登录', busy: true, busyText: '正在登录…' });
  const presses = emitted(button, 'press');
  await tap(button);
  expect(presses).toEqual([]);
  expect(wordsOf(button)).toBe('正在登录…');
});

test('when the work is done the next tap counts, however soon it comes', async () => {
  at('2026-08-01T01:12:00.000Z');
  const button = render({ text: '登录' });
  const presses = emitted(button, 'press');
  await tap(button);
  button.setData({ busy: true });
  button.setData({ busy: false });
  await tap(button);
  expect(presses).toHaveLength(2);
});

test("WeChat's phone-number button hands out the code, and no press", async () => {
  const button = render({ text: '微信手机号登录', openType: 'getPhoneNumber' });
  const [presses, codes] = [emitted(button, 'press'), emitted(button, 'phone')];
  await fire(part(button, '.vant'), 'getphonenumber', { code: 'one-use', errMsg: 'getPhoneNumber:ok' });
  await tap(button);
  expect(codes).toEqual([{ code: 'one-use' }]);
  expect(presses).toEqual([]);
});

test('where the person does not allow the phone number it tells why, in place of a code', async () => {
  const button = render({ text: '微信手机号登录', openType: 'getPhoneNumber' });
  const codes = emitted(button, 'phone');
  await fire(part(button, '.vant'), 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny', errno: 103 });
  expect(codes).toEqual([{ errMsg: 'getPhoneNumber:fail user deny', errno: 103 }]);
});
