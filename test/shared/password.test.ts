import { commonPasswords } from '../../miniprogram/shared/common-passwords';
import { normalisePassword, passwordFault, readNewPassword } from '../../miniprogram/shared/password';
import { accept } from '../../miniprogram/shared/result';

const owner = { phone: '13800000001', idNumber: '61052618450312101X' };
const fault = (password: string) => passwordFault(password, owner);

describe('A7: a password', () => {
  test.each([
    ['Pucheng2026'],
    ['abcdefg1'],
    ['a1' + 'b'.repeat(18)],
    ['蒲城的槐树a1下'],
    ['a1!@#$%^&*'],
    ['with a space 1'],
    ['lao18450wang'],
  ])('may be %s', (password) => {
    expect(fault(password)).toBeUndefined();
  });

  test.each([
    ['length', 'seven characters', 'abcdef1'],
    ['length', 'twenty-one characters', 'a1' + 'b'.repeat(19)],
    ['length', 'seven characters of which some are two code units', '😀😀😀😀😀a1'],
    ['letter-and-digit', 'digits only', '20260801'],
    ['letter-and-digit', 'letters only', 'puchengxian'],
    ['letter-and-digit', 'Han and digits only', '蒲城县的槐树2026'],
    ['contains-phone', 'the phone with a letter', 'a13800000001'],
    ['part-of-id-number', 'the end of the ID number', '0312101X'],
    ['part-of-id-number', 'the end of the ID number with a small x', '0312101x'],
    ['part-of-id-number', 'the birthday with a name', 'wang18450312'],
    ['part-of-id-number', 'the birthday without its century', 'wang450312'],
    ['common', 'one of the commonest', 'a1234567'],
    ['common', 'one of the commonest in capitals', 'WOAINI1314'],
  ])('is refused for %s: %s', (expected, _what, password) => {
    expect(fault(password)).toBe(expected);
  });

  test('is not compared with an ID number that is not known', () => {
    expect(passwordFault('wang18450312', { phone: '13800000001' })).toBeUndefined();
  });

  test('is the same from a full-width keyboard', () => {
    expect(normalisePassword('Ｐｕｃｈｅｎｇ２０２６')).toBe('Pucheng2026');
    expect(readNewPassword({ password: 'Ｐｕｃｈｅｎｇ２０２６', passwordAgain: 'Pucheng2026' }, owner)).toEqual(
      accept('Pucheng2026'),
    );
  });

  test('is typed twice, and the two are equal', () => {
    expect(readNewPassword({ password: 'Pucheng2026', passwordAgain: 'Pucheng2026' }, owner).ok).toBe(true);
    expect(readNewPassword({ password: 'Pucheng2026', passwordAgain: 'pucheng2026' }, owner)).toEqual({
      ok: false,
      code: 'PASSWORDS_DIFFER',
    });
  });

  test('that is weak and typed twice differently is first of all different', () => {
    expect(readNewPassword({ password: 'a', passwordAgain: 'b' }, owner)).toMatchObject({ code: 'PASSWORDS_DIFFER' });
  });
});

test('A7: the list of the commonest holds only what no other rule refuses', () => {
  const strangers = { phone: '13800000001' };
  expect(commonPasswords.size).toBeGreaterThan(200);
  for (const password of commonPasswords) expect(passwordFault(password, strangers)).toBe('common');
});
