import { configure } from 'mobx-miniprogram';
import { faceCheck } from '../../miniprogram/stores/face-check';
import {
  beginScripted,
  broken,
  certified,
  endScripted,
  finishes,
  getNetworkType,
  inputsOf,
  refused,
  script,
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

describe('what happens twice', () => {
  test('stills that are handed over twice are sent once', async () => {
    await faceCheck.start();
    await settled(Promise.all([faceCheck.submit(shots), faceCheck.submit(shots)]));
    expect(uploadFile).toHaveBeenCalledTimes(shots.length);
    expect(finishes().length).toBe(1);
    expect(faceCheck.outcome?.kind).toBe('certified');
  });

  test('a double tap that asks to go on asks for the decision once', async () => {
    script.answers['finishCertification'] = [() => refused('TRY_TOMORROW'), () => certified];
    await throughCamera();
    await settled(Promise.all([faceCheck.goOn(), faceCheck.goOn(), faceCheck.resume()]));
    expect(finishes().length).toBe(2);
    expect(faceCheck.outcome?.kind).toBe('certified');
  });

  test('stills of a try that was given up are not sent, and do not stay on the phone', async () => {
    await faceCheck.start();
    faceCheck.interrupt();
    await settled(faceCheck.submit(shots));
    expect(uploadFile).not.toHaveBeenCalled();
    expect(unlink).toHaveBeenCalledTimes(shots.length);
  });
});

describe('the network, lost and found again', () => {
  test('needs no second face and no touch: what is missing is sent, and decided', async () => {
    getNetworkType.mockResolvedValue({ networkType: 'none' });
    uploadFile.mockImplementation(broken);
    await throughCamera();
    expect(faceCheck.trouble?.code).toBe('OFFLINE');
    getNetworkType.mockResolvedValue({ networkType: '4g' });
    uploadFile.mockImplementation(stored);
    await settled(faceCheck.resume());
    expect(faceCheck.outcome?.kind).toBe('certified');
    expect(inputsOf('startCertification').length).toBe(1);
  });

  test('changes nothing where the server itself has refused', async () => {
    script.answers['finishCertification'] = [() => refused('TRY_TOMORROW')];
    await throughCamera();
    await settled(faceCheck.resume());
    expect(finishes().length).toBe(1);
    expect(faceCheck.trouble?.code).toBe('TRY_TOMORROW');
  });

  test('changes nothing while all goes well', async () => {
    await faceCheck.start();
    await faceCheck.resume();
    expect(inputsOf('startCertification').length).toBe(1);
  });
});
