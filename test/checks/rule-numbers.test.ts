interface RuleNumbers {
  faultsOf(rulesText: string, files: Iterable<readonly [file: string, text: string]>): string[];
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the build speaks CommonJS
const { faultsOf } = require('../../.config/rule-numbers.js') as RuleNumbers;

/** Three rules: one that the product obeys, one that it obeys in part, one that nobody has begun. */
const rules = [
  '# The rules',
  '- **A1** A phone number is a mainland one. _Source: guide 2. Built._',
  '- **A2** A captcha comes first. _Source: ours. Built in part: the picture._',
  '- **A3** A code has 6 digits. _Source: guide 2; the rest is ours. Not built._',
].join('\n');
const proof = ['test/domain/phone.test.ts', "test('A1: a number', …);\ntest('A2: a captcha', …);"] as const;

/** Written apart from the word before it, or the check would find the wrong number in this file. */
const wrong = ['A', '4'].join('');
const naming = (text: string, file = 'cloudfunctions/core/domain/account.ts') => faultsOf(rules, [proof, [file, text]]);
const refused = (line: number, file = 'cloudfunctions/core/domain/account.ts') => [
  `${file}:${line} names rule ${wrong}, which is not in docs/rules.md`,
];

describe('a rule that is named', () => {
  test('exists: nothing is wrong', () => {
    expect(naming('/** A number (rule A1), a captcha (rules A2, A3). */\n * @rule A1')).toEqual([]);
  });

  test.each([
    ['in a comment', `/** A number (rule ${wrong}). */`],
    ['by a tag', ` * @rule ${wrong}`],
    ['at the beginning of a sentence', `// Rule ${wrong} says so.`],
    ['in a list', `// rules A1, A2 and ${wrong}`],
    ['at the end of a range', `// rules A3 to ${wrong}`],
    ['in parentheses', `// A number (${wrong}).`],
    ['in parentheses, in a list', `// A number (A1, ${wrong}).`],
  ])('and does not exist is refused %s', (_where, text) => {
    expect(naming(text)).toEqual(refused(1));
  });

  test('and does not exist is refused where the line ends between the word and the number', () => {
    expect(naming(`/**\n * Counted, as rule\n * ${wrong} says.\n */`)).toEqual(refused(3));
  });

  test('and lies between the ends of a range must exist too', () => {
    const withHole = rules.replace('**A2**', '**B1**');
    const inTests = proof[1].replace('A2', 'B1');
    expect(
      faultsOf(withHole, [
        [proof[0], inTests],
        ['docs/face.md', 'See rules A1 to A3.'],
      ]),
    ).toEqual(['docs/face.md:1 names rule A2, which is not in docs/rules.md']);
  });

  test.each(['a1', 'A1b', 'A100', 'K1'])('and is written as %s is refused', (number) => {
    expect(naming(`// rule ${number}`)).toHaveLength(1);
  });

  const inTest = 'test/use-cases/sign-in.test.ts';
  test.each([
    ['a test', `test('${wrong}: wrong passwords', …)`],
    ['a group', `describe("A1 and ${wrong}: wrong passwords", …)`],
    ['a table of tests', `test.each([1])('${wrong}: %s', …)`],
  ])('and does not exist is refused in the name of %s', (_what, text) => {
    expect(naming(text, inTest)).toEqual(refused(1, inTest));
  });
});

test.each([
  'A4 paper',
  'an <h1>, an H1 heading',
  'E2E tests',
  'begins with D8 FF',
  'a duplicate key (E11000)',
  'f(X1)',
])('%s names no rule', (text) => {
  expect(naming(text)).toEqual([]);
});

test('a rule of which something is built must be named by a test', () => {
  const others = ['cloudfunctions/core/domain/captcha.ts', '/** @rule A2 */'] as const;
  expect(faultsOf(rules, [['test/domain/phone.test.ts', "test('A1: a number', …)"], others])).toEqual([
    'docs/rules.md says that A2 is built, and no test names it',
  ]);
});

test.each([
  ['without its source', '- **A4** A phone registers once. _Built._', 'docs/rules.md:5 is no rule'],
  ['without its state', '- **A4** A phone registers once. _Source: ours._', 'docs/rules.md:5 is no rule'],
  ['twice', '- **A1** Again. _Source: ours. Built._', 'docs/rules.md:5 A1 is there twice'],
])('a rule that is written down %s is refused', (_how, line, fault) => {
  expect(() => faultsOf(`${rules}\n${line}`, [proof])).toThrow(fault);
});
