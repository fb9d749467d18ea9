/**
 * Makes the table by which one name in two forms is known to be one name (rules A5, A6): `node .config/han-forms.js`.
 * What it is made from stands in `han-sources/README.md`.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const sources = path.join(__dirname, 'han-sources');
const dictionaries = path.join(root, 'node_modules/opencc-js/dist/esm-lib/dict');
const TABLE = 'cloudfunctions/core/domain/roster/han-forms-data.ts';
const LINE = 118;

/** Characters that registers could write before the state's list: those of GB 2312 and GBK in Unicode's first block. */
const WRITABLE = /^[\u4e00-\u9fa5]$/;

const read = (file) => fs.readFileSync(path.join(sources, file), 'utf8');
const groups = (text) =>
  text
    .trim()
    .split(/\s+/)
    .map((group) => Array.from(group));

/** `from to|from to`, of single characters only. */
async function dictionary(name) {
  const { default: text } = await import(path.join(dictionaries, `${name}.js`));
  const pairs = text.split('|').map((entry) => entry.split(' '));
  return pairs.filter((pair) => pair.every((side) => Array.from(side).length === 1));
}

class Links {
  /** @type {Map<string, Set<string>>} */
  to = new Map();

  add(from, to) {
    if (from === to) return;
    if (!this.to.has(from)) this.to.set(from, new Set());
    this.to.get(from).add(to);
  }

  of(character) {
    return [...(this.to.get(character) ?? [])];
  }

  /** The character and all that its links lead to, one after the other. */
  reachedFrom(character) {
    const reached = new Set([character]);
    for (const each of reached) for (const next of this.of(each)) reached.add(next);
    return reached;
  }
}

async function readSources() {
  const standard = new Set(Array.from(read('standard.txt').replace(/\s/g, '')));
  const unihan = Object.fromEntries(
    read('unihan.txt')
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), groups(line.slice(line.indexOf(' ')))]),
  );
  const simplifications = await dictionary('TSCharacters');
  return { standard, unihan, simplifications, reviewed: groups(read('reviewed.txt')) };
}

/** From a form to its simplified form. A standard character has none, except where the dictionary names one. */
function simplifiedLinks({ standard, unihan, simplifications, reviewed }) {
  const links = new Links();
  for (const [from, to] of [...simplifications, ...reviewed]) links.add(from, to);
  for (const [from, ...to] of unihan.kSimplifiedVariant)
    if (!standard.has(from)) for (const each of to) links.add(from, each);
  return links;
}

/** From a character that is no standard one to others that mean the same; weaker, and in no direction. */
async function variantLinks({ standard, unihan }) {
  const links = new Links();
  const pairs = [
    ...(await dictionary('TWVariants')),
    ...(await dictionary('HKVariants')),
    ...(await dictionary('JPShinjitaiCharacters')),
  ];
  for (const property of ['kZVariant', 'kSemanticVariant'])
    for (const [from, ...to] of unihan[property]) for (const each of to) pairs.push([from, each]);
  for (const [one, other] of pairs) {
    if (!standard.has(one)) links.add(one, other);
    if (!standard.has(other)) links.add(other, one);
  }
  return links;
}

/** All forms in which a character may stand for the same name, itself first. */
function formsOf(character, { standard, simplified, variants }) {
  const reached = simplified.reachedFrom(character);
  if ([...reached].some((form) => standard.has(form))) return reached;
  // Its simplified forms say nothing that a register would have: only then its variants are asked.
  for (const form of [...reached])
    for (const variant of variants.of(form)) for (const each of simplified.reachedFrom(variant)) reached.add(each);
  return reached;
}

const literal = (name, comment, words) => {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1).length + word.length >= LINE) lines.push('');
    lines.push(`${lines.pop()}${word} `);
  }
  return `/** ${comment} */\nexport const ${name} = (): string =>\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`;
};

/** The table as the file holds it. */
async function draw() {
  const material = await readSources();
  const simplified = simplifiedLinks(material);
  const links = { standard: material.standard, simplified, variants: await variantLinks(material) };
  const offers = material.simplifications.filter(([from, to]) => WRITABLE.test(to) && !material.standard.has(from));
  const offered = new Map(offers);
  const characters = new Set([...simplified.to.keys(), ...links.variants.to.keys()]);
  const others = [...characters]
    .sort((a, b) => a.codePointAt(0) - b.codePointAt(0))
    .map((character) => [character, [...formsOf(character, links)].filter((form) => form !== character)])
    .filter(([character, forms]) => forms.length > 0 && forms.join() !== (offered.get(character) ?? ''));
  return `${[
    '/* eslint-disable no-restricted-syntax, max-lines-per-function -- a table of characters, not words for the user */',
    '// Made by `node .config/han-forms.js` from OpenCC, Unihan and the state’s list: see .config/han-sources/README.md.',
  ].join('\n')}\n\n${literal(
    'simplifications',
    'Each traditional character with the simplified one that is offered for it (rule A6), the first two of a word.',
    offers.map((pair) => pair.join('')),
  )}\n${literal(
    'forms',
    'Where that is not all: each character with the others in which the same name may be written (rule A5).',
    others.map(([character, forms]) => character + forms.join('')),
  )}`;
}

module.exports = { draw, TABLE };

if (require.main === module) draw().then((text) => fs.writeFileSync(path.join(root, TABLE), text));
