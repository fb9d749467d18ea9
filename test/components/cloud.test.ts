import { environment } from '../../miniprogram/environment';
import {
  call,
  PATIENCE_MS,
  startCloud,
  upload,
  UPLOAD_PATIENCE_MS,
  UPLOADS_AT_ONCE,
} from '../../miniprogram/services/cloud';

const callFunction = jest.fn();
const getNetworkType = jest.fn();
const uploadFile = jest.fn();

beforeEach(() => {
  callFunction.mockReset();
  getNetworkType.mockReset().mockResolvedValue({ networkType: 'wifi' });
  Object.assign(globalThis, { wx: { cloud: { callFunction, uploadFile }, getNetworkType } });
  uploadFile.mockReset();
  jest.spyOn(console, 'warn').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
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
  ['cloud.callFunction:fail -501003 exceed request limit. [LimitExceeded.OutOfRequest request overrun]', 'BUSY'],
  ['cloud.callFunction:fail exceed concurrent request limit', 'BUSY'],
  ['cloud.callFunction:fail Error: data exceed max size', 'INTERNAL'],
  ["cloud.callFunction:fail Cloud API isn't enabled, please call wx.cloud.init first", 'INTERNAL'],
  ['cloud.callFunction:fail system error', 'UNREACHABLE'],
])('"%s" is %s', async (errMsg, code) => {
  callFunction.mockRejectedValue({ errCode: -1, errMsg });
  expect(await signIn()).toEqual({ ok: false, code });
});

describe('by WeChat’s number', () => {
  test.each([
    [-501000, 'INTERNAL'],
    [-501001, 'UNREACHABLE'],
    [-501002, 'TIMEOUT'],
    [-501003, 'BUSY'],
    [-501004, 'BUSY'],
    [-501005, 'INTERNAL'],
    [-404012, 'TIMEOUT'],
    [-504002, 'UNREACHABLE'],
    [-504003, 'TIMEOUT'],
    [-601001, 'UNREACHABLE'],
    [-601008, 'TIMEOUT'],
    [-604001, 'INTERNAL'],
    [-999999, 'UNREACHABLE'],
  ])('%i is %s, whatever the words', async (errCode, code) => {
    callFunction.mockRejectedValue({ errCode, errMsg: 'cloud.callFunction:fail Error: errMsg: x' });
    expect(await signIn()).toEqual({ ok: false, code });
  });

  test('what is a fault of ours is noted as an error, and is not excused by a lost network', async () => {
    getNetworkType.mockResolvedValue({ networkType: 'none' });
    callFunction.mockRejectedValue({ errCode: -604001, errMsg: 'cloudfunction result size exceed limit (1MB)' });
    expect(await signIn()).toEqual({ ok: false, code: 'INTERNAL' });
    expect(jest.mocked(console.error).mock.calls.length).toBe(1);
  });
});

describe('uploads', () => {
  interface Upload {
    cloudPath: string;
    success: (stored: { fileID: string }) => void;
    fail: (failure: { errMsg: string }) => void;
  }
  const underWay = (): Upload[] => uploadFile.mock.calls.map(([file]: [Upload]) => file);
  const send = (name: string) => upload(name, `wxfile://${name}`);

  test('are three at once, whoever sends them; the fourth waits for its turn', async () => {
    const sent = ['1', '2', '3', '4', '5'].map(send);
    expect(underWay().map(({ cloudPath }) => cloudPath)).toEqual(['1', '2', '3']);
    underWay()[1]?.success({ fileID: 'cloud://2' });
    expect(await sent[1]).toEqual({ ok: true, data: { fileId: 'cloud://2' } });
    expect(underWay().map(({ cloudPath }) => cloudPath)).toEqual(['1', '2', '3', '4']);
    underWay()[0]?.fail({ errMsg: 'cloud.uploadFile:fail request:fail' });
    expect(await sent[0]).toEqual({ ok: false, code: 'UNREACHABLE' });
    for (const { success, cloudPath } of underWay().slice(2)) success({ fileID: `cloud://${cloudPath}` });
    await sent[4];
    expect(underWay().length).toBe(5);
    expect(UPLOADS_AT_ONCE).toBe(3);
  });

  test('that take longer than a minute end, and give up their place', async () => {
    jest.useFakeTimers();
    const abort = jest.fn();
    uploadFile.mockReturnValue({ abort });
    const sent = ['1', '2', '3', '4'].map(send);
    await jest.advanceTimersByTimeAsync(UPLOAD_PATIENCE_MS);
    expect(await sent[0]).toEqual({ ok: false, code: 'TIMEOUT' });
    expect(abort).toHaveBeenCalledTimes(3);
    expect(underWay().length).toBe(4);
    underWay()[3]?.success({ fileID: 'cloud://4' });
    expect(await sent[3]).toMatchObject({ ok: true });
  });
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
