import { builtModule, emitted, fire, loadComponent, part } from '../support/simulate';
import type { Rendered } from '../support/simulate';
import type { PhoneProofStore } from '../../miniprogram/stores/phone-proof';

const { render } = loadComponent('components/phone-step/index');
const { phoneProofs } = builtModule<{ phoneProofs: Record<string, PhoneProofStore> }>('stores/phone-proof');

const type = (step: Rendered, value: string) => fire(part(step, '.phone-field'), 'input', { value });
const next = (step: Rendered) => fire(part(step, '.next'), 'press');

beforeEach(() => Object.values(phoneProofs).forEach((proof) => proof.clear()));

test.each(['13800000001', '+86 138 0000 0001', '１３８０００００００１', '138-0000-0001'])(
  'takes %s for a phone (rule A1) and reads it back in groups',
  async (typed) => {
    const step = render({ purpose: 'register' });
    const done = emitted(step, 'done');
    await type(step, typed);
    expect(step.data['readBack']).toBe('138 0000 0001');
    await next(step);
    expect(done).toHaveLength(1);
  },
);

test.each(['', '1380000', '23800000001'])('does not go on with "%s" and says why', async (typed) => {
  const step = render({ purpose: 'register' });
  const done = emitted(step, 'done');
  await type(step, typed);
  await next(step);
  expect(done).toEqual([]);
  expect(step.data['error']).toBe('手机号是 11 位数字，请再看一遍。');
});

test('the error goes as soon as something is typed', async () => {
  const step = render({ purpose: 'register' });
  await next(step);
  await type(step, '1');
  expect(step.data['error']).toBe('');
});

test('what was typed for one purpose is not seen in another', async () => {
  await type(render({ purpose: 'register' }), '13800000001');
  expect(render({ purpose: 'changePhone' }).data['phone']).toBe('');
});
