import fs from 'node:fs';
import path from 'node:path';
import { describeInBrowser } from '../support/browser';
import { changedDemo, setUpPhone } from '../support/phone';
import { makeScratch, type Scratch } from '../support/scratch';

const DEMO = path.resolve(__dirname, '../fixtures/demo-app');
const filesIn = (folder: string): string[] => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** A checkout may lie below the system's temporary folder, as the folders that tests make do. */
describeInBrowser('a stand for the phone deletes only what was made for it', () => {
  let checkout: Scratch;

  beforeEach(() => {
    checkout = makeScratch('checkout');
    fs.cpSync(DEMO, checkout.folder, { recursive: true });
  });
  afterEach(() => checkout.remove());

  test('a mini-program in a checkout below the temporary folder is whole afterwards', async () => {
    const before = filesIn(checkout.folder);
    const stand = await setUpPhone({}, checkout.folder);
    await stand.open();
    await stand.close();
    expect(before).toEqual(filesIn(DEMO));
    expect(filesIn(checkout.folder)).toEqual(before);
  });

  test('a copy that was made for the stand is gone afterwards, and the demo is whole', async () => {
    const before = filesIn(DEMO);
    const copy = changedDemo({ 'note.txt': 'not in the demo' });
    expect(filesIn(copy.folder)).toEqual([...before, 'note.txt'].sort());
    const stand = await setUpPhone({}, copy);
    await stand.close();
    expect(fs.existsSync(copy.folder)).toBe(false);
    expect(filesIn(DEMO)).toEqual(before);
  });

  test('a copy that cannot be built is gone too', async () => {
    const copy = changedDemo({ 'pages/mine/index.ts': null });
    await expect(setUpPhone({}, copy)).rejects.toThrow('pages/mine/index.ts does not exist');
    expect(fs.existsSync(copy.folder)).toBe(false);
  });
});
