import { MOST_TYPED } from '../../miniprogram/shared/typed-text';
import { normalisePersonName, readPersonName } from '../../miniprogram/shared/person-name';
import { accept } from '../../miniprogram/shared/result';

const citizen = '610526184001010029';
const permanentResident = '911156186505051235';
const read = (typed: string) => readPersonName(typed, citizen);
const readResident = (typed: string) => readPersonName(typed, permanentResident);
const refused = { ok: false, code: 'BAD_NAME' };

describe('A5: a name is brought into one form', () => {
  test.each([
    ['as it is', '王桂英', '王桂英'],
    ['spaces around', '  王桂英 ', '王桂英'],
    ['the space that fills up a name of two', '王　芳', '王芳'],
    ['invisible marks from a web page', '王\u200B桂英\uFEFF', '王桂英'],
    ['a character that GBK has twice', '王\uFA18', '王礼'],
    ['spaces around the dot', '买买提 · 艾力', '买买提·艾力'],
    ['two dots in a row', '买买提··艾力', '买买提·艾力'],
    ['several dots and spaces', '买买提• ・艾力', '买买提·艾力'],
    ['the dot as an emoji', '买买提⚫\uFE0F艾力', '买买提·艾力'],
    ['the stroke 丶 in the place of the dot', '买买提丶艾力', '买买提·艾力'],
    ['the stroke 丶 where it is a character', '王丶', '王丶'],
    ['a tab', '王\t桂英', '王桂英'],
    ['a radical in the place of the character, as a PDF gives it', '⾼⽂⺁', '高文厂'],
  ])('%s', (_what, typed, expected) => {
    expect(read(typed)).toEqual(accept(expected));
  });

  test.each([
    ...['\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068'],
    ...['\u2069', '\u200B', '\u200C', '\u200D', '\u2060', '\u2061', '\uFEFF', '\u00AD', '\u034F', '\u180E', '\u3164'],
    ...[
      '\u115F',
      '\uFE00',
      '\uFE0E',
      '\uFE0F',
      '\u{E0100}',
      '\u{E01EF}',
      '\u{E0061}',
      '\u2800',
      '\u00A0',
      '\u2009',
      '\u3000',
    ],
  ])('the mark %j is not seen and not kept, wherever it stands', (mark) => {
    expect(read(`${mark}王${mark}桂英${mark}`)).toEqual(accept('王桂英'));
  });

  test('the 80 private code points of GBK are characters like others, each another one', () => {
    const names = Array.from({ length: 80 }, (_, at) => read(`王${String.fromCharCode(0xe815 + at)}`));
    const characters = names.map((name) => (name.ok ? name.data : name.code));
    expect(new Set(characters).size).toBe(80);
    expect(characters.every((name) => /^王[^\uE000-\uF8FF]$/u.test(name))).toBe(true);
    // The platform's own table, where it has one that is neither private nor a radical.
    for (const [at, name] of characters.entries()) {
      const decoded = new TextDecoder('gb18030').decode(Uint8Array.of(0xfe, at < 47 ? 0x50 + at : 0x51 + at));
      if (!/[\uE000-\uF8FF\u2E80-\u2EF3]/.test(decoded)) expect(name).toBe(`王${decoded}`);
    }
    expect(read('\uE863某')).toEqual(accept('䶮某'));
    expect(read('王\uE844')).toEqual(accept('王䜣'));
    expect(read('王\uE816')).toEqual(accept('王𠂇'));
  });

  test.each([
    ...'∘⚫⬤⦁▪■◾⏺°●○◆◉⚬⚪⁍',
    '🔴',
    '、',
    '．',
    '·',
    '•',
    '・',
    '･',
    '‧',
    '∙',
    '⋅',
    '.',
    '．',
    '。',
    '｡',
    '․',
    '﹒',
    '●',
    '◦',
    '˙',
    '\u0387',
    '᛫',
    'ㆍ',
  ])('the dot %s is the dot ·', (dot) => {
    expect(read(`阿凡提${dot}买买提`)).toEqual(accept('阿凡提·买买提'));
  });
});

describe('A5: which names there are', () => {
  test.each([
    ['two characters', '王芳'],
    ['four characters', '欧阳桂英'],
    ['a dot', '买买提·艾力'],
    ['several dots', '古丽·阿依·买买提'],
    ['a rare character of extension A', '㛃某'],
    ['a rare character of extension B, beyond the BMP', '王𠅤'],
    ['a rare character of extension F', '𬱖某'],
    ['a rare character of extension G, in plane 3', '王𰀀'],
    ['a new character of the basic block', '䶮某'],
    ['〇 as a name', '王〇'],
    ['a character that looks like a compatibility form and is none', '王\uFA0E'],
  ])('with %s', (_what, typed) => {
    expect(read(typed)).toEqual(accept(typed));
  });

  test.each([
    ['nothing', ''],
    ['one character', '王'],
    ['one character beyond the BMP, which is two code units', '𠅤'],
    ['a digit', '王2'],
    ['a letter among Han', '王a英'],
    ['a dot at the beginning', '·王芳'],
    ['a dot at the end', '王芳·'],
    ['dots alone', '···'],
    ['an emoji', '王😀'],
    ['kana', '王さくら'],
    ['Hangul', '김철수'],
    ['bopomofo', '王ㄅㄆ'],
    ['a character of the private use area that no standard has', '王\uE000'],
    ['an empty box where a character was lost', '王□英'],
    ['a hyphen between its parts', '买买提-艾力'],
    ['an asterisk, as masked names have it', '王*英'],
    ['a control character', '王\u0000英'],
    ['half a surrogate pair', '王\uD840'],
    ['a question mark where a character was lost', '王?英'],
    ['a line break with more after it', '王芳\n<b>'],
    ['markup', '<王芳>'],
  ])('not with %s', (_what, typed) => {
    expect(read(typed)).toEqual(refused);
  });

  test('fifty characters at the most, a rare one counted once, a dot counted too', () => {
    expect(read('𠅤'.repeat(50))).toEqual(accept('𠅤'.repeat(50)));
    expect(read('𠅤'.repeat(51))).toEqual(refused);
    expect(read(`${'阿'.repeat(25)}·${'凡'.repeat(24)}`).ok).toBe(true);
    expect(read(`${'阿'.repeat(25)}·${'凡'.repeat(25)}`).ok).toBe(false);
  });
});

describe('A5: Latin letters', () => {
  test('are refused for citizens and for permits', () => {
    expect(read('JOHN SMITH')).toEqual(refused);
    expect(readPersonName('JOHN SMITH', '810000185505050017')).toEqual(refused);
  });

  test.each([
    ['JOHN SMITH', 'JOHN SMITH'],
    ['john  smith', 'JOHN SMITH'],
    ['Ｊｏｈｎ　Ｓｍｉｔｈ', 'JOHN SMITH'],
    ['SMITH, JOHN', 'SMITH, JOHN'],
    ['Smith,John', 'SMITH, JOHN'],
    ['SMITH ，JOHN', 'SMITH, JOHN'],
    ['Jean-Luc O’Neill', "JEAN-LUC O'NEILL"],
    ['MU\u0308LLER HANS', 'MÜLLER HANS'],
    ['JOHN F. SMITH', 'JOHN F· SMITH'],
    ['王大山', '王大山'],
  ])('of a permanent resident: %s', (typed, expected) => {
    expect(readResident(typed)).toEqual(accept(expected));
  });

  test.each(['A', 'JOHN 2', "'JOHN", 'JOHN-', 'ИВАН ПЕТРОВ', 'JOHN 王', 'JOHN--SMITH'])(
    'of a permanent resident are not %j',
    (typed) => {
      expect(readResident(typed)).toEqual(refused);
    },
  );
});

test('A5: bringing a name into its form twice changes nothing more', () => {
  for (const typed of ['王　芳', '买买提•艾力', 'john f. smith', '王\uFA18', ' 𠅤 某 ']) {
    const once = normalisePersonName(typed);
    expect(normalisePersonName(once)).toBe(once);
  }
});

test('A5: a text so long that nobody types it is no name, on the phone as on the server', () => {
  expect(read(`王芳${' '.repeat(MOST_TYPED.name - 2)}`)).toEqual(accept('王芳'));
  expect(read(`王芳${' '.repeat(MOST_TYPED.name - 1)}`)).toEqual(refused);
});
