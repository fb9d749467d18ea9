import { configure } from 'mobx-miniprogram';
import { ASKED_AT_MOST, faceCheck } from '../../miniprogram/stores/face-check';
import { session } from '../../miniprogram/stores/session';
import {
  accepted,
  beginScripted,
  broken,
  callFunction,
  certified,
  challenge,
  endScripted,
  finishes,
  getNetworkType,
  inputsOf,
  lost,
  receipt,
  refused,
  script,
  sentTo,
  settled,
  shots,
  stored,
  throughCamera,
  unlink,
  uploadFile,
} from '../support/scripted-face-check';

configure({ enforceActions: 'always' });

beforeEach(beginScripted);
afterEach(endScripted);

describe('a try', () => {
  test('asks for a challenge, sends the stills under it, asks for the decision, and keeps the outcome', async () => {
    await throughCamera();
    expect(inputsOf('startCertification')).toEqual([{ self: true, way: 'actions' }]);
    expect(sentTo().sort()).toEqual([1, 2, 3, 4, 5, 6].map((name) => `stills/c1/${name}.jpg`));
    expect(finishes()).toEqual([
      {
        challengeId: 'c1',
        stills: shots.map(({ shows, at }, place) => ({
          fileId: `cloud://county.files/stills/c1/${place + 1}.jpg`,
          shows,
          at,
        })),
      },
    ]);
    expect(faceCheck.phase).toBe('decided');
    expect(faceCheck.outcome).toEqual({ kind: 'certified', receipt });
  });

  test('no picture stays on the phone once it is decided', async () => {
    await throughCamera();
    const gone = unlink.mock.calls.map(([{ filePath }]: [{ filePath: string }]) => filePath);
    expect(gone).toEqual(shots.map(({ filePath }) => filePath));
    expect(faceCheck.shots).toEqual([]);
  });

  test('for real-name verification asks the other two, and who it is is asked anew', async () => {
    script.answers = {
      startRealName: [() => accepted(challenge('c2'))],
      finishRealName: [() => accepted({ result: 'verified', reasons: [] })],
      me: [() => accepted({ signedIn: true, verified: true, hasPassword: true, faceConsent: true })],
    };
    const whom = { name: '王桂英', idNumber: '610526184503120025' };
    faceCheck.begin({ purpose: 'real-name', whom });
    await throughCamera();
    expect(inputsOf('startRealName')).toEqual([{ whom, way: 'actions' }]);
    expect(faceCheck.outcome).toEqual({ kind: 'verified' });
    expect(session.me).toMatchObject({ verified: true });
  });

  test.each([
    [
      { result: 'review', reasons: ['unsure'] },
      { kind: 'review', reasons: ['unsure'] },
    ],
    [
      { result: 'refused', reasons: ['too-dark'], triesLeft: 4 },
      { kind: 'refused', reasons: ['too-dark'], triesLeft: 4 },
    ],
  ])('%j', async (decision, outcome) => {
    script.answers['finishCertification'] = [() => accepted(decision)];
    await throughCamera();
    expect(faceCheck.outcome).toEqual(outcome);
  });

  test('in the gentle way says so from the start', async () => {
    faceCheck.choose('gentle');
    await faceCheck.start();
    expect(inputsOf('startCertification')).toEqual([{ self: true, way: 'gentle' }]);
  });

  test('that is refused at the start tells why, and the same button tries again', async () => {
    script.answers['startCertification'] = [() => refused('BUSY'), () => accepted(challenge('c1'))];
    await faceCheck.start();
    expect(faceCheck.trouble?.code).toBe('BUSY');
    await faceCheck.goOn();
    expect(faceCheck.phase).toBe('guiding');
    expect(faceCheck.trouble).toBeUndefined();
  });

  test('without a request asks nothing', async () => {
    faceCheck.forget();
    await faceCheck.start();
    expect(callFunction).not.toHaveBeenCalled();
  });
});

describe('a broken upload', () => {
  const breaksOn = (name: string, times: number) => {
    let left = times;
    uploadFile.mockImplementation((file) => {
      if (!file.cloudPath.endsWith(`/${name}.jpg`) || left === 0) return stored(file);
      left -= 1;
      broken(file);
    });
  };

  test('is tried once more by itself', async () => {
    breaksOn('4', 1);
    await throughCamera();
    expect(faceCheck.outcome?.kind).toBe('certified');
    expect(sentTo().filter((path) => path.endsWith('/4.jpg')).length).toBe(2);
  });

  test('goes on with what is missing, and sends nothing twice that has arrived', async () => {
    breaksOn('4', 2);
    await throughCamera();
    expect(faceCheck.trouble?.code).toBe('UNREACHABLE');
    expect(faceCheck.phase).toBe('sending');
    const { sent } = faceCheck;
    expect(sent).toBeGreaterThanOrEqual(3);
    expect(finishes()).toEqual([]);
    uploadFile.mockClear();
    await settled(faceCheck.goOn());
    expect(sentTo().length).toBe(shots.length - sent);
    expect(faceCheck.outcome?.kind).toBe('certified');
    expect(inputsOf('startCertification').length).toBe(1);
  });

  test('without a network waits for the person: nothing is tried behind their back', async () => {
    getNetworkType.mockResolvedValue({ networkType: 'none' });
    uploadFile.mockImplementation(broken);
    await throughCamera();
    expect(faceCheck.trouble?.code).toBe('OFFLINE');
    expect(uploadFile.mock.calls.length).toBeLessThanOrEqual(3);
  });
});

describe('the decision', () => {
  test.each([
    ['TIMEOUT', lost],
    ['UNREACHABLE', () => ({ result: 'no envelope' })],
    ['CHALLENGE_USED', () => refused('CHALLENGE_USED')],
    ['BUSY', () => refused('BUSY')],
  ])('after %s is asked for again with the same challenge (rule D3)', async (_, trouble) => {
    script.answers['finishCertification'] = [trouble, trouble, () => certified];
    await throughCamera();
    expect(faceCheck.outcome?.kind).toBe('certified');
    expect(finishes().map(({ challengeId }) => challengeId)).toEqual(['c1', 'c1', 'c1']);
    expect(uploadFile).toHaveBeenCalledTimes(shots.length);
  });

  test('is not asked for without end; then the person may ask', async () => {
    script.answers['finishCertification'] = [() => refused('CHALLENGE_USED')];
    await throughCamera();
    expect(finishes().length).toBe(ASKED_AT_MOST);
    expect(faceCheck.trouble?.code).toBe('CHALLENGE_USED');
    script.answers['finishCertification'] = [() => certified];
    await settled(faceCheck.goOn());
    expect(faceCheck.outcome?.kind).toBe('certified');
    expect(uploadFile).toHaveBeenCalledTimes(shots.length);
  });

  test('after STILLS_MISSING all stills are sent again, with the same challenge', async () => {
    script.answers['finishCertification'] = [() => refused('STILLS_MISSING'), () => certified];
    await throughCamera();
    expect(uploadFile).toHaveBeenCalledTimes(2 * shots.length);
    expect(finishes().length).toBe(2);
    expect(faceCheck.outcome?.kind).toBe('certified');
  });

  test.each(['CHALLENGE_EXPIRED', 'CHALLENGE_NOT_FOUND'])('%s begins anew with other stills', async (code) => {
    script.answers['finishCertification'] = [() => refused(code)];
    script.answers['startCertification'] = [() => accepted(challenge('c1')), () => accepted(challenge('c2'))];
    await throughCamera();
    expect(faceCheck.trouble?.code).toBe(code);
    expect(faceCheck.shots).toEqual([]);
    await faceCheck.goOn();
    expect(faceCheck.challenge?.challengeId).toBe('c2');
    expect(faceCheck.phase).toBe('guiding');
  });

  test('that only a newer server knows is no certification, also with a receipt', async () => {
    script.answers['finishCertification'] = [() => accepted({ result: 'deferred', reasons: [], receipt })];
    await throughCamera();
    expect(faceCheck.outcome).toBeUndefined();
    expect(faceCheck.trouble?.code).toBe('UNREACHABLE');
  });

  test('another refusal is told at once', async () => {
    script.answers['finishCertification'] = [() => refused('TRY_TOMORROW')];
    await throughCamera();
    expect(finishes().length).toBe(1);
    expect(faceCheck.trouble?.code).toBe('TRY_TOMORROW');
  });
});

describe('leaving', () => {
  test('while the camera is at work gives the try up; the next one begins anew', async () => {
    script.answers['startCertification'] = [() => accepted(challenge('c1')), () => accepted(challenge('c2'))];
    await faceCheck.start();
    faceCheck.interrupt();
    expect(faceCheck.challenge).toBeUndefined();
    await faceCheck.start();
    expect(faceCheck.challenge?.challengeId).toBe('c2');
  });

  test('while the stills are on their way does no harm', async () => {
    await faceCheck.start();
    const work = faceCheck.submit(shots);
    faceCheck.interrupt();
    await settled(work);
    expect(faceCheck.outcome?.kind).toBe('certified');
  });

  test('the page before the decision: the first page asks anew how things stand', async () => {
    script.answers['eligibility'] = [() => accepted({ state: 'already-certified', until: '2027-07-31' })];
    await throughCamera();
    expect(inputsOf('eligibility')).toEqual([{ self: true }]);
  });

  test('an answer to a try that was given up counts no more', async () => {
    const late: { answer?: (value: unknown) => void } = {};
    script.answers['finishCertification'] = [() => new Promise((resolve) => (late.answer = resolve))];
    await faceCheck.start();
    const work = faceCheck.submit(shots);
    await jest.advanceTimersByTimeAsync(100);
    faceCheck.begin({ purpose: 'certification', whom: { contactId: 'a1' } });
    late.answer?.(certified);
    await settled(work);
    expect(faceCheck.outcome).toBeUndefined();
    expect(faceCheck.phase).toBe('ready');
  });
});

describe('a challenge', () => {
  test('that has lain about for a minute before the first action is exchanged', async () => {
    script.answers['startCertification'] = [() => accepted(challenge('c1')), () => accepted(challenge('c2'))];
    await faceCheck.start();
    await faceCheck.renewStaleChallenge();
    expect(faceCheck.challenge?.challengeId).toBe('c1');
    jest.setSystemTime(Date.now() + 61_000);
    await faceCheck.renewStaleChallenge();
    expect(faceCheck.challenge?.challengeId).toBe('c2');
  });
});
