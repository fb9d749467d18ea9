/**
 * How long a try before the camera takes to decide, eight stills and the reference, against eight full passes of Human,
 * whose networks they are (all of them on every still, as `human.detect` does), in the same run; and the memory of the
 * process that decides, at its peak.
 */
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const { spawn } = require('node:child_process');
const esbuild = require('esbuild');
const { buildFaceEngine } = require('../../.config/face-engine');

const root = path.resolve(__dirname, '../..');

const stills = `
import { acting, actorOf, portraitOf, taken } from './test/support/faces/tries';
const order = ['neutral', 'neutral', 'blink', 'neutral', 'neutral', 'turn-left', 'neutral', 'neutral'];
export const actions = ['blink', 'turn-left'];
export const stills = taken(order, acting(actorOf('hopper', { width: 480, height: 640 })));
export const reference = portraitOf('hopper');
`;

const deciding = `
import { createEmbeddedVerifier } from './cloudfunctions/adapters/face/embedded/embedded-verifier';
import { stills, actions, reference } from 'the stills';
const verifier = createEmbeddedVerifier(process.argv[2]);
export const once = () => verifier.examine({ stills, actions, reference });
`;

const passing = `
import { decode } from 'jpeg-js';
import { Human } from './node_modules/@vladmandic/human/dist/human.node-wasm.js';
import { stills } from 'the stills';
const off = { enabled: false };
const on = { enabled: true };
const human = new Human({
  backend: 'wasm', wasmPath: process.argv[2] + '/wasm/', modelBasePath: 'file://' + process.argv[2] + '/models/',
  debug: false, async: false, warmup: 'none', cacheSensitivity: 0,
  filter: off, body: off, hand: off, object: off, segmentation: off, gesture: off,
  face: { enabled: true, detector: { rotation: true, maxDetected: 3 }, mesh: on, iris: on, description: on, emotion: off, antispoof: off, liveness: off },
});
human.tf.env().platform.fetch = fetch;
const loaded = human.load();
export const once = async () => {
  await loaded;
  for (const { bytes } of stills) {
    const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: false });
    const picture = human.tf.tensor(data, [1, height, width, 3], 'int32');
    const { face } = await human.detect(picture);
    human.tf.dispose(picture);
    if (face.length !== 1 || face[0].embedding.length !== 1024) throw new Error('a full pass found no face');
  }
};
`;

/** Human fetches its models, and Node does not fetch files. */
const fetching = `
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
export const fetch = async (url) => new Response(fs.readFileSync(String(url).startsWith('file:') ? fileURLToPath(url) : url));
`;

/** Answers each line with the milliseconds of one round, those of them at work, and the memory at its peak. */
const answering = `
const answer = (values) => process.stdout.write(JSON.stringify(values) + '\\n');
once().then(() => {
  answer({ ready: true });
  require('node:readline').createInterface({ input: process.stdin }).on('line', async () => {
    const from = performance.now();
    const busy = process.cpuUsage();
    await once();
    const milliseconds = performance.now() - from;
    const { user, system } = process.cpuUsage(busy);
    answer({ milliseconds, work: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 });
  });
});
`;

const bundle = async (scratch, name, contents) => {
  const outfile = path.join(scratch, 'test', 'bench', `${name}.js`);
  await esbuild.build({
    stdin: { contents: contents + answering, resolveDir: root, loader: 'js' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    ...(name === 'passing' && { inject: [path.join(scratch, 'fetch.js')] }),
    plugins: [
      {
        name: 'the stills',
        setup: (build) => {
          build.onResolve({ filter: /^the stills$/ }, () => ({ path: 'stills', namespace: 'stills' }));
          build.onLoad({ filter: /.*/, namespace: 'stills' }, () => ({
            contents: stills,
            resolveDir: root,
            loader: 'js',
          }));
        },
      },
    ],
  });
  return outfile;
};

/** A process that does one round whenever it is asked to. */
const start = async (file, folder) => {
  const child = spawn(process.execPath, [file, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${path.basename(file)} has ended`);
    return JSON.parse(value);
  };
  await next();
  return {
    round: () => {
      child.stdin.write('\n');
      return next();
    },
    end: () => child.kill(),
  };
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Both in turns, so that a busy machine slows both.
 * @returns medians: milliseconds of a decision and of eight passes, their ratio round by round; megabytes at the peak
 */
const measureDecision = async ({ scratch, rounds }) => {
  const folder = path.join(scratch, 'face-engine');
  await buildFaceEngine(folder);
  fs.writeFileSync(path.join(scratch, 'fetch.js'), fetching);
  fs.cpSync(path.join(root, 'test/fixtures/faces'), path.join(scratch, 'fixtures/faces'), { recursive: true });
  const decision = await start(await bundle(scratch, 'deciding', deciding), folder);
  const passes = await start(await bundle(scratch, 'passing', passing), folder);
  try {
    const measured = [];
    for (let round = 0; round < rounds; round++) measured.push([await decision.round(), await passes.round()]);
    return {
      decision: median(measured.map(([one]) => one.milliseconds)),
      passes: median(measured.map(([, other]) => other.milliseconds)),
      // Of the time at work: what else the machine does is not in it.
      ratio: median(measured.map(([one, other]) => one.work / other.work)),
      megabytes: Math.max(...measured.map(([one]) => one.megabytes)),
    };
  } finally {
    decision.end();
    passes.end();
  }
};

/** The ratio is of the time at work; milliseconds are those on a clock. */
const decisionBudgets = { ratio: 0.6, milliseconds: 3000, megabytes: 512 };

module.exports = { decisionBudgets, measureDecision };
