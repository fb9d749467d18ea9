import { albumFaults, cameraFaults as cameraWords, photoFaults } from '../../miniprogram/copy/permissions';
import { cameraFault } from '../../miniprogram/services/camera';
import { settingsPlace } from '../../miniprogram/services/device';
import { saveToAlbum } from '../../miniprogram/services/drawing';
import { isMended, openMending, whyDenied } from '../../miniprogram/services/permissions';
import { pickPhoto } from '../../miniprogram/services/photos';
import { cameraFaults, denials, photoDenials } from '../../miniprogram/shared/denial';

/** What the phone's settings and the person's answers are. */
let system: Record<string, string>;
let authSetting: Record<string, boolean>;
let needAuthorization: boolean;
const saveImageToPhotosAlbum = jest.fn();
const chooseMedia = jest.fn();
const compressImage = jest.fn();
const openSetting = jest.fn();
const openAppAuthorizeSetting = jest.fn();
const requirePrivacyAuthorize = jest.fn();
const getDeviceInfo = jest.fn();
const unlink = jest.fn();

type Callbacks = { success: (answer: object) => void; fail: (failure: object) => void };

const wxApi = () => ({
  getAppAuthorizeSetting: () => system,
  getSetting: () => Promise.resolve({ authSetting }),
  getPrivacySetting: ({ success }: Callbacks) => success({ needAuthorization }),
  requirePrivacyAuthorize,
  saveImageToPhotosAlbum,
  chooseMedia,
  compressImage,
  getImageInfo: () => Promise.resolve({ width: 4000, height: 3000 }),
  openSetting,
  openAppAuthorizeSetting,
  getDeviceInfo,
  getFileSystemManager: () => ({ unlink }),
});

beforeEach(() => {
  system = { cameraAuthorized: 'authorized', albumAuthorized: 'authorized' };
  authSetting = {};
  needAuthorization = false;
  jest.resetAllMocks();
  Object.assign(globalThis, { wx: wxApi() });
  jest.spyOn(console, 'warn').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

describe('a camera that fails', () => {
  const denied = { errMsg: 'insertCamera:fail auth deny' };

  test('with the same words of WeChat is told apart by the settings', async () => {
    expect(await cameraFault(denied)).toBe('scope-denied');
    authSetting = { 'scope.camera': false };
    expect(await cameraFault(denied)).toBe('scope-denied');
    system['cameraAuthorized'] = 'denied';
    expect(await cameraFault(denied)).toBe('system-denied');
  });

  test('is not called denied by settings that were never asked about', async () => {
    system['cameraAuthorized'] = 'not determined';
    expect(await cameraFault({ errMsg: 'insertCamera:fail camera is in use' })).toBe('in-use');
  });

  test('is told by WeChat’s words alone where the settings cannot be read', async () => {
    Object.assign(globalThis, {
      wx: { ...wxApi(), getSetting: () => Promise.reject(new Error('getSetting:fail system error')) },
    });
    system['cameraAuthorized'] = 'denied';
    expect(await cameraFault(denied)).toBe('scope-denied');
  });

  test('for a reason nobody knows has a kind of its own, and is noted', async () => {
    expect(await cameraFault({ errMsg: 'insertCamera:fail 17' })).toBe('unknown');
    expect(jest.mocked(console.warn).mock.calls.flat().join()).toContain('insertCamera:fail 17');
  });
});

test('what the operator’s guide leaves out is noted as an error of ours, once for each use', async () => {
  await whyDenied('camera', { errMsg: 'insertCamera:fail', errno: 112 });
  expect(jest.mocked(console.error).mock.calls).toEqual([['camera: not-granted (112)']]);
});

describe('a picture for the album', () => {
  const path = 'wxfile://tmp_receipt.png';

  test('is saved', async () => {
    saveImageToPhotosAlbum.mockResolvedValue({});
    expect(await saveToAlbum(path)).toBe('saved');
  });

  test.each([
    ['cancelled', { errMsg: 'saveImageToPhotosAlbum:fail cancel' }],
    ['scope-denied', { errMsg: 'saveImageToPhotosAlbum:fail auth deny' }],
    ['guide-declined', { errMsg: 'saveImageToPhotosAlbum:fail privacy permission is not authorized', errno: 104 }],
    ['not-granted', { errMsg: 'saveImageToPhotosAlbum:fail', errno: 112 }],
    ['unknown', { errMsg: 'saveImageToPhotosAlbum:fail no space left on device' }],
  ])('that is not saved: %s', async (outcome, failure) => {
    saveImageToPhotosAlbum.mockRejectedValue(failure);
    expect(await saveToAlbum(path)).toBe(outcome);
  });

  test('that the phone’s settings keep out', async () => {
    system['albumAuthorized'] = 'denied';
    saveImageToPhotosAlbum.mockRejectedValue({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' });
    expect(await saveToAlbum(path)).toBe('system-denied');
  });
});

describe('choosing a photograph', () => {
  test('answers where it lies', async () => {
    chooseMedia.mockResolvedValue({ tempFiles: [{ tempFilePath: 'wxfile://tmp_1.jpg', size: 90_000 }] });
    expect(await pickPhoto('album')).toEqual({ kind: 'photo', path: 'wxfile://tmp_1.jpg' });
    expect(unlink).not.toHaveBeenCalled();
  });

  test('of a large one makes it smaller, and the large one goes', async () => {
    chooseMedia.mockResolvedValue({ tempFiles: [{ tempFilePath: 'wxfile://tmp_1.jpg', size: 9_000_000 }] });
    compressImage.mockResolvedValue({ tempFilePath: 'wxfile://tmp_2.jpg' });
    expect(await pickPhoto('album')).toEqual({ kind: 'photo', path: 'wxfile://tmp_2.jpg' });
    expect(unlink.mock.calls).toEqual([[expect.objectContaining({ filePath: 'wxfile://tmp_1.jpg' })]]);
  });

  test.each([
    [{ kind: 'cancelled' }, { errMsg: 'chooseMedia:fail cancel' }],
    [
      { kind: 'denied', denial: 'guide-declined' },
      { errMsg: 'chooseMedia:fail', errno: 104 },
    ],
    [
      { kind: 'denied', denial: 'not-granted' },
      { errMsg: 'chooseMedia:fail', errno: 112 },
    ],
    [{ kind: 'denied', denial: 'system-denied' }, { errMsg: 'chooseMedia:fail system permission denied' }],
    [{ kind: 'denied', denial: 'unknown' }, { errMsg: 'chooseMedia:fail' }],
  ])('that comes to nothing: %j', async (picked, failure) => {
    chooseMedia.mockRejectedValue(failure);
    expect(await pickPhoto('album')).toEqual(picked);
  });
});

describe('taking a denial back', () => {
  test.each([
    ['scope-denied', openSetting],
    ['system-denied', openAppAuthorizeSetting],
  ] as const)('%s opens its place within the tap, before anything is waited for', (denial, place) => {
    place.mockResolvedValue({});
    void openMending(denial);
    expect(place).toHaveBeenCalledTimes(1);
  });

  test.each(['agree', 'decline'])(
    'guide-declined asks once more; whoever will %s, it comes to an end',
    async (answer) => {
      requirePrivacyAuthorize.mockImplementation(({ success, fail }: Callbacks) =>
        answer === 'agree' ? success({}) : fail({ errMsg: 'requirePrivacyAuthorize:fail', errno: 104 }),
      );
      await openMending('guide-declined');
      expect(requirePrivacyAuthorize).toHaveBeenCalledTimes(1);
    },
  );

  test('a place that does not open stops nobody', async () => {
    openSetting.mockRejectedValue({ errMsg: 'openSetting:fail can only be invoked by user TAP gesture.' });
    await expect(openMending('scope-denied')).resolves.toBeUndefined();
  });

  test('is seen in the settings afterwards', async () => {
    authSetting = { 'scope.camera': false };
    system['cameraAuthorized'] = 'denied';
    needAuthorization = true;
    for (const denial of ['guide-declined', 'scope-denied', 'system-denied'] as const)
      expect(await isMended('camera', denial)).toBe(false);
    authSetting = { 'scope.camera': true };
    system['cameraAuthorized'] = 'authorized';
    needAuthorization = false;
    for (const denial of ['guide-declined', 'scope-denied', 'system-denied'] as const)
      expect(await isMended('camera', denial)).toBe(true);
  });

  test('of a WeChat that knows no privacy guide needs none', async () => {
    Object.assign(globalThis, {
      wx: { ...wxApi(), getPrivacySetting: undefined, requirePrivacyAuthorize: undefined },
    });
    await openMending('guide-declined');
    expect(await isMended('camera', 'guide-declined')).toBe(true);
  });
});

describe('every fault has words, and a way on', () => {
  const tables = [
    ...cameraFaults.map((fault) => ['camera', fault, cameraWords('other')[fault]] as const),
    ...denials.map((fault) => ['album', fault, albumFaults('other')[fault]] as const),
    ...photoDenials.map((fault) => ['photo', fault, photoFaults('other')[fault]] as const),
  ];

  test.each(tables)('%s, %s', (_, fault, { title, whatToDo, way, action }) => {
    expect(title).not.toBe('');
    expect(whatToDo).toMatch(/。$/);
    expect(action === '').toBe(way === '');
    const mendable = ['guide-declined', 'scope-denied', 'system-denied'].includes(fault);
    expect(way === 'mend').toBe(mendable);
  });

  test('a camera’s fault always has a button', () => {
    for (const fault of cameraFaults) expect(cameraWords('android')[fault].way).not.toBe('');
  });

  test.each([
    ['ios', 'ios'],
    ['android', 'android'],
    ['ohos', 'other'],
    ['devtools', 'other'],
  ])('on %s the words lead through the settings of: %s', (platform, place) => {
    getDeviceInfo.mockReturnValue({ platform });
    expect(settingsPlace()).toBe(place);
    const words = (['ios', 'android', 'other'] as const).map((each) => cameraWords(each)['system-denied'].whatToDo);
    expect(new Set(words).size).toBe(3);
  });
});

describe('a temporary picture that may not be removed', () => {
  /** As after a start: what was noted before is forgotten. */
  const freshly = async () => {
    jest.resetModules();
    return import('../../miniprogram/services/still-picture');
  };
  const refused = { errMsg: 'unlink:fail permission denied, open "/storage/emulated/0/tmp_face.jpg"' };

  test.each([
    ['calls back', ({ fail }: Callbacks) => fail(refused)],
    [
      'throws',
      () => {
        throw new Error(refused.errMsg);
      },
    ],
  ])('stops nobody where WeChat %s, and is noted once, without its path', async (_, refuses) => {
    const { dropPicture } = await freshly();
    unlink.mockImplementation(refuses);
    dropPicture('wxfile://tmp_face_1.jpg');
    dropPicture('wxfile://tmp_face_2.jpg');
    expect(unlink).toHaveBeenCalledTimes(2);
    const noted = jest.mocked(console.warn).mock.calls.flat().join('\n');
    expect(noted).toContain('permission denied');
    expect(noted).not.toMatch(/tmp_face|storage/);
    expect(jest.mocked(console.warn).mock.calls.length).toBe(1);
  });
});
