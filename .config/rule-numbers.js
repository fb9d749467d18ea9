/**
 * Rules are named by their number (`rule A10`). A number that does not stand in docs/rules.md misleads whoever looks it
 * up, and a built rule that no test names is one that nobody proves.
 */
const fs = require('node:fs');
const path = require('node:path');
const { globSync } = require('glob');

const root = path.resolve(__dirname, '..');
const RULES_FILE = 'docs/rules.md';

/** A rule's line in docs/rules.md: number, sentence, source, state. */
const RULE_LINE = /^- \*\*([A-H]\d{1,2})\*\* .+ _Source: .+\. (Built|Built in part: .+|Not built)\._$/;

/**
 * @param {string} text docs/rules.md
 * @returns {Map<string, boolean>} each rule's number, and whether anything of it is built
 */
const rulesOf = (text) => {
  const rules = new Map();
  text.split('\n').forEach((line, index) => {
    if (!line.startsWith('- **')) return;
    const [, number, state] = RULE_LINE.exec(line) ?? [];
    if (number === undefined) throw new Error(`${RULES_FILE}:${index + 1} is no rule with its source and its state`);
    if (rules.has(number)) throw new Error(`${RULES_FILE}:${index + 1} ${number} is there twice`);
    rules.set(number, state !== 'Not built');
  });
  return rules;
};

/** What stands between two words: also the end of a line and the beginning of the next one in a comment or a quotation. */
const GAP = String.raw`(?:\s|\n\s*(?:\*|//|#|>))+`;
const listOf = (number) => `${number}(?:(?:${GAP})?(?:,|/|–|-|\\band\\b|\\bor\\b|\\bto\\b)(?:${GAP})?${number})*`;
/** After the word "rule" whatever looks like a number is one: small letters, more digits and a tail are slips of the pen. */
const NUMBER = String.raw`[A-Za-z]\d+\w*`;
const BARE_NUMBER = String.raw`[A-Z]\d{1,2}\b`;

/** A number by itself names no rule, so that A4 paper, headings (h1), E2E, E11000 and bytes are left in peace. */
const NAMINGS = [
  // rule A5 · @rule D4 · rules A4 to A7 · rules F1, F2
  new RegExp(`\\b[Rr]ules?${GAP}(${listOf(NUMBER)})`, 'g'),
  // (A10) · (C2, E3): alone in parentheses that call nothing
  new RegExp(`(?<![\\w$)\\]>}])\\((${listOf(BARE_NUMBER)})\\)`, 'g'),
];
/** test('A5: …') · describe('B3 and A13: …') · test.each(…)('D2: …') */
const TEST_NAMING = new RegExp(
  `(?:\\b(?:test|it|describe)(?:\\.\\w+)?|\\))\\(\\s*['"\`](${listOf(BARE_NUMBER)})(?=[:,\\s])`,
  'g',
);

/** Every number that a list names, what lies between the ends of a range included. */
const numbersIn = (list) => {
  const found = list.match(new RegExp(NUMBER, 'g'));
  for (const [, letter, from, sameLetter, to] of list.matchAll(/([A-Z])(\d+)\s*(?:to|–|-)\s*([A-Z])(\d+)/g))
    if (letter === sameLetter) for (let n = Number(from) + 1; n < Number(to); n++) found.push(`${letter}${n}`);
  return found;
};

const isTestCode = (file) => file.startsWith('test/');
const isTest = (file) => /^test\/.*\.test\.ts$/.test(file);

/** @returns {{ number: string, line: number }[]} every rule that a text names */
const mentionsIn = (file, text) =>
  [...NAMINGS, ...(isTestCode(file) ? [TEST_NAMING] : [])]
    .flatMap((naming) => [...text.matchAll(naming)])
    .flatMap(({ 0: whole, 1: list, index }) => {
      const line = text.slice(0, index + whole.indexOf(list)).split('\n').length;
      return numbersIn(list).map((number) => ({ number, line }));
    });

/**
 * @param {string} rulesText docs/rules.md
 * @param {Iterable<[file: string, text: string]>} files
 * @returns {string[]} what is wrong, one line each
 */
const faultsOf = (rulesText, files) => {
  const rules = rulesOf(rulesText);
  const tested = new Set();
  const faults = [];
  for (const [file, text] of files)
    for (const { number, line } of mentionsIn(file, text)) {
      if (!rules.has(number)) faults.push(`${file}:${line} names rule ${number}, which is not in ${RULES_FILE}`);
      if (isTest(file)) tested.add(number);
    }
  for (const [number, isBuilt] of rules)
    if (isBuilt && !tested.has(number)) faults.push(`${RULES_FILE} says that ${number} is built, and no test names it`);
  return faults;
};

/** Comments, test names and documents of the project; not what is made or comes from others. */
const projectFiles = () =>
  globSync('**/*.{ts,js,mjs,md,json}', {
    cwd: root,
    dot: true,
    posix: true,
    ignore: [
      '.git/**',
      '.data/**',
      'dist/**',
      'screenshots/**',
      '**/node_modules/**',
      '**/miniprogram_npm/**',
      'package-lock.json',
    ],
  });

/** @throws where a rule is named that does not exist, or a built one that no test names */
const ruleNumbers = async () => {
  const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
  const files = projectFiles().map((file) => [file, read(file)]);
  const faults = faultsOf(read(RULES_FILE), files);
  if (faults.length > 0) throw new Error(`Rules and their numbers disagree:\n${faults.join('\n')}`);
};

module.exports = { ruleNumbers, faultsOf };
