import { declarations, sourcesOf } from '../support/mini-program-files';

/** As everywhere; the dark page takes some of them for others of them. */
const token = (name: string): string => {
  const found = declarations().find(({ file, property }) => file.startsWith('styles/') && property === name);
  if (!found) throw new Error(`no such token: ${name}`);
  return found.value;
};

const channel = (hex: string) => {
  const value = parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: string) => {
  const full = colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const [red, green, blue] = [full.slice(1, 3), full.slice(3, 5), full.slice(5, 7)].map(channel) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

test('contrast is computed as WCAG says: black on white is 21 to 1', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
});

test.each([
  ['--ink', '--paper'],
  ['--ink', '--card'],
  ['--ink-soft', '--paper'],
  ['--ink-soft', '--card'],
  ['--jade', '--card'],
  ['--jade', '--jade-soft'],
  ['--card', '--jade'],
  ['--jade-deep', '--jade-soft'],
  ['--jade-deep', '--paper'],
  ['--amber', '--amber-soft'],
  ['--amber-deep', '--amber-soft'],
  ['--red', '--card'],
  ['--red', '--paper'],
  ['--red', '--red-soft'],
  ['--link', '--paper'],
  ['--link', '--card'],
  ['--night-ink', '--night'],
  ['--night-soft', '--night'],
  ['--night-amber', '--night'],
  ['--mint', '--night'],
])('%s is readable on %s: 4.5 to 1 at least', (text, ground) => {
  expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
});

test.each(['--paper', '--card'])('the edge of a field can be seen on %s: 3 to 1 at least', (ground) => {
  expect(contrast(token('--edge'), token(ground))).toBeGreaterThanOrEqual(3);
});

test('the outlines on the dark page can be seen: 3 to 1 at least', () => {
  expect(contrast(token('--night-edge'), token('--night'))).toBeGreaterThanOrEqual(3);
});

test('text is as large as one of the tokens, or as the sign it is', () => {
  const sizes = declarations().filter(({ property }) => property === 'font-size');
  const signs = /sign|icon|square|tick|next/;
  const odd = sizes.filter(({ value, selector }) => !value.startsWith('var(--text-') && !signs.test(selector));
  expect(odd.map(({ file, selector, value }) => `${file} ${selector} ${value}`)).toEqual([]);
});

const base = (name: string) => Number(/calc\((\d+)px/.exec(token(name))?.[1]);

test.each([
  ['--text-body', 20],
  ['--text-title', 30],
  ['--text-card-title', 22],
  ['--text-button', 24],
  ['--text-field', 24],
  ['--text-note', 18],
  ['--text-tab', 17],
])('%s is %d px at the standard setting and grows with the person’s text size', (name, size) => {
  expect(base(name)).toBe(size);
  expect(token(name)).toContain('var(--scale)');
});

test('the main text reaches 30 pt at the largest setting', () => {
  const largest = Number(
    /LARGEST_SCALE = ([\d.]+)/.exec(Object.fromEntries(sourcesOf('.ts'))['stores/text-size.ts'] ?? '')?.[1],
  );
  expect(base('--text-body') * largest).toBeGreaterThanOrEqual(30);
});

test('main targets are 60 px high at least, others 44', () => {
  expect(parseInt(token('--target-main'), 10)).toBeGreaterThanOrEqual(60);
  expect(parseInt(token('--target'), 10)).toBeGreaterThanOrEqual(44);
});

test.each([
  ['components/big-button/index.wxss', '.button-face', 'var(--target-main) !important'],
  ['components/text-button/index.wxss', '.link', 'var(--target)'],
  ['components/field/index.wxss', '.box', 'var(--target-main)'],
  ['components/field/index.wxss', '.side', 'var(--target)'],
  ['components/tile/index.wxss', '.tile', '84px'],
  ['custom-tab-bar/index.wxss', '.item', 'var(--target-main)'],
  ['pages/text-size/index.wxss', '.size', 'var(--target-main)'],
])('%s: %s is %s high', (file, selector, height) => {
  const rule = declarations().filter((each) => each.file === file && each.selector === selector);
  const found = rule.find(({ property }) => property === 'min-height');
  const important = height.endsWith('!important') ? ' !important' : '';
  expect(`${found?.value ?? 'none'}${important}`).toBe(height);
});

test('lines are 1.3 times as high as their letters at least', () => {
  const low = declarations().filter(({ property, value }) => property === 'line-height' && Number(value) < 1.3);
  expect(low).toEqual([]);
});

test('no words are cut off with dots or kept from breaking', () => {
  const cutting = declarations().filter(
    ({ property, value }) => property === 'text-overflow' || (property === 'white-space' && value === 'nowrap'),
  );
  expect(cutting).toEqual([]);
});

test('colours come from the tokens', () => {
  const own = declarations().filter(
    ({ file, value }) =>
      !file.startsWith('styles/') &&
      file !== 'app.wxss' &&
      /#[0-9a-f]{3,8}\b|rgba?\(/i.test(value.replace(/url\([^)]*\)/g, '')),
  );
  expect(own.map(({ file, selector, value }) => `${file} ${selector} ${value}`)).toEqual([]);
});
