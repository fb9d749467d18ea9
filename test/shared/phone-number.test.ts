import { readPhoneNumber } from '../../miniprogram/shared/phone-number';
import { accept } from '../../miniprogram/shared/result';

describe('A1: a phone number', () => {
  test.each([
    ['13800000001'],
    [' 138 0000 0001 '],
    ['138-0000-0001'],
    ['138–0000—0001'],
    ['１３８０００００００１'],
    ['+86 138 0000 0001'],
    ['＋８６１３８０００００００１'],
    ['+86-13800000001'],
    ['8613800000001'],
    ['008613800000001'],
    ['\u202D138 0000 0001\u202C'],
    ['138　0000　0001'],
    ['\uFEFF13800000001'],
  ])('is read from %j', (typed) => {
    expect(readPhoneNumber(typed)).toEqual(accept('13800000001'));
  });

  test.each([
    ['nothing', ''],
    ['ten digits', '1380000000'],
    ['twelve digits', '138000000012'],
    ['a number that begins with 12', '12800000001'],
    ['a land line', '09137212345'],
    ['a Hong Kong number', '+852 91234567'],
    ['another country that has 11 digits', '+1 3800000001'],
    ['the country code alone before ten digits', '861380000000'],
    ['letters', '1380000000a'],
    ['two plus signs', '++8613800000001'],
    ['two country codes', '+86 86 13800000001'],
    ['Arabic digits', '١٣٨٠٠٠٠٠٠٠١'],
  ])('is not %s', (_what, typed) => {
    expect(readPhoneNumber(typed)).toEqual({ ok: false, code: 'BAD_PHONE' });
  });

  test('may begin with 13 to 19', () => {
    const begun = ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19'];
    expect(begun.filter((start) => readPhoneNumber(`${start}000000001`).ok)).toEqual(begun.slice(3));
  });
});
