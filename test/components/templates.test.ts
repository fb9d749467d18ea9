import { sourcesOf, tags } from '../support/mini-program-files';
import type { Tag } from '../support/mini-program-files';

const place = ({ file, line, name }: Tag) => `${file}:${line} <${name}>`;
const isTappable = ({ attributes }: Tag) =>
  'bind:tap' in attributes || 'bindtap' in attributes || 'catch:tap' in attributes;

test('there are templates to look at', () => {
  expect(tags().length).toBeGreaterThan(100);
});

test('every sentence comes from copy/: no template holds Chinese', () => {
  const withChinese = sourcesOf('.wxml').filter(([, text]) => /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(text));
  expect(withChinese.map(([file]) => file)).toEqual([]);
});

test('no page or store holds Chinese either', () => {
  const ours = sourcesOf('.ts').filter(([file]) =>
    /^(pages|certification|family|components|stores|services|liveness|custom-tab-bar)\//.test(file),
  );
  const outsideComments = ours.map(([file, text]) => [file, text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')] as const);
  expect(outsideComments.filter(([, text]) => /[\u3400-\u9fff]/.test(text)).map(([file]) => file)).toEqual([]);
});

test('whatever can be tapped has a role and a name for the screen reader', () => {
  const nameless = tags()
    .filter(isTappable)
    .filter(({ attributes }) => !attributes['aria-role'] || !attributes['aria-label']);
  expect(nameless.map(place)).toEqual([]);
});

test("Vant's buttons are given a name: they have none of their own", () => {
  const nameless = tags().filter(({ name, attributes }) => name.startsWith('van-') && !attributes['aria-label']);
  expect(nameless.map(place)).toEqual([]);
});

test('every input has a name for the screen reader', () => {
  const nameless = tags().filter(({ name, attributes }) => name === 'input' && !attributes['aria-label']);
  expect(nameless.map(place)).toEqual([]);
});

test('every picture has words', () => {
  const wordless = tags().filter(({ name, attributes }) => name === 'image' && !attributes['aria-label']);
  expect(wordless.map(place)).toEqual([]);
});

test('every field of a form has a label and every button its words', () => {
  const needed: Record<string, string> = { field: 'label', 'big-button': 'text', 'text-button': 'text', tile: 'text' };
  const wordless = tags().filter(({ name, attributes }) => needed[name] !== undefined && !attributes[needed[name]]);
  expect(wordless.map(place)).toEqual([]);
});

test('a notice that appears while somebody is at work is announced', () => {
  const silent = tags().filter(({ name, attributes }) => {
    const isAnswer =
      name === 'notice' && /refusal|notSent|notLoaded|notLeft|unknown/i.test(attributes['heading'] ?? '');
    return isAnswer && !('live' in attributes);
  });
  expect(silent.map(place)).toEqual([]);
});

test('a button that waits for the server says so', () => {
  const mute = tags().filter(
    ({ name, attributes }) =>
      name === 'big-button' && 'busy' in attributes && attributes['text'] !== '{{rename}}' && !attributes['busy-text'],
  );
  expect(mute.map(place)).toEqual([]);
});
