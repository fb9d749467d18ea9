import { maskIdNumber, maskName, maskPhone } from '../../miniprogram/shared/masking';

test('a phone shows its first three and last four digits', () => {
  expect(maskPhone('13800000001')).toBe('138****0001');
});

test('an ID number shows the county and its last two characters', () => {
  expect(maskIdNumber('61052618450312101X')).toBe('610526**********1X');
});

test('a name shows the family name, and the last character from three on', () => {
  expect(maskName('王芳')).toBe('王*');
  expect(maskName('王桂英')).toBe('王*英');
  expect(maskName('欧阳桂英')).toBe('欧**英');
});

test('a rare character beyond the BMP is covered as one and never cut in half', () => {
  expect(maskName('𠅤芳')).toBe('𠅤*');
  expect(maskName('王𬱖')).toBe('王*');
  expect(maskName('王𬱖𠅤')).toBe('王*𠅤');
});
