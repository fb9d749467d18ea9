import { builtModule, emitted, fire, loadComponent, part, wordsOf } from '../support/simulate';
import type { Rendered } from '../support/simulate';
import { readSmsCode } from '../../miniprogram/components/sms-code';
import type { PhoneProofStore } from '../../miniprogram/stores/phone-proof';

const { phone, render } = loadComponent('components/code-step/index');
const { phoneProofs } = builtModule<{ phoneProofs: Record<string, PhoneProofStore> }>('stores/phone-proof');

const proof = phoneProofs['reset'] as PhoneProofStore;
const code = (step: Rendered, value: string) => fire(part(step, '.code-field'), 'input', { value });
const submit = (step: Rendered) => fire(part(step, '.submit'), 'press');

/** The server has sent a message at 09:12 and allows another after `resendAfterSeconds`. */
const messageSent = async (resendAfterSeconds: number) => {
  phone.cloud.callFunction.mockResolvedValueOnce({
    result: { ok: true, data: { captchaId: 'sum-1', image: 'data:,', question: '三加五等于几？' } },
  });
  await proof.loadCaptcha();
  phone.cloud.callFunction.mockResolvedValueOnce({
    result: { ok: true, data: { expiresAt: '2026-08-01T01:17:00.000Z', resendAfterSeconds } },
  });
  await proof.send('8');
};

beforeEach(() => {
  proof.clear();
  proof.setPhone('13800000001');
});

afterEach(() => jest.useRealTimers());

test('says to which number the message went', async () => {
  await messageSent(60);
  expect(wordsOf(part(render({ purpose: 'reset', action: '换成新密码' }), '.number'))).toBe('138 0000 0001');
});

test('hands on six digits', async () => {
  await messageSent(60);
  const step = render({ purpose: 'reset', action: '换成新密码' });
  const codes = emitted(step, 'code');
  await code(step, ' 123456 ');
  await submit(step);
  expect(codes).toEqual([{ code: '123456' }]);
});

test.each([
  ['567492', '567492'],
  ['567 492 ', '567492'],
  ['５６７４９２', '567492'],
  ['验证码：567492', '567492'],
  ['【机构】567492（5分钟内有效）', '567492'],
  ['5分钟内有效，验证码567492', '567492'],
  ['5674921', '567492'],
  ['5674', '5674'],
  ['没有收到', ''],
])('"%s" is pasted for %s, before it is cut to six', (pasted, read) => {
  expect(readSmsCode(pasted)).toBe(read);
});

test('a text message that is pasted whole leaves its code in the field, also where the same stood there before', async () => {
  await messageSent(60);
  const step = render({ purpose: 'reset', action: '换成新密码' });
  const [codes, field] = [emitted(step, 'code'), part(step, '.code-field')];
  await code(step, '【机构】567492（5分钟内有效）');
  expect(field.data['shown']).toBe('567492');
  await code(step, '验证码：５６７４９２');
  await submit(step);
  expect(field.data['shown']).toBe('567492');
  expect(codes).toEqual([{ code: '567492' }]);
});

test.each(['', '12345', 'abcdef'])('hands on nothing for "%s" and says what is missing', async (typed) => {
  await messageSent(60);
  const step = render({ purpose: 'reset', action: '换成新密码' });
  const codes = emitted(step, 'code');
  await code(step, typed);
  await submit(step);
  expect(codes).toEqual([]);
  expect(step.data['error']).toBe('请写短信里的 6 位数字。');
});

test('another message can be asked for a minute later, and until then it says so without counting down', async () => {
  jest.useFakeTimers({ now: new Date('2026-08-01T01:12:00.000Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  await messageSent(60);
  const step = render({ purpose: 'reset', action: '换成新密码' });
  expect(wordsOf(part(step, '.wait-first'))).toBe('没收到？可以在 1 分钟后再发一次。');
  jest.advanceTimersByTime(59_999);
  expect(wordsOf(part(step, '.wait-first'))).toBe('没收到？可以在 1 分钟后再发一次。');
  jest.advanceTimersByTime(1);
  expect(step.querySelector('.wait-first')).toBeUndefined();
  expect(step.querySelector('.resend')).toBeDefined();
});

test('asks for another message at a press', async () => {
  await messageSent(0);
  const step = render({ purpose: 'reset', action: '换成新密码' });
  const wishes = emitted(step, 'again');
  await fire(part(step, '.resend'), 'press');
  expect(wishes).toHaveLength(1);
});

test('a step that has gone leaves no timer behind', async () => {
  jest.useFakeTimers({ now: new Date('2026-08-01T01:12:00.000Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  await messageSent(60);
  const step = render({ purpose: 'reset', action: '换成新密码' });
  const before = jest.getTimerCount();
  step.detach();
  expect(jest.getTimerCount()).toBe(before - 1);
});
