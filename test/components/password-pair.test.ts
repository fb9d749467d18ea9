import { emitted, fire, loadComponent, part } from '../support/simulate';
import type { Rendered } from '../support/simulate';

const { render } = loadComponent('components/password-pair/index');

const type = async (pair: Rendered, password: string, passwordAgain: string) => {
  await fire(part(pair, '.first'), 'input', { value: password });
  await fire(part(pair, '.second'), 'input', { value: passwordAgain });
};
const submit = (pair: Rendered) => fire(part(pair, '.submit'), 'press');
const ofWang = { action: '下一步', phone: '13800000001', idNumber: '610526184503120025' };

test('hands on a good password typed twice', async () => {
  const pair = render(ofWang);
  const done = emitted(pair, 'done');
  await type(pair, 'guiying1948x', 'guiying1948x');
  await submit(pair);
  expect(done).toEqual([{ password: 'guiying1948x', passwordAgain: 'guiying1948x' }]);
});

test.each([
  ['a1b2c3', '密码要 8 到 20 位。'],
  ['12345678', '密码里要有字母，也要有数字。'],
  ['a13800000001', '密码里不要有手机号，别人容易猜到。'],
  ['ab18450312', '密码里不要有身份证号或者生日，别人容易猜到。'],
  ['abc12345', '这个密码太常见，别人容易猜到，请换一个。'],
])('refuses %s before anything is sent (rule A7)', async (password, words) => {
  const pair = render(ofWang);
  const done = emitted(pair, 'done');
  await type(pair, password, password);
  await submit(pair);
  expect(pair.data['error']).toBe(words);
  expect(done).toEqual([]);
});

test('two different passwords are told at the second field', async () => {
  const pair = render(ofWang);
  await type(pair, 'guiying1948x', 'guiying1948');
  await submit(pair);
  expect(pair.data['errorAgain']).toBe('两次的密码不一样，请按“显示”看着再输一遍。');
  expect(pair.data['error']).toBe('');
});

test('a good password passes where the phone is not known', async () => {
  const pair = render({ action: '保存新密码' });
  const done = emitted(pair, 'done');
  await type(pair, 'guiying1948x', 'guiying1948x');
  await submit(pair);
  expect(done).toHaveLength(1);
});
