import { startTestCloud, type TestCloud } from '../support/local-cloud';

let cloud: TestCloud;

const timer = (name: string) => ({ name, type: 'timer' as const, config: '0 30 0 * * * *' });

beforeAll(async () => {
  cloud = await startTestCloud({
    functions: {
      clockwork: `exports.main = async (event) => {
          await new Promise(setImmediate);
          return { event, source: process.env.TRIGGER_SRC, openid: process.env.WX_OPENID ?? null };
        };`,
      other: `exports.main = async () => 'other';`,
    },
    declarations: {
      clockwork: { triggers: [timer('nightly'), timer('tick')] },
      other: { triggers: [timer('weekly')] },
    },
  });
});
afterAll(() => cloud.close());

const fire = async (name: string, body?: object) => {
  const init = { method: 'POST', ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(`${cloud.url}/triggers/${name}`, init);
  return { status: response.status, body: (await response.json()) as unknown };
};
const eventOf = (TriggerName: string, Time: unknown) => ({
  status: 200,
  body: { event: { Type: 'Timer', TriggerName, Time, Message: '' }, source: 'timer', openid: null },
});
const anyInstant = expect.stringMatching(/^\d{4}-.*Z$/) as unknown;

test('a timer calls the function that declares it as the platform does, as nobody', async () => {
  expect(await fire('nightly')).toEqual(eventOf('nightly', anyInstant));
  expect(await fire('tick', {})).toEqual(eventOf('tick', anyInstant));
  expect(await fire('weekly')).toEqual({ status: 200, body: 'other' });
});

test('a timer that is late says when it was due', async () => {
  await fetch(`${cloud.url}/clock`, { method: 'PUT', body: '{"now":"2026-08-02T03:00:00+08:00"}' });
  const late = await fire('nightly', { dueAt: '2026-08-02T00:30:00+08:00' });
  const inTime = await fire('nightly');
  await fetch(`${cloud.url}/clock`, { method: 'PUT', body: '{"now":null}' });
  expect(late).toEqual(eventOf('nightly', '2026-08-01T16:30:00.000Z'));
  expect(inTime).toEqual(eventOf('nightly', expect.stringMatching(/^2026-08-01T19:00:/)));
});

test('a timer can fire twice at once, for the same instant', async () => {
  const due = { dueAt: '2026-08-02T00:30:00+08:00' };
  const twice = await Promise.all([fire('nightly', due), fire('nightly', due)]);
  expect(twice).toEqual([1, 2].map(() => eventOf('nightly', '2026-08-01T16:30:00.000Z')));
});

test.each([
  ['a timer that nobody declares', 'yearly', {}, 404, 'TRIGGER_NOT_FOUND'],
  ['a function instead of its timer', 'clockwork', {}, 404, 'TRIGGER_NOT_FOUND'],
  ['an instant that is none', 'nightly', { dueAt: 'midnight' }, 400, 'BAD_INPUT'],
])('%s is refused', async (_what, name, body, status, code) => {
  expect(await fire(name, body)).toMatchObject({ status, body: { ok: false, code } });
});
