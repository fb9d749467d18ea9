interface AppOptions {
  onLaunch(): void;
  onShow(options: { query: Record<string, string> }): void;
}

const reLaunch = jest.fn(() => Promise.resolve());
const init = jest.fn();
const callFunction = jest.fn(() => Promise.resolve({ result: { ok: true, data: { signedIn: false } } }));

/** Starts the app in a WeChat with this library; undefined is one that cannot even tell. */
const startWith = (library: string | undefined) => {
  const started: AppOptions[] = [];
  const getAppBaseInfo = () => ({ SDKVersion: library, fontSizeScaleFactor: 1 });
  Object.assign(globalThis, {
    App: (options: AppOptions) => started.push(options),
    wx: {
      reLaunch,
      cloud: { init, callFunction },
      getStorageSync: () => '',
      getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
      ...(library !== undefined && { getAppBaseInfo }),
    },
  });
  jest.isolateModules(() => void jest.requireActual('../../miniprogram/app'));
  started[0]?.onLaunch();
  started[0]?.onShow({ query: {} });
  expect(started).toHaveLength(1);
};

beforeEach(() => jest.clearAllMocks());

test.each([['2.26.0'], ['3.8.12']])('in a WeChat with library %s the app starts', (library) => {
  startWith(library);
  expect(init).toHaveBeenCalledWith({ env: 'local', traceUser: false });
  expect(callFunction).toHaveBeenCalledWith({ name: 'account', data: { action: 'me', input: {} } });
  expect(reLaunch).not.toHaveBeenCalled();
});

test.each([['2.25.4'], ['2.20.1'], [undefined]])(
  'in a WeChat with library %s the person is asked to update it, and nothing else is tried',
  (library) => {
    startWith(library);
    expect(reLaunch).toHaveBeenCalledWith({ url: '/pages/update-wechat/index' });
    expect(init).not.toHaveBeenCalled();
    expect(callFunction).not.toHaveBeenCalled();
  },
);

test('where WeChat does not tell its text size, the words have the standard size', () => {
  startWith(undefined);
  const { wechatTextScale } = jest.requireActual<{ wechatTextScale(): number }>('../../miniprogram/services/device');
  expect(wechatTextScale()).toBe(1);
});
