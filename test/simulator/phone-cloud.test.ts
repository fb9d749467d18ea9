import path from 'node:path';
import { buildPhone } from '../../simulator/phone/build';
import { describeInBrowser } from '../support/browser';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';
import { makeScratch } from '../support/scratch';

jest.setTimeout(30_000);

describeInBrowser('a call that the cloud refuses', () => {
  let stand: PhoneStand;
  let phone: TestPhone;
  let cloud: TestCloud;
  const scratch = makeScratch('phone-cloud');
  const out = scratch.folder;

  beforeAll(async () => {
    const project = path.resolve(__dirname, '../..');
    await buildPhone({ root: path.join(project, 'test/fixtures/demo-app'), out, project });
    cloud = await startTestCloud({
      phoneDir: out,
      functions: { sized: `exports.main = async ({ bytes }) => 'x'.repeat(bytes);`, broken: `throw new Error('no');` },
    });
    stand = await setUpPhone();
    phone = await stand.open();
    await phone.page.goto(`${cloud.url}/?bare=1&openid=o-one`);
    await phone.page.locator('wx-page').waitFor({ state: 'attached' });
  });
  afterAll(async () => {
    await stand.close();
    await cloud.close();
    scratch.remove();
  });

  const call = (name: string, data: object = {}) => phone.wx('cloud.callFunction', { name, data });
  const askFor = (kind: string) =>
    fetch(`${cloud.url}/faults`, { method: 'PUT', body: JSON.stringify({ faults: [{ kind, on: 'call' }] }) });

  test.each([
    ['system-error', -501001, 'resource system error'],
    ['request-limit', -501003, 'exceed request limit'],
    ['lost-answer', -1, 'request:fail'],
  ])('by %s fails with %i, once', async (kind, errCode, words) => {
    await askFor(kind);
    const failure = await call('sized', { bytes: 1 });
    expect(failure).toMatchObject({ errCode });
    expect(failure.errMsg).toContain(words);
    expect(await call('sized', { bytes: 1 })).toMatchObject({ result: 'x' });
  });

  test('because the answer is larger than 1 MB fails with -604001', async () => {
    const failure = await call('sized', { bytes: 1024 * 1024 });
    expect(failure).toMatchObject({ errCode: -604001 });
    expect(failure.errMsg).toContain('errCode: -604001 | errMsg: cloudfunction result size exceed limit');
  });

  test('because the function failed fails with -504002', async () => {
    expect(await call('broken')).toMatchObject({ errCode: -504002 });
    expect((await call('broken')).errMsg).toContain('cloud function execution error');
  });
});
