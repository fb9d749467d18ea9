import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

test('the table of characters is what its sources make (`node .config/han-forms.js`)', () => {
  const draw = `const { draw } = require('./.config/han-forms.js'); draw().then((text) => process.stdout.write(text));`;
  const drawn = execFileSync(process.execPath, ['-e', draw], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 24 });
  expect(drawn).toBe(readFileSync(path.join(root, 'cloudfunctions/core/domain/roster/han-forms-data.ts'), 'utf8'));
});
