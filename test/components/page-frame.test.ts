import { declarations } from '../support/mini-program-files';
import { builtModule, loadComponent, part, wordsOf } from '../support/simulate';
import type { TextSizeStore } from '../../miniprogram/stores/text-size';

const { phone, render } = loadComponent('components/page-frame/index');
const { textSize } = builtModule<{ textSize: TextSizeStore }>('stores/text-size');

const scaleOf = (frame: ReturnType<typeof render>) => part(frame, '.frame').dom.style.getPropertyValue('--scale');
const isArriving = (frame: ReturnType<typeof render>) => frame.querySelector('.frame-arriving') !== undefined;
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

describe('the second touch of a trembling hand lands on no button of the next page', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-08-01T01:12:00.000Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  });
  afterEach(() => jest.useRealTimers());

  test('a page that has just come takes no taps for 400 ms', () => {
    const frame = render({ heading: '您想怎么登录？' });
    expect(isArriving(frame)).toBe(true);
    jest.advanceTimersByTime(399);
    expect(isArriving(frame)).toBe(true);
    jest.advanceTimersByTime(1);
    expect(isArriving(frame)).toBe(false);
  });

  test('nor does a page to which somebody comes back', () => {
    const frame = render({ heading: '您想怎么登录？' });
    jest.advanceTimersByTime(400);
    frame.triggerPageLifeTime('show');
    expect(isArriving(frame)).toBe(true);
    jest.advanceTimersByTime(400);
    expect(isArriving(frame)).toBe(false);
  });

  test('a page that has gone leaves no timer behind', () => {
    const frame = render({ heading: '您想怎么登录？' });
    const before = jest.getTimerCount();
    frame.detach();
    expect(jest.getTimerCount()).toBe(before - 1);
  });

  test('no taps: whatever stands in the frame, native buttons included, can not be hit', () => {
    const rules = declarations().filter(
      ({ file, selector }) => file.includes('page-frame') && selector === '.frame-arriving',
    );
    expect(rules.map(({ property, value }) => [property, value])).toEqual([['pointer-events', 'none']]);
  });
});
