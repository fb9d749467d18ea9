import { builtModule, emitted, fire, loadComponent, part, until, wordsOf } from '../support/simulate';
import type { Rendered } from '../support/simulate';
import type { PhoneProofStore } from '../../miniprogram/stores/phone-proof';

const { phone, render } = loadComponent('components/captcha-step/index');
const { phoneProofs } = builtModule<{ phoneProofs: Record<string, PhoneProofStore> }>('stores/phone-proof');

interface Call {
  data: { action: string; input: Record<string, unknown> };
}

let sumsMade: number;
let sendSms: () => unknown;

const accepted = { ok: true, data: { expiresAt: '2026-08-01T01:17:00.000Z', resendAfterSeconds: 60 } };
const sum = () => {
  sumsMade += 1;
  return { ok: true, data: { captchaId: `sum-${sumsMade}`, image: 'data:,', question: '三加五等于几？' } };
};
const callsOf = (action: string) =>
  (phone.cloud.callFunction.mock.calls as [Call][]).filter(([call]) => call.data.action === action);

const field = (step: Rendered) => part(step, '.answer-field');
const answer = (step: Rendered, value: string) => fire(field(step), 'input', { value });
const send = (step: Rendered) => fire(part(step, '.send'), 'press');

const shown = async () => {
  const step = render({ purpose: 'register' });
  await until(() => step.querySelector('.send') !== undefined, 'a sum');
  return step;
};

beforeEach(() => {
  sumsMade = 0;
  sendSms = () => accepted;
  phoneProofs['register']?.clear();
  phoneProofs['register']?.setPhone('13800000001');
  phone.cloud.callFunction
    .mockReset()
    .mockImplementation(({ data }: Call) => Promise.resolve({ result: data.action === 'captcha' ? sum() : sendSms() }));
  phone.getNetworkType.mockResolvedValue({ networkType: 'wifi' });
});

test('shows the sum as a picture first', async () => {
  const step = await shown();
  expect(step.querySelector('.picture')).toBeDefined();
  expect(step.querySelector('.question')).toBeUndefined();
});

test('shows the same sum in words for those who cannot see the picture', async () => {
  const step = await shown();
  await fire(part(step, '.other-form'), 'press');
  expect(wordsOf(part(step, '.question'))).toBe('三加五等于几？');
  expect(step.querySelector('.picture')).toBeUndefined();
  expect(sumsMade).toBe(1);
});

test('the right answer sends the message to the phone that was given', async () => {
  const step = await shown();
  const sent = emitted(step, 'sent');
  await answer(step, '8');
  await send(step);
  await until(() => sent.length === 1, 'sent');
  expect(callsOf('sendSms')[0]?.[0].data.input).toEqual({
    phone: '13800000001',
    purpose: 'register',
    captchaId: 'sum-1',
    answer: '8',
  });
});

test('without an answer nothing is sent, and it says what is missing', async () => {
  const step = await shown();
  await send(step);
  expect(step.data['error']).toBe('请先把算出来的数写在这里。');
  expect(callsOf('sendSms')).toEqual([]);
});

test('a wrong answer brings a new sum and says so', async () => {
  sendSms = () => ({ ok: false, code: 'CAPTCHA_WRONG', message: '' });
  const step = await shown();
  const sent = emitted(step, 'sent');
  await answer(step, '7');
  await send(step);
  await until(() => step.querySelector('.not-sent') !== undefined && sumsMade === 2, 'a new sum');
  expect((step.data['captcha'] as { captchaId: string }).captchaId).toBe('sum-2');
  expect((step.data['notSent'] as { title: string }).title).toBe('算出来的数不对');
  expect(sent).toEqual([]);
});

test('two presses at once send one message', async () => {
  const step = await shown();
  const sent = emitted(step, 'sent');
  await answer(step, '8');
  await Promise.all([send(step), send(step)]);
  await until(() => sent.length > 0, 'sent');
  expect(callsOf('sendSms')).toHaveLength(1);
});

test('without a network it says so and offers to try again', async () => {
  phone.cloud.callFunction.mockRejectedValue({ errCode: -1, errMsg: 'cloud.callFunction:fail' });
  phone.getNetworkType.mockResolvedValue({ networkType: 'none' });
  jest.spyOn(console, 'warn').mockImplementation();
  const step = render({ purpose: 'register' });
  await until(() => step.querySelector('.again') !== undefined, 'a way to try again');
  expect((step.data['notLoaded'] as { title: string }).title).toBe('手机没有连上网');
  phone.cloud.callFunction.mockResolvedValue({ result: sum() });
  await fire(part(step, '.again'), 'press');
  await until(() => step.querySelector('.send') !== undefined, 'a sum');
});
