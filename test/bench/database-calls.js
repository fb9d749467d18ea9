/**
 * Holds the budgets of database calls on the way of a person (docs/architecture.md), with a thousand recipients on the
 * roster and with a million. The functions, the SDK and the engines are the real ones; the case is the dearest one: a
 * relative certifies a contact whose pension is suspended and whose card has just been photographed.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { fillWithRecipients, loadSources, must, openCounty, requireBuilt } = require('./local-county');

const budgets = { eligibility: 4, startCertification: 5, finishCertification: 12 };
const rosters = [1_000, 1_000_000];
const sources = `
  export { startCloud } from './simulator/cloud/server';
  export { demo } from './simulator/seed/demo';
  export { stillsOf } from './test/support/faces/stills';
`;
const now = '2026-08-01T09:12:00.000+08:00';
const wang = { name: '王桂英', idNumber: '610526184503120025' };
const li = { idNumber: '61052618480709011X', cardPassword: '123456' };
const card = fs.readFileSync(path.resolve(__dirname, '../fixtures/id-cards/wang.jpg'));

/** The county, with the first recipient's pension suspended. */
const seedOf = ({ demo }) =>
  demo(new Date(now)).map((batch) => ({
    ...batch,
    documents: batch.documents.map((document) =>
      batch.collection === 'recipients' && document.idOf?.value === wang.idNumber
        ? { ...document, value: { ...document.value, payment: 'suspended-not-certified', unpaidFrom: '2026-01' } }
        : document,
    ),
  }));

async function uploadStills({ upload }, { stillsOf }, openid, { challengeId, actions }) {
  const stills = stillsOf('collins', actions, 1);
  return Promise.all(
    stills.map(async ({ bytes, ...still }, index) => ({
      ...still,
      fileId: await upload(openid, `stills/${challengeId}/s${index}.jpg`, bytes),
    })),
  );
}

/** @returns calls by action, and milliseconds of the look-up */
async function walk(county, loaded) {
  const openid = 'o-relative';
  const certification = async (action, input) => must(await county.call('certification', openid, action, input));
  must(await county.call('account', openid, 'signInWithCard', li));
  await certification('consent', { given: true, version: '2026-11' });
  // The first look-up ever of a new account on a new phone.
  const typed = await certification('eligibility', wang);
  const contact = must(await county.call('account', openid, 'addContact', { ...wang, relation: 'mother' })).data
    .contact;
  const whom = { contactId: contact.id };
  const began = performance.now();
  const known = await certification('eligibility', whom);
  const milliseconds = performance.now() - began;
  const place = (await certification('startCardPhoto', {})).data.path;
  await certification('readIdCard', { fileId: await county.upload(openid, place, card), whom });
  const started = await certification('startCertification', { ...whom, way: 'actions' });
  const stills = await uploadStills(county, loaded, openid, started.data);
  const { challengeId } = started.data;
  const finished = await certification('finishCertification', { challengeId, stills });
  if (finished.data.result !== 'certified') throw new Error(`Not certified: ${JSON.stringify(finished.data)}`);
  return {
    milliseconds,
    calls: {
      eligibility: Math.max(typed.databaseCalls, known.databaseCalls),
      startCertification: started.databaseCalls,
      finishCertification: finished.databaseCalls,
    },
  };
}

async function measure(loaded, scratch, count) {
  const dataDir = path.join(scratch, String(count));
  fs.mkdirSync(dataDir);
  const county = await openCounty(loaded, { dataDir });
  await county.cloud.close();
  fillWithRecipients(path.join(dataDir, 'database.sqlite'), count);
  const full = await openCounty(loaded, { dataDir });
  try {
    await full.setClock(now);
    await full.seed(seedOf(loaded));
    return await walk(full, loaded);
  } finally {
    await full.cloud.close();
  }
}

async function main() {
  requireBuilt();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  let areKept = true;
  try {
    const loaded = loadSources(scratch, sources);
    for (const count of rosters) {
      const { calls, milliseconds } = await measure(loaded, scratch, count);
      for (const [action, budget] of Object.entries(budgets)) {
        const kept = calls[action] > 0 && calls[action] <= budget;
        areKept &&= kept;
        console.log(
          `database calls of ${action} with ${count.toLocaleString('en')} recipients: ${calls[action]}, ` +
            `budget ${budget}: ${kept ? 'kept' : 'NOT KEPT'}`,
        );
      }
      console.log(
        `one look-up with ${count.toLocaleString('en')} recipients: ${milliseconds.toFixed(0)} ms (not judged)`,
      );
    }
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
  process.exitCode = areKept ? 0 : 1;
}

void main();
