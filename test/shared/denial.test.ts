import {
  cameraFaultOf,
  cameraFaults,
  denialOf,
  denials,
  isDenial,
  photoDenialOf,
  photoDenials,
} from '../../miniprogram/shared/denial';
import type { CameraFault, Denial, Failure, Settings } from '../../miniprogram/shared/denial';

const open: Settings = { scope: true, system: true };

describe('why WeChat does not let the app use something', () => {
  test.each<[Denial, Failure, Settings]>([
    ['guide-declined', { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }, open],
    ['guide-declined', { errMsg: 'insertCamera:fail privacy permission is not authorized' }, open],
    ['guide-declined', { errMsg: 'insertCamera:fail', errno: 104 }, { scope: false, system: false }],
    [
      'not-granted',
      { errMsg: 'insertCamera:fail api scope is not declared in the privacy agreement', errno: 112 },
      open,
    ],
    ['not-granted', { errMsg: 'getPhoneNumber:fail api scope is not declared in the privacy agreement' }, {}],
    ['not-granted', { errMsg: 'insertCamera:fail', errno: 112 }, { scope: false, system: false }],
    ['not-granted', { errMsg: 'getPhoneNumber:fail no permission' }, {}],
    ['not-granted', { errMsg: 'getPhoneNumber:fail', errno: 1400001 }, {}],
    ['system-denied', { errMsg: 'insertCamera:fail system permission denied' }, {}],
    ['system-denied', { errMsg: 'insertCamera:fail auth deny' }, { scope: true, system: false }],
    ['system-denied', { errMsg: 'insertCamera:fail' }, { scope: false, system: false }],
    ['scope-denied', { errMsg: 'insertCamera:fail auth deny' }, open],
    ['scope-denied', { errMsg: 'insertXWebCamera:fail:auth denied' }, {}],
    ['scope-denied', { errMsg: 'insertCamera:fail authorize no response' }, {}],
    ['scope-denied', { errMsg: 'saveImageToPhotosAlbum:fail:auth denied' }, {}],
    ['scope-denied', { errMsg: 'getPhoneNumber:fail user deny', errno: 103 }, {}],
    ['scope-denied', { errMsg: 'operateCamera:fail camera has not been authorized' }, {}],
    ['scope-denied', { errMsg: 'insertCamera:fail' }, { scope: false, system: true }],
    ['unknown', { errMsg: 'insertCamera:fail' }, open],
    ['unknown', { errMsg: 'saveImageToPhotosAlbum:fail file not found' }, open],
    ['unknown', {}, {}],
  ])('%s: %j, with the settings %j', (denial, failure, settings) => {
    expect(denialOf(failure, settings)).toBe(denial);
  });
});

describe('why there is no picture', () => {
  test.each<[CameraFault, string]>([
    ['in-use', 'insertCamera:fail camera is in use'],
    ['in-use', 'insertCamera:fail can insert only one camera'],
    ['in-use', 'insertCamera:fail open camera failed'],
    ['in-use', 'insertCamera:fail camera is occupied'],
    ['none', 'insertCamera:fail no camera'],
    ['none', 'insertCamera:fail camera not found'],
    ['none', 'insertCamera:fail not support'],
    ['unknown', 'insertCamera:fail'],
    ['unknown', ''],
  ])('%s: "%s"', (fault, errMsg) => {
    expect(cameraFaultOf('unknown', { errMsg })).toBe(fault);
  });

  test.each(denials.filter((denial) => denial !== 'unknown'))('%s stays what it is', (denial) => {
    expect(cameraFaultOf(denial, { errMsg: 'camera is in use' })).toBe(denial);
  });

  test('what may be taken back in the settings is a denial; the rest is not', () => {
    expect(cameraFaults.filter((fault) => !isDenial(fault))).toEqual(['in-use', 'none', 'stopped']);
  });
});

test('a photograph that WeChat has no permission for is denied by the phone', () => {
  expect(photoDenialOf('scope-denied')).toBe('system-denied');
  for (const denial of photoDenials) expect(photoDenialOf(denial)).toBe(denial);
});
