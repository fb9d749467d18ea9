/**
 * Prints every fixed sentence that the phone reads aloud: its name and its words, a line each. Whoever wants recordings of
 * a person in place of the speech plugin has these recorded (README.zh-CN.md).
 */
const path = require('node:path');
const esbuild = require('esbuild');

const root = path.resolve(__dirname, '..');

/** The words as the phone has them. */
const copy = () => {
  const { outputFiles } = esbuild.buildSync({
    stdin: {
      contents: ['face', 'face-result', 'face-reasons', 'consent']
        .map((name) => `export * from './${name}';`)
        .join('\n'),
      resolveDir: path.join(root, 'miniprogram/copy'),
    },
    bundle: true,
    format: 'cjs',
    charset: 'utf8',
    write: false,
  });
  const module = { exports: {} };
  new Function('module', 'exports', outputFiles[0].text)(module, module.exports);
  return module.exports;
};

/** What is said of these words, in the order in which people meet it. What holds a date or a number is not fixed. */
const spoken = ({ face, faceResult, faceReasonWords, consent }) => {
  const { preparing, preparingNote, done, doneNote, ask, askHelper, note, noteByTime, advice } = face;
  const { certified, review, tomorrow, verified } = faceResult;
  const consentTo = ({ heading, lead, agree, refuse, without }) => ({
    heading,
    lead,
    choice: consent.choice(agree, refuse),
    without,
  });
  return {
    consent: {
      self: consentTo(consent.self),
      other: consentTo(consent.other),
      sections: Object.fromEntries(consent.sections.map(({ id, heading, text }) => [id, { heading, text }])),
      later: consent.later,
    },
    face: { preparing, preparingNote, ask, askHelper, note, noteByTime, advice, done, doneNote },
    result: {
      certified: { heading: certified.heading, text: certified.text },
      review: { heading: review.heading, steps: review.steps },
      tomorrow: { heading: tomorrow.heading, text: tomorrow.text },
      verified: { heading: verified.heading, text: verified.text },
      refused: faceReasonWords,
    },
  };
};

const linesOf = (words, name) =>
  typeof words === 'string'
    ? [[name, words]]
    : Object.entries(words).flatMap(([key, inner]) => linesOf(inner, name === '' ? key : `${name}.${key}`));

/** @returns pairs of a name and its words */
const spokenSentences = () => linesOf(spoken(copy()), '');

module.exports = { spokenSentences };

if (require.main === module) for (const line of spokenSentences()) console.log(line.join('\t'));
