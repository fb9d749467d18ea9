import { readCallBackNumber, readPhoneNumber } from '../../miniprogram/shared/phone-number';
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
    ['013800000001'],
    ['(+86)138 0000 0001'],
    ['（＋８６）１３８ ００００ ０００１'],
    ['+86 (0)138 0000 0001'],
    ['+86-0-13800000001'],
    ['086 13800000001'],
    ['1795113800000001'],
    ['17951 0138 0000 0001'],
    ['12593 13800000001'],
    ['+86 17951 13800000001'],
    ['138.0000.0001'],
    ['138·0000·0001'],
    ['138。0000。0001'],
    ['[138] 0000_0001'],
    ['【138】0000 0001'],
    ['138/0000/0001'],
    ['138,0000,0001'],
    ['138\t0000\t0001'],
    ['138\u200B0000\uFE0F0001'],
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
    ['a carrier’s code alone before ten digits', '179511380000000'],
    ['two numbers', '13800000001/13900000001'],
    ['a control character', '138\u00000000001'],
    ['Arabic digits', '١٣٨٠٠٠٠٠٠٠١'],
  ])('is not %s', (_what, typed) => {
    expect(readPhoneNumber(typed)).toEqual({ ok: false, code: 'BAD_PHONE' });
  });

  test('may begin with 13 to 19', () => {
    const begun = ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19'];
    expect(begun.filter((start) => readPhoneNumber(`${start}000000001`).ok)).toEqual(begun.slice(3));
  });
});

describe('F1: a number to call back', () => {
  test.each([
    ['13800000001', '13800000001'],
    ['+86 (0)138-0000-0001', '13800000001'],
    ['0913-7212345', '09137212345'],
    ['（0913）7212345', '09137212345'],
    ['0913 721 2345', '09137212345'],
    ['０９１３－７２１２３４５', '09137212345'],
    ['+86 913 7212345', '09137212345'],
    ['0086-10-62345678', '01062345678'],
    ['029 8888 1234', '02988881234'],
    ['0913-7212345转8012', '09137212345,8012'],
    ['0913-7212345 转 8012', '09137212345,8012'],
    ['0913-7212345轉8012', '09137212345,8012'],
    ['0913-7212345分机8012', '09137212345,8012'],
    ['0913—7212345—8012', '09137212345,8012'],
    ['09137212345 ext. 12', '09137212345,12'],
    ['400-820-8820', '4008208820'],
    ['800 820 8820', '8008208820'],
    ['+852 2345 6789', '+85223456789'],
    ['00852 2345 6789', '+85223456789'],
    ['+853 2856 1234', '+85328561234'],
    ['+886 2 2345 6789', '+886223456789'],
    ['+1 (212) 555-0100', '+12125550100'],
    ['001 212 555 0100', '+12125550100'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+39 06 1234 5678', '+390612345678'],
    ['+65 6123 4567', '+6561234567'],
  ])('is read from %j as %s', (typed, number) => {
    expect(readCallBackNumber(typed)).toEqual(accept(number));
  });

  test.each([
    ['nothing', ''],
    ['a landline without its area code', '7212345'],
    ['a landline that is too short', '0913-721234'],
    ['a landline of Beijing with seven digits', '010-6234567'],
    ['a local number that begins with 1', '0913-1212345'],
    ['ten digits of a mobile number', '1380000000'],
    ['a mobile number with one digit too many', '138000000012'],
    ['a mobile number of China that is cut', '+86 138 0000'],
    ['a number of Hong Kong that is cut', '+852 2345 678'],
    ['a country code that was never given out', '+999 1234 5678'],
    ['more digits than any number has', '+44 1234 5678 9012 3456'],
    ['an emergency number', '110'],
    ['two numbers', '0913-7212345/7212346'],
    ['a word', 'none'],
  ])('is not %s', (_what, typed) => {
    expect(readCallBackNumber(typed)).toEqual({ ok: false, code: 'BAD_PHONE' });
  });

  test('is the same when what was made of it is read again', () => {
    for (const typed of ['0913-7212345转8012', '+852 2345 6789', '400-820-8820', '138 0000 0001']) {
      const read = readCallBackNumber(typed);
      expect(read.ok && readCallBackNumber(read.data)).toEqual(read);
    }
  });
});
