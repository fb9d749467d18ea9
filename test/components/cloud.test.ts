import { environment } from '../../miniprogram/environment';
import { call, PATIENCE_MS, startCloud } from '../../miniprogram/services/cloud';

const callFunction = jest.fn();
const getNetworkType = jest.fn();

beforeEach(() => {
  callFunction.mockReset();
  getNetworkType.mockReset().mockResolvedValue({ networkType: 'wifi' });
  Object.assign(globalThis, { wx: { cloud: { callFunction }, getNetworkType } });
  jest.spyOn(console, 'warn').mockImplementation();
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const signIn = () => call('account', 'signIn', { phone: '13800000001', password: 'guiying1948x' });

test('every call goes to the environment that the build names', () => {
  const init = jest.fn();
  Object.assign(wx.cloud, { init });
  startCloud();
  expect(environment.id).toBe('local');
  expect(init).toHaveBeenCalledWith({ env: environment.id, traceUser: false });
});

test('sends the action and its input to the function', async () => {
  callFunction.mockResolvedValue({ result: { ok: true, data: { signedIn: true } } });
  expect(await signIn()).toEqual({ ok: true, data: { signedIn: true } });
  expect(callFunction).toHaveBeenCalledWith({
    name: 'account',
    data: { action: 'signIn', input: { phone: '13800000001', password: 'guiying1948x' } },
  });
});

test('a refusal comes back with its code and its detail', async () => {
  callFunction.mockResolvedValue({
    result: { ok: false, code: 'BAD_CREDENTIALS', message: '', detail: { triesLeft: 2 } },
  });
  expect(await signIn()).toMatchObject({ ok: false, code: 'BAD_CREDENTIALS', detail: { triesLeft: 2 } });
});

test('without a network it is OFFLINE', async () => {
  callFunction.mockRejectedValue({ errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' });
  getNetworkType.mockResolvedValue({ networkType: 'none' });
  expect(await signIn()).toEqual({ ok: false, code: 'OFFLINE' });
});

test.each([
  ['cloud.callFunction:fail request:fail timeout', 'TIMEOUT'],
  ['cloud.callFunction:fail -504003 FUNCTIONS_TIME_LIMIT_EXCEEDED: Invoking task timed out', 'TIMEOUT'],
  ['cloud.callFunction:fail -404011 cloud function execution error', 'UNREACHABLE'],
])('"%s" is %s', async (errMsg, code) => {
  callFunction.mockRejectedValue({ errCode: -1, errMsg });
  expect(await signIn()).toEqual({ ok: false, code });
});

test('no answer within 25 seconds is TIMEOUT', async () => {
  jest.useFakeTimers();
  callFunction.mockReturnValue(new Promise(() => undefined));
  const answer = signIn();
  await jest.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(await answer).toEqual({ ok: false, code: 'TIMEOUT' });
  expect(PATIENCE_MS).toBe(25_000);
});

test('an answer in time leaves no timer behind', async () => {
  jest.useFakeTimers();
  callFunction.mockResolvedValue({ result: { ok: true, data: { signedIn: true } } });
  await signIn();
  expect(jest.getTimerCount()).toBe(0);
});

test.each([
  ['nothing', undefined],
  ['a page of HTML', '<html>'],
  ['no envelope', { data: 1 }],
  ['a code nobody knows', { ok: false, code: 'NO_SUCH_CODE', message: '' }],
  ['a property of every object for a code', { ok: false, code: 'toString', message: '' }],
])('%s for an answer is UNREACHABLE, never a crash', async (_, result) => {
  callFunction.mockResolvedValue({ result });
  expect(await signIn()).toEqual({ ok: false, code: 'UNREACHABLE' });
});

test('what is logged of a failed call holds nothing that was sent', async () => {
  callFunction.mockRejectedValue({ errCode: -1, errMsg: 'cloud.callFunction:fail' });
  await signIn();
  expect(JSON.stringify(jest.mocked(console.warn).mock.calls)).not.toMatch(/13800000001|guiying1948x/);
});
