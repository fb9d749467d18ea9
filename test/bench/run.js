/**
 * Holds the budgets of docs/architecture.md that are measured and not tested. It reads what `gulp functions` has built,
 * prints each number beside its budget and ends with status 1 where one is not kept.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { coldStart } = require('./cold-start');
const { decisionBudgets, measureDecision } = require('./decision');

const root = path.resolve(__dirname, '../..');
const budget = 1.15;

const bundles = ['account', 'certification'].map((name) => ({
  name,
  bundle: path.join(root, 'dist/cloudfunctions', name, 'index.js'),
}));
const missing = bundles.filter(({ bundle }) => !fs.existsSync(bundle));
if (missing.length > 0) {
  console.error(`Not built, run \`npx gulp functions\` first: ${missing.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const print = (what, kept) => {
  console.log(`${what}: ${kept ? 'kept' : 'NOT KEPT'}`);
  if (!kept) process.exitCode = 1;
};

const start = (scratch, { name, bundle }) => {
  const { bare, loaded, ratio } = coldStart({ bundle, scratch, root, pairs: 21 });
  print(
    `cold start of ${name}: ${loaded.toFixed(0)} ms, of the bare SDK bundle: ${bare.toFixed(0)} ms (medians); ` +
      `median ratio ${ratio.toFixed(2)}, budget ${budget}`,
    ratio <= budget,
  );
};

const decide = async (scratch) => {
  const { decision, passes, ratio, megabytes } = await measureDecision({ scratch, rounds: 9 });
  print(
    `decision on eight stills: ${decision.toFixed(0)} ms, budget ${decisionBudgets.milliseconds}; eight full passes: ` +
      `${passes.toFixed(0)} ms; median ratio ${ratio.toFixed(2)}, budget ${decisionBudgets.ratio}; ` +
      `memory at the peak: ${megabytes.toFixed(0)} MB, budget ${decisionBudgets.megabytes}`,
    decision <= decisionBudgets.milliseconds && ratio <= decisionBudgets.ratio && megabytes < decisionBudgets.megabytes,
  );
};

const run = async () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    for (const each of bundles) start(scratch, each);
    await decide(scratch);
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
};

void run();
