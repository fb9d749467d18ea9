import { builtModule, loadComponent, part, wordsOf } from '../support/simulate';
import type { TextSizeStore } from '../../miniprogram/stores/text-size';

const { phone, render } = loadComponent('components/page-frame/index');
const { textSize } = builtModule<{ textSize: TextSizeStore }>('stores/text-size');

const scaleOf = (frame: ReturnType<typeof render>) => part(frame, '.frame').dom.style.getPropertyValue('--scale');
const inWeChat = (fontSizeScaleFactor: number | undefined) =>
  phone.getAppBaseInfo.mockReturnValue({ SDKVersion: '3.7.0', fontSizeScaleFactor });

beforeEach(() => {
  phone.getStorageSync.mockReturnValue('');
  inWeChat(1);
});

test('shows its heading, its sentence and where in the task it is', () => {
  const frame = render({ heading: '请写您的手机号', lead: '以后用它登录。', progress: '第 1 步，共 5 步' });
  expect(wordsOf(frame)).toBe('第 1 步，共 5 步请写您的手机号以后用它登录。');
});

test.each([
  ['its standard', 1, '1'],
  ['its care mode', 1.4, '1.4'],
  ['more than fits a line', 2, '1.5'],
  ['less than the standard', 0.8, '1'],
  ['nothing told by an old client', undefined, '1'],
])('follows the text size of WeChat: %s', (_, factor, scale) => {
  inWeChat(factor);
  expect(scaleOf(render())).toBe(scale);
});

test('what the person has chosen goes before what WeChat has', () => {
  inWeChat(1.4);
  phone.getStorageSync.mockReturnValue('largest');
  expect(scaleOf(render())).toBe('1.5');
});

test('a size nobody knows any more counts as none', () => {
  phone.getStorageSync.mockReturnValue('gigantic');
  inWeChat(1.15);
  expect(scaleOf(render())).toBe('1.15');
});

test('an open page grows at once when a larger size is chosen', async () => {
  const frame = render();
  textSize.choose('large');
  await Promise.resolve();
  expect(scaleOf(frame)).toBe('1.25');
  expect(phone.setStorageSync).toHaveBeenCalledWith('setting.textSize', 'large');
});
