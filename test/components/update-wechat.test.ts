import fs from 'node:fs';
import path from 'node:path';
import { fire, loadComponent, part, wordsOf } from '../support/simulate';

const page = 'pages/update-wechat/index';
const { render } = loadComponent(page);
const updateWeChatApp = jest.fn();

test('says what is to be done, and whom to ask', () => {
  const words = wordsOf(render());
  expect(words).toContain('请更新微信');
  expect(words).toContain('再扫一次码');
  expect(words).toContain('家里人');
});

test('opens the place where WeChat is updated, where this WeChat can', async () => {
  Object.assign(wx, { updateWeChatApp });
  await fire(part(render(), '.action'), 'tap');
  expect(updateWeChatApp).toHaveBeenCalledTimes(1);
});

test('shows no button that would do nothing', () => {
  Object.assign(wx, { updateWeChatApp: undefined });
  expect(render().querySelector('.action')).toBeUndefined();
});

test('needs no component, no store and no style that an old WeChat may not have', () => {
  const read = (extension: string) =>
    fs.readFileSync(path.resolve(__dirname, '../../miniprogram', page + extension), 'utf8');
  expect(JSON.parse(read('.json'))).not.toHaveProperty('usingComponents');
  const imported = [...read('.ts').matchAll(/from '([^']+)'/g)].map(([, from]) => from);
  expect(imported).toEqual(['../../copy/update-wechat', '../../services/wechat-version']);
  const tokens = read('.wxss').match(/var\(--text-[a-z-]+\)/g);
  expect(tokens).toEqual(['var(--text-body)', 'var(--text-card-title)', 'var(--text-card-title)']);
  const scale = fs.readFileSync(path.resolve(__dirname, '../../miniprogram/styles/scale.wxss'), 'utf8');
  expect(scale).toMatch(/--text-body: calc\(20px \* var\(--scale\)\);/);
  expect(scale).toMatch(/--text-card-title: calc\(22px \* var\(--scale\)\);/);
});
