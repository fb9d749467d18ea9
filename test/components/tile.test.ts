import { emitted, fire, loadComponent, part, wordsOf } from '../support/simulate';

const { render } = loadComponent('components/tile/index');

afterEach(() => jest.restoreAllMocks());

test('says where it leads and how things stand', () => {
  const tile = render({ icon: 'key', text: '设一个密码', note: '有了密码，换手机也能登录' });
  expect(wordsOf(tile)).toBe('设一个密码有了密码，换手机也能登录');
});

test('a double tap opens one page', async () => {
  const tile = render({ icon: 'key', text: '修改密码' });
  const presses = emitted(tile, 'press');
  jest.spyOn(Date, 'now').mockReturnValue(new Date('2026-08-01T01:12:00Z').getTime());
  await fire(part(tile, '.tile'), 'tap');
  await fire(part(tile, '.tile'), 'tap');
  expect(presses).toHaveLength(1);
});
