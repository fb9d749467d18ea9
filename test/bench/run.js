/**
 * Holds the budgets of docs/architecture.md that are measured and not tested. It reads what `gulp functions` has built,
 * prints each number beside its budget and ends with status 1 where one is not kept.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { coldStart } = require('./cold-start');

const root = path.resolve(__dirname, '../..');
const budget = 1.15;

const account = path.join(root, 'dist/cloudfunctions/account/index.js');
if (!fs.existsSync(account)) {
  console.error('dist/cloudfunctions/account is not built: run `npx gulp functions` first.');
  process.exit(1);
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
try {
  const { bare, loaded, ratio } = coldStart({ bundle: account, scratch, root, pairs: 21 });
  const kept = ratio <= budget;
  console.log(
    `cold start of account: ${loaded.toFixed(0)} ms, of the bare SDK bundle: ${bare.toFixed(0)} ms (medians); ` +
      `median ratio ${ratio.toFixed(2)}, budget ${budget}: ${kept ? 'kept' : 'NOT KEPT'}`,
  );
  process.exitCode = kept ? 0 : 1;
} finally {
  fs.rmSync(scratch, { recursive: true });
}
