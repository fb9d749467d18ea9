import { configure } from 'mobx-miniprogram';
import type { Me } from '../../miniprogram/shared/contract/account';
import { Attempt } from '../../miniprogram/stores/attempt';
import { nameCheck } from '../../miniprogram/stores/name-check';
import { phoneProofs } from '../../miniprogram/stores/phone-proof';
import { registration } from '../../miniprogram/stores/registration';
import { session } from '../../miniprogram/stores/session';
import { signIn } from '../../miniprogram/stores/sign-in';

configure({ enforceActions: 'always' });

interface Call {
  data: { action: string; input: Record<string, unknown> };
}

const wang: Me = {
  signedIn: true,
  name: '王桂英',
  phone: '138****0001',
  verified: false,
  hasPassword: true,
  faceConsent: false,
};
const accepted = (data: unknown) => ({ result: { ok: true, data } });
const refused = (code: string, detail?: unknown) => ({ result: { ok: false, code, message: '', detail } });

let answers: Record<string, () => unknown>;
const callFunction = jest.fn(({ data: { action } }: Call) => {
  const answer = answers[action];
  return answer ? Promise.resolve(answer()) : Promise.reject(new Error(`nobody expected ${action}`));
});
const callsOf = (action: string) => callFunction.mock.calls.filter(([{ data }]) => data.action === action);

beforeEach(() => {
  answers = {};
  callFunction.mockClear();
  Object.assign(globalThis, {
    wx: { cloud: { callFunction }, getNetworkType: () => Promise.resolve({ networkType: 'wifi' }) },
  });
  jest.spyOn(console, 'warn').mockImplementation();
  session.accept({ signedIn: false });
  registration.clear();
});

afterEach(() => jest.restoreAllMocks());

describe('an attempt', () => {
  test('takes no second try while one is running', async () => {
    const attempt = new Attempt();
    const task = jest.fn(() => Promise.resolve({ ok: true as const, data: 1 }));
    expect(await Promise.all([attempt.run(task), attempt.run(task)])).toEqual([{ data: 1 }, undefined]);
    expect(task).toHaveBeenCalledTimes(1);
  });

  test('keeps the trouble until the next try', async () => {
    const attempt = new Attempt();
    await attempt.run(() => Promise.resolve({ ok: false as const, code: 'BUSY' as const }));
    expect(attempt.trouble?.code).toBe('BUSY');
    await attempt.run(() => Promise.resolve({ ok: true as const, data: 1 }));
    expect(attempt.trouble).toBeUndefined();
  });

  test('a fault of ours is not swallowed, and the next try is possible', async () => {
    const attempt = new Attempt();
    await expect(attempt.run(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
    expect(attempt.busy).toBe(false);
  });
});

describe('the session', () => {
  test('an answer that was on its way before the sign-in does not undo it', async () => {
    const late: { answer?: (value: unknown) => void } = {};
    answers['me'] = () => new Promise((resolve) => (late.answer = resolve));
    const asked = session.refresh();
    session.accept(wang);
    late.answer?.(accepted({ signedIn: false }));
    await asked;
    expect(session.me).toEqual(wang);
  });

  test('after a sign-in by password the server says who it is', async () => {
    answers = { signIn: () => accepted({ signedIn: true }), me: () => accepted(wang) };
    expect(await signIn.withPassword('13800000001', 'guiying1948x')).toBe(true);
    expect(session.me).toEqual(wang);
  });

  test('where that answer does not come, nobody is told to sign in again', async () => {
    answers = { signIn: () => accepted({ signedIn: true }), me: () => Promise.reject(new Error('timeout')) };
    expect(await signIn.withPassword('13800000001', 'guiying1948x')).toBe(true);
    expect(session.me).toBeUndefined();
    expect(session.asking.trouble?.code).toBe('TIMEOUT');
  });

  test('keeps the unit of a scanned code, whatever else is scanned later', () => {
    session.arrive({ scene: 'u%3D0012' });
    session.arrive({ scene: 'nonsense' });
    session.arrive({ q: 'https%3A%2F%2Fexample.com%2F%3Fscene%3Du%253D0013' });
    session.arrive({});
    expect(session.scene).toEqual({ unit: '0012' });
  });

  test('signing out that does not reach the server leaves the person signed in', async () => {
    session.accept(wang);
    answers['signOut'] = () => Promise.reject(new Error('timeout'));
    expect(await session.signOut()).toBe(false);
    expect(session.signedIn).toBe(true);
  });
});

describe('a sign-in by card', () => {
  test('tells whether a phone is to be bound first (rule A13)', async () => {
    answers = { signInWithCard: () => accepted({ needsPhone: true }), me: () => accepted(wang) };
    expect(await signIn.withCard('610526184503120025', '123456')).toBe('needs-phone');
  });
});

describe("WeChat's phone button", () => {
  test.each([
    ['PHONE_BUTTON_DENIED', { errMsg: 'getPhoneNumber:fail user deny', errno: 103 }],
    ['PHONE_BUTTON_GUIDE', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }],
    ['PHONE_BUTTON_NOT_GRANTED', { errMsg: 'getPhoneNumber:fail', errno: 112 }],
    ['PHONE_BUTTON_NOT_GRANTED', { errMsg: 'getPhoneNumber:fail no permission' }],
    ['PHONE_BUTTON_NOT_GRANTED', { errMsg: 'getPhoneNumber:fail', errno: 1400001 }],
    ['PHONE_BUTTON_UNKNOWN', { errMsg: 'getPhoneNumber:fail no phone number', errno: 102 }],
    ['PHONE_BUTTON_UNKNOWN', { code: '' }],
    ['PHONE_BUTTON_UNKNOWN', {}],
  ])('without a code is %s, and asks nothing of the server: %j', async (code, answer) => {
    jest.spyOn(console, 'error').mockImplementation();
    expect(await signIn.withPhoneButton(answer)).toBe(false);
    expect(signIn.attempt.trouble?.code).toBe(code);
    expect(callFunction).not.toHaveBeenCalled();
    expect(jest.mocked(console.error).mock.calls.length).toBe(code === 'PHONE_BUTTON_NOT_GRANTED' ? 1 : 0);
    jest.mocked(console.error).mockRestore();
  });
});

describe('the name where it is typed (rule A6)', () => {
  afterEach(() => nameCheck.forget());

  test('goes on where nothing is offered for it', async () => {
    answers['checkName'] = () => accepted({});
    expect(await nameCheck.passes('王桂英')).toBe(true);
    expect(callsOf('checkName').map(([{ data }]) => data.input)).toEqual([{ name: '王桂英' }]);
  });

  test('waits where a simplified form is offered, until it is taken or another name is typed', async () => {
    answers['checkName'] = () => accepted({ simplified: '刘蒙' });
    expect(await nameCheck.passes('刘濛')).toBe(false);
    expect(nameCheck.offer).toBe('刘蒙');
    nameCheck.forget();
    expect(nameCheck.offer).toBe('');
  });

  test('goes on where the server does not answer: the last step says the same', async () => {
    answers['checkName'] = () => Promise.reject(new Error('timeout'));
    expect(await nameCheck.passes('刘濛')).toBe(true);
  });

  test('goes on once, however often it is pressed', async () => {
    answers['checkName'] = () => accepted({});
    expect(await Promise.all([nameCheck.passes('王桂英'), nameCheck.passes('王桂英')])).toEqual([true, false]);
  });
});

describe('registration', () => {
  const fill = () => {
    phoneProofs.register.setPhone('13800000001');
    registration.setPerson('王桂英', '610526184503120025');
    registration.setPasswords('guiying1948x', 'guiying1948x');
  };

  test('what was typed stays after a refusal', async () => {
    fill();
    answers['register'] = () => refused('SMS_CODE_WRONG', { triesLeft: 4 });
    expect(await registration.submit('register', '111111')).toBe(false);
    expect([registration.name, registration.idNumber, registration.password]).toEqual([
      '王桂英',
      '610526184503120025',
      'guiying1948x',
    ]);
  });

  test('a name as the identity card shows it is sent as that, until another one is typed (rule A6)', async () => {
    fill();
    registration.setName('刘濛');
    registration.keepName();
    registration.setPerson('刘濛', '610526184503120025');
    answers['register'] = () => refused('SMS_CODE_WRONG', { triesLeft: 4 });
    await registration.submit('register', '111111');
    registration.setName('刘蒙');
    await registration.submit('register', '111111');
    const inputs = callsOf('register').map(([{ data }]) => data.input);
    expect(inputs[0]).toMatchObject({ name: '刘濛', asOnCard: true });
    expect(inputs[1]).toMatchObject({ name: '刘蒙' });
    expect(inputs[1]).not.toHaveProperty('asOnCard');
  });

  test('nothing typed stays in the phone after it is done', async () => {
    fill();
    answers['register'] = () => accepted({ me: wang });
    expect(await registration.submit('register', '123456')).toBe(true);
    expect([registration.name, registration.idNumber, registration.password, phoneProofs.register.phone]).toEqual([
      '',
      '',
      '',
      '',
    ]);
    expect(session.me).toEqual(wang);
  });

  test('an answer that got lost on the way does not hide that it is done', async () => {
    fill();
    answers = { register: () => Promise.reject(new Error('timeout')), me: () => accepted(wang) };
    expect(await registration.submit('register', '123456')).toBe(true);
    expect(session.me).toEqual(wang);
  });

  test('where it is not done, the trouble is told', async () => {
    fill();
    answers = { register: () => Promise.reject(new Error('timeout')), me: () => accepted({ signedIn: false }) };
    expect(await registration.submit('register', '123456')).toBe(false);
    expect(registration.submitting.trouble?.code).toBe('TIMEOUT');
  });

  test('a recycled number is reclaimed with the same data and the same code (rule A12)', async () => {
    fill();
    answers = { register: () => refused('PHONE_TAKEN'), reclaimPhone: () => accepted({ me: wang }) };
    await registration.submit('register', '123456');
    await registration.submit('reclaimPhone', '123456');
    expect(callsOf('reclaimPhone')[0]?.[0].data.input).toEqual(callsOf('register')[0]?.[0].data.input);
  });

  test('with an expired code another one has to be sent', async () => {
    fill();
    answers = {
      captcha: () => accepted({ captchaId: 'sum-1', image: 'data:,', question: '三加五等于几？' }),
      sendSms: () => accepted({ expiresAt: '2026-08-01T01:17:00.000Z', resendAfterSeconds: 60 }),
      register: () => refused('SMS_CODE_EXPIRED'),
    };
    await phoneProofs.register.loadCaptcha();
    await phoneProofs.register.send('8');
    expect(phoneProofs.register.codeSent).toBe(true);
    await registration.submit('register', '123456');
    expect(phoneProofs.register.codeSent).toBe(false);
  });

  test('a code that went to another number counts for nothing', async () => {
    fill();
    answers = {
      captcha: () => accepted({ captchaId: 'sum-1', image: 'data:,', question: '三加五等于几？' }),
      sendSms: () => accepted({ expiresAt: '2026-08-01T01:17:00.000Z', resendAfterSeconds: 60 }),
    };
    await phoneProofs.register.loadCaptcha();
    await phoneProofs.register.send('8');
    phoneProofs.register.setPhone('13800000002');
    expect(phoneProofs.register.codeSent).toBe(false);
  });
});
