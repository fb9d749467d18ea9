import { emitted, fire, loadComponent, part, wordsOf } from '../support/simulate';
import type { Rendered } from '../support/simulate';

const { render } = loadComponent('components/field/index');

// miniprogram-simulate lets the input's own event bubble as well, which WeChat does not: it is told apart by its cursor.
const typeInto = (field: Rendered, value: string) =>
  fire(part(field, '.input'), 'input', { value, cursor: value.length });

test('its name stands above the box', () => {
  expect(wordsOf(part(render({ label: '手机号' }), '.label'))).toBe('手机号');
});

test('hands on what is typed', async () => {
  const field = render({ label: '手机号' });
  const inputs = emitted(field, 'input');
  await typeInto(field, '138');
  expect(inputs).toContainEqual({ value: '138' });
});

test('keeps what is typed when the page has no value of its own', async () => {
  const field = render({ label: '手机号' });
  await typeInto(field, '138');
  expect(field.data['shown']).toBe('138');
});

test('shows the value it is given, and another one later', () => {
  const field = render({ label: '手机号', value: '13800000001' });
  expect(field.data['shown']).toBe('13800000001');
  field.setData({ value: '' });
  expect(field.data['shown']).toBe('');
});

test('"清空" empties it and says so', async () => {
  const field = render({ label: '手机号', value: '138' });
  const inputs = emitted(field, 'input');
  await fire(part(field, '.side'), 'tap');
  expect(inputs).toEqual([{ value: '' }]);
  expect(field.querySelector('.side')).toBeUndefined();
});

test('a password is hidden until "显示" is pressed, and again after "隐藏"', async () => {
  const field = render({ label: '登录密码', secret: true, value: 'guiying1948' });
  expect(wordsOf(part(field, '.side'))).toBe('显示');
  await fire(part(field, '.side'), 'tap');
  expect(field.data['revealed']).toBe(true);
  expect(wordsOf(part(field, '.side'))).toBe('隐藏');
  await fire(part(field, '.side'), 'tap');
  expect(field.data['revealed']).toBe(false);
});

test('what is wrong stands below it with a sign, and the box shows it', () => {
  const field = render({ label: '手机号', error: '手机号是 11 位数字，请再看一遍。' });
  expect(wordsOf(part(field, '.error'))).toBe('手机号是 11 位数字，请再看一遍。');
  expect(field.querySelector('.error-icon')).toBeDefined();
  expect(field.querySelector('.box-wrong')).toBeDefined();
});

test('without an error nothing is said', () => {
  const field = render({ label: '手机号' });
  expect(field.querySelector('.error')).toBeUndefined();
  expect(field.querySelector('.box-wrong')).toBeUndefined();
});

test('a number is read back in groups', () => {
  expect(wordsOf(part(render({ label: '手机号', readBack: '138 0000 0001' }), '.read-back'))).toBe('138 0000 0001');
});

test('"done" on the keyboard hands on the value', async () => {
  const field = render({ label: '手机号', value: '138' });
  const confirmed = emitted(field, 'confirm');
  await fire(part(field, '.input'), 'confirm', { value: '138', cursor: 3 });
  expect(confirmed).toContainEqual({ value: '138' });
});
