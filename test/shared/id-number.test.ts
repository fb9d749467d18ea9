import type { IdNumberFault } from '../../miniprogram/shared/error-codes';
import { checkDigitOf, isPermanentResident, readIdNumber } from '../../miniprogram/shared/id-number';
import { accept } from '../../miniprogram/shared/result';

const today = '2026-08-01';
const read = (typed: string, on = today) => readIdNumber(typed, on);
const faultOf = (typed: string, on = today): IdNumberFault | 'none' => {
  const result = read(typed, on);
  return result.ok ? 'none' : result.detail.fault;
};

describe('A5: an ID number is brought into one form', () => {
  test.each([
    ['as it is', '610526184001010029', '610526184001010029'],
    ['a small x', '61052618450312101x', '61052618450312101X'],
    ['full-width digits', '６１０５２６１８４００１０１００２９', '610526184001010029'],
    ['a full-width small x', '61052618450312101ｘ', '61052618450312101X'],
    ['spaces around and between', ' 610526 1840 0101 0029 ', '610526184001010029'],
    ['ideographic spaces', '\u3000610526\u300018400101\u30000029', '610526184001010029'],
    ['a Roman ten for X', '61052618450312101Ⅹ', '61052618450312101X'],
    ['the sign of multiplication for X', '61052618450312101×', '61052618450312101X'],
    ['tabs, joiners and variation selectors', '610526\t1840\u200D0101\u2060\uFE0F0029', '610526184001010029'],
    ['the direction marks of a pasted contact', '\u202D610526184001010029\u202C', '610526184001010029'],
  ])('%s', (_what, typed, expected) => {
    expect(read(typed)).toEqual(accept(expected));
  });
});

describe('A5: fifteen digits become eighteen', () => {
  test('somebody born on 1940-01-01 gets the century and the check digit', () => {
    expect(read('610526400101004')).toEqual(accept('610526194001010044'));
  });

  test('the check digit may be X', () => {
    expect(read('610526400101001')).toEqual(accept('61052619400101001X'));
  });

  test('sequence numbers 996 to 999 were kept for people born in the 1800s', () => {
    expect(read('610526990101998')).toEqual(accept('610526189901019988'));
    expect(read('610526990101995')).toEqual(accept('610526199901019952'));
  });

  test('the 29th of February 1940 existed, that of 1941 did not', () => {
    expect(faultOf('610526400229001')).toBe('none');
    expect(faultOf('610526410229001')).toBe('date');
  });

  test('permits and permanent residents never had fifteen digits', () => {
    expect(faultOf('810000550505001')).toBe('length');
    expect(faultOf('910110550505001')).toBe('length');
  });

  test('letters do not belong there', () => {
    expect(faultOf('61052640010100X')).toBe('characters');
  });
});

describe('A5: the faults have names', () => {
  test.each<[IdNumberFault, string, string]>([
    ['length', 'nothing', ''],
    ['length', 'seventeen characters', '61052618400101002'],
    ['length', 'nineteen characters', '6105261840010100291'],
    ['length', 'a passport', 'E12345678'],
    ['characters', 'a letter among the digits', '61052618400101O029'],
    ['characters', 'an X before the end', '6105261845031210X1'],
    ['characters', 'a letter other than X at the end', '61052618400101002A'],
    ['characters', 'Arabic digits', '٦١٠٥٢٦١٨٤٠٠١٠١٠٠٢٩'],
    ['region', 'a region that begins with 0', '000000185001010010'],
    ['region', 'a province that was never given out', '160101185001010017'],
    ['region', 'a permanent resident of no province', '900156186505051232'],
    ['region', 'another', '999156186505051237'],
    ['region', 'a permanent resident of the tenth province, which there is not', '910156186505051234'],
    ['region', 'a permanent resident whose province is a permit', '98315618650505123X'],
    ['date', 'a thirteenth month', '610526184013010018'],
    ['date', 'the 31st of April', '610526184004310019'],
    ['date', 'the 29th of February 1871', '110101187102290011'],
    ['date', 'the 29th of February 1900, which was no leap year', '110101190002290011'],
    ['date', 'the year 0', '610526000001010011'],
    ['check-digit', 'a wrong last digit', '610526184001010028'],
    ['check-digit', 'X in the place of a digit', '61052618400101002X'],
    ['check-digit', 'two digits exchanged', '610526184001100029'],
  ])('%s: %s', (fault, _what, typed) => {
    expect(faultOf(typed)).toBe(fault);
  });

  test('every single wrong digit is found', () => {
    const good = '610526184001010029';
    for (let place = 0; place < 18; place++) {
      for (const digit of '0123456789') {
        const typed = good.slice(0, place) + digit + good.slice(place + 1);
        expect(read(typed).ok).toBe(typed === good);
      }
    }
  });

  test('the X itself is checked: 0 to 9 in its place are refused', () => {
    for (const digit of '0123456789') expect(faultOf(`61052618450312101${digit}`)).toBe('check-digit');
  });
});

describe('A5: the date of birth', () => {
  test.each([
    ['the 29th of February 1872', '110101187202290019'],
    ['the 29th of February 2000', '110101200002290018'],
    ['a centenarian of today', '610526189901019961'],
    ['far back, as in the demonstration', '610526184001010029'],
  ])('may be %s', (_what, typed) => {
    expect(faultOf(typed)).toBe('none');
  });

  test('may be today and not tomorrow', () => {
    expect(faultOf('610526202608010013', '2026-08-01')).toBe('none');
    expect(faultOf('610526202608020019', '2026-08-01')).toBe('date');
    expect(faultOf('610526202608020019', '2026-08-02')).toBe('none');
  });
});

describe('A5: where a number comes from', () => {
  test.each([
    ['a permit for residents of Hong Kong', '810000185505050017'],
    ['a permit for residents of Macao', '820000185505050019'],
    ['a permit for residents of Taiwan', '830000185505050010'],
    ['Taiwan itself', '710000185001010018'],
    ['a county that does not exist (any more)', '610599185001010013'],
    ['a permanent resident (card of 2023)', '911156186505051235'],
    ['a permanent resident whose card comes from Hong Kong', '981156186505051238'],
  ])('%s is as good as any', (_what, typed) => {
    expect(faultOf(typed)).toBe('none');
  });

  test('only a number that begins with 9 is a permanent resident’s', () => {
    expect(isPermanentResident('911156186505051235')).toBe(true);
    expect(isPermanentResident('810000185505050017')).toBe(false);
  });
});

test('A5: the check digit follows GB 11643-1999 (the example of the standard)', () => {
  expect(checkDigitOf('11010519491231002')).toBe('X');
  expect(checkDigitOf('44052418800101001')).toBe('4');
});
