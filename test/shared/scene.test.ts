import { parseScene, receiptScene } from '../../miniprogram/shared/scene';

test('the code on a unit’s poster names the unit', () => {
  expect(parseScene('u=pc-no1-school')).toEqual({ unit: 'pc-no1-school' });
});

test('WeChat hands the scene over percent-encoded', () => {
  expect(parseScene('u%3D610526_0012')).toEqual({ unit: '610526_0012' });
});

test('a unit has at most 30 characters, so that the scene has 32', () => {
  expect(parseScene(`u=${'a'.repeat(30)}`)).toBeDefined();
  expect(parseScene(`u=${'a'.repeat(31)}`)).toBeUndefined();
});

test('the code on a receipt names its number', () => {
  expect(parseScene('r=0123456789012345')).toEqual({ receipt: '0123456789012345' });
  expect(parseScene('r%3D0123456789012345')).toEqual({ receipt: '0123456789012345' });
  expect(parseScene(receiptScene('0123456789012345'))).toEqual({ receipt: '0123456789012345' });
});

test.each([
  'r=',
  'r=012345678901234',
  'r=01234567890123456',
  'r=012345678901234x',
  'r=0123456789012345&u=a',
  undefined,
  '',
  'u=',
  'u',
  'x=1',
  'u=a&x=1',
  'u=a b',
  'u=<script>',
  'u=中心',
  '%',
  'u=%E0%A4%A',
  'U=a',
  ' u=a',
])('anything else is no scene: %j', (scene) => {
  expect(parseScene(scene)).toBeUndefined();
});
