import { readEntry, receiptScene } from '../../miniprogram/shared/scene';

const PREFIX = 'https://rs.example.gov.cn/pension/receipt?scene=';

const byCode = (scene: unknown) => readEntry({ scene }, PREFIX);
const byLink = (address: string, prefix = PREFIX) => readEntry({ q: encodeURIComponent(address) }, prefix);

describe('a mini-program code, or a shared card', () => {
  test('on a unit’s poster names the unit', () => {
    expect(byCode('u=pc-no1-school')).toEqual({ unit: 'pc-no1-school' });
  });

  test('arrives percent-encoded', () => {
    expect(byCode('u%3D610526_0012')).toEqual({ unit: '610526_0012' });
  });

  test('names a unit of at most 30 characters, so that the scene has 32', () => {
    expect(byCode(`u=${'a'.repeat(30)}`)).toEqual({ unit: 'a'.repeat(30) });
    expect(byCode(`u=${'a'.repeat(31)}`)).toBe('foreign');
  });

  test('of a receipt names its number', () => {
    expect(byCode('r=0123456789012345')).toEqual({ receipt: '0123456789012345' });
    expect(byCode('r%3D0123456789012345')).toEqual({ receipt: '0123456789012345' });
    expect(byCode(receiptScene('0123456789012345'))).toEqual({ receipt: '0123456789012345' });
  });

  test.each([
    'r=',
    'r=012345678901234',
    'r=01234567890123456',
    'r=012345678901234x',
    'r=0123456789012345&u=a',
    'u=',
    'u',
    'x=1',
    'u=a&x=1',
    'u=a b',
    'u=<script>',
    'u=中心',
    '%',
    'u=%E0%A4%A',
    'U=a',
    ' u=a',
  ])('that says anything else is none of ours: %j', (scene) => {
    expect(byCode(scene)).toBe('foreign');
  });
});

describe('a plain link', () => {
  const address = `${PREFIX}${encodeURIComponent(receiptScene('2026080112345678'))}`;

  test('carries a receipt’s number in q, the whole address encoded once more', () => {
    expect(readEntry({ q: encodeURIComponent(address), scancode_time: '1785546720' } as object, PREFIX)).toEqual({
      receipt: '2026080112345678',
    });
  });

  test('may carry a unit as well', () => {
    expect(byLink(`${PREFIX}u%3Dpc-no1-school`)).toEqual({ unit: 'pc-no1-school' });
  });

  test('counts before a scene: a strange address with a good scene beside it shows no receipt', () => {
    expect(readEntry({ q: 'https%3A%2F%2Fexample.com', scene: 'r=2026080112345678' }, PREFIX)).toBe('foreign');
  });

  test.each([
    '',
    'r=2026080112345678',
    PREFIX,
    PREFIX.slice(0, -1),
    address.replace('https:', 'http:'),
    address.replace('rs.example.gov.cn', 'rs.example.gov.cn.example.com'),
    address.replace('https://', 'https://example.com/'),
    ` ${address}`,
    `${address}&u=a`,
    `${address}#x`,
    `${PREFIX}r%3D20260801123456789`,
    `${PREFIX}%`,
    `${PREFIX}%E0%A4%A`,
    'javascript:alert(1)',
    'https://example.com/?scene=r%3D2026080112345678',
  ])('that is not ours is none of ours: %j', (strange) => {
    expect(byLink(strange)).toBe('foreign');
  });

  test.each(['%', '%E0%A4%A', 'x'.repeat(100_000)])('that cannot be decoded throws nothing', (q) => {
    expect(readEntry({ q }, PREFIX)).toBe('foreign');
  });

  test('is never ours where the build has no prefix', () => {
    expect(byLink(address, '')).toBe('foreign');
  });
});

test.each([[{}], [{ scene: undefined, q: undefined }], [{ scene: '' }], [{ scene: 1047 }], [{ q: ['a'] }]])(
  'without a code there is nothing to read: %j',
  (query) => {
    expect(readEntry(query, PREFIX)).toBeUndefined();
  },
);
