import { isLibraryTooOld, OLDEST_LIBRARY } from '../../miniprogram/shared/library-version';

test.each([
  ['2.26.0', false],
  ['2.26.1', false],
  ['2.30.0', false],
  ['3.0.0', false],
  ['3.8.12', false],
  ['10.0.0', false],
  ['2.25.9', true],
  ['2.9.0', true],
  ['2.20.1', true],
  ['1.99.99', true],
])('with library %s the app is too new for WeChat: %s', (version, tooOld) => {
  expect(OLDEST_LIBRARY).toBe('2.26.0');
  expect(isLibraryTooOld(version)).toBe(tooOld);
});

test.each([[undefined], [''], ['dev'], ['2.26']])(
  'a version that is not known (%p) is taken for too old',
  (version) => {
    expect(isLibraryTooOld(version)).toBe(true);
  },
);
