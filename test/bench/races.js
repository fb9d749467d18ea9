/**
 * A thousand people whom two phones certify at the same moment: a thousand records, whatever happens (rule D3). The
 * function, the SDK, the database and its transactions are the real ones; the verifier is the tests' scripted one, as a
 * look at faces would take hours and serialise what is to be at once.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const esbuild = require('esbuild');
const { loadSources, openCounty, requireBuilt } = require('./local-county');

const rounds = 1000;
const together = 4;
const now = '2026-08-01T09:12:00.000+08:00';
const root = path.resolve(__dirname, '../..');
const sources = `
  export { startCloud } from './simulator/cloud/server';
  export { cycleOf, units } from './simulator/seed/county';
  export { withCheckDigit } from './simulator/seed/people';
  export { createCipher } from './cloudfunctions/adapters/cipher/cipher';
  export { openFiles } from './cloudfunctions/adapters/cloud-database/files';
  export { readConfiguration } from './cloudfunctions/adapters/configuration';
  export { createRandom } from './cloudfunctions/adapters/random/random';
`;

/** The certification function with the scripted verifier in the place of the embedded one. */
const buildFunction = (functions) =>
  esbuild.build({
    entryPoints: [path.join(root, 'cloudfunctions/certification/index.ts')],
    outfile: path.join(functions, 'certification/index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    plugins: [
      {
        name: 'scripted-verifier',
        setup: ({ onLoad }) =>
          onLoad({ filter: /embedded-verifier\.ts$/ }, () => ({
            contents: `import { ScriptedFaceVerifier } from '../../../../test/support/memory/scripted-face-verifier';
              export const createEmbeddedVerifier = () => new ScriptedFaceVerifier();`,
            loader: 'ts',
            resolveDir: path.join(root, 'cloudfunctions/adapters/face/embedded'),
          })),
      },
    ],
  });

const person = (index) => ({ purpose: 'id-number', value: numbers[index] });
const numbers = [];

/** Each has an account that is signed in on two phones, and a portrait on record. */
function seedOf({ cycleOf, units }, fileId) {
  const at = new Date(now);
  const all = numbers.map((_, index) => index);
  const session = (phone) => (index) => ({
    idOf: { purpose: 'openid', value: `o-${phone}-${index}` },
    value: { accountId: `account-${index}`, sessionEpoch: 0, usedAt: at },
  });
  return [
    { collection: 'recipients', documents: [{ id: 'cycle', value: cycleOf(2026) }] },
    {
      collection: 'recipients',
      documents: all.map((index) => ({
        idOf: person(index),
        hashes: { personKey: person(index) },
        value: {
          name: '王桂英',
          idNumber: numbers[index],
          unit: units[0],
          payment: 'paid',
          monthlyAmount: 300_000,
          portrait: { fileId, from: 'roster', at: now },
        },
      })),
    },
    {
      collection: 'accounts',
      documents: all.map((index) => ({
        id: `account-${index}`,
        value: {
          name: '王桂英',
          idNumber: numbers[index],
          verified: { by: 'card', at },
          consent: { version: '2026-11', at },
          sessionEpoch: 0,
          createdAt: at,
        },
      })),
    },
    { collection: 'sessions', documents: [...all.map(session('a')), ...all.map(session('b'))] },
  ];
}

const inBatches = ({ collection, documents }) =>
  Array.from({ length: Math.ceil(documents.length / 100) }, (_, index) => ({
    collection,
    documents: documents.slice(index * 100, (index + 1) * 100),
  }));

async function tryOf(county, openid) {
  const start = { self: true, way: 'actions' };
  const { answer } = await county.call('certification', openid, 'startCertification', start);
  if (!answer.ok) throw new Error(`Not started: ${answer.code}`);
  const { challengeId, actions } = answer.data;
  const shows = ['neutral', ...actions.flatMap((action) => [action, 'neutral'])];
  const stills = await Promise.all(
    shows.map(async (show, index) => ({
      shows: show,
      at: index * 1000,
      fileId: await county.upload(openid, `stills/${challengeId}/s${index}.jpg`, `${openid} ${index}`),
    })),
  );
  return { challengeId, stills };
}

/** @returns what both were answered, sorted */
async function race(county, index) {
  const phones = [`o-a-${index}`, `o-b-${index}`];
  const tries = await Promise.all(phones.map((openid) => tryOf(county, openid)));
  const answers = await Promise.all(
    phones.map((openid, at) => county.call('certification', openid, 'finishCertification', tries[at])),
  );
  return answers
    .map(({ answer }) => (answer.ok ? answer.data.result : answer.code))
    .sort()
    .join(' + ');
}

async function runAll(county) {
  const tally = {};
  let next = 0;
  const runner = async () => {
    for (let index = next++; index < rounds; index = next++) {
      const outcome = await race(county, index);
      tally[outcome] = (tally[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: together }, runner));
  return tally;
}

async function prepare(loaded, county) {
  Object.assign(process.env, county.cloud.sdkEnvironment());
  const { cipherKeys } = loaded.readConfiguration(process.env);
  const files = loaded.openFiles(loaded.createCipher(cipherKeys), loaded.createRandom());
  await county.setClock(now);
  await county.seed(seedOf(loaded, await files.keep('portraits', Buffer.from('a portrait'))).flatMap(inBatches));
}

async function main() {
  requireBuilt();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const functions = path.join(scratch, 'functions');
  const loaded = loadSources(scratch, sources);
  for (let index = 0; index < rounds; index++)
    numbers.push(
      loaded.withCheckDigit(
        `61052618${String(40 + (index % 50))}0101${String(Math.floor(index / 50)).padStart(3, '0')}`,
      ),
    );
  await buildFunction(functions);
  const { certification } = require('../../deployment/functions.json');
  fs.writeFileSync(path.join(functions, 'functions.json'), JSON.stringify({ certification }));
  const county = await openCounty(loaded, { dataDir: path.join(scratch, 'data'), functionDirs: [functions] });
  try {
    await prepare(loaded, county);
    const tally = await runAll(county);
    const records = county.cloud.store.count('certifications', {});
    const certified = county.cloud.store.find('recipients', { payment: 'paid' }).filter(({ last }) => last).length;
    const faults = county.lines.filter((line) => line.includes('"level":"error"'));
    const kept =
      records === rounds &&
      certified === rounds &&
      faults.length === 0 &&
      tally['ALREADY_CERTIFIED + certified'] === rounds;
    console.log(
      `${rounds} people certified by two phones at once: ${records} records; answers ${JSON.stringify(tally)}; ` +
        `${faults.length} faults: ${kept ? 'kept' : 'NOT KEPT'}`,
    );
    for (const line of faults.slice(0, 3)) console.log(line);
    process.exitCode = kept ? 0 : 1;
  } finally {
    await county.cloud.close();
    fs.rmSync(scratch, { recursive: true });
  }
}

void main();
