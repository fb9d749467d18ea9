/** How long a function's bundle takes to load, against a function that does nothing but start the SDK. */
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const esbuild = require('esbuild');

const bareFunction = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const database = cloud.database();
  exports.main = async () => ({ database: typeof database });
`;

/** As `gulp functions` builds the real ones. */
function buildBare(root, scratch) {
  const outfile = path.join(scratch, 'bare.js');
  esbuild.buildSync({
    stdin: { contents: bareFunction, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    charset: 'utf8',
    minify: true,
  });
  return outfile;
}

/** The platform's environment and a configuration that is good in form. */
const environment = {
  PATH: process.env.PATH,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'local',
  SCF_NAMESPACE: 'bench',
  TCB_ENV: 'bench',
  TENCENTCLOUD_SECRETID: 'none',
  TENCENTCLOUD_SECRETKEY: 'none',
  TENCENTCLOUD_SESSIONTOKEN: 'none',
  FIELD_KEYS: JSON.stringify({ current: 'k1', keys: { k1: randomBytes(48).toString('base64') } }),
  HASH_KEY: randomBytes(32).toString('base64'),
  SMS_GATEWAY_URL: 'http://127.0.0.1:9/',
  SMS_GATEWAY_TOKEN: 'none',
};

const measure = `
  const began = performance.now();
  require(process.argv[1]);
  process.stdout.write(String(performance.now() - began));
  process.exit();
`;

/** Milliseconds from `require` to its end in a fresh process; Node's own start is the same for both and left out. */
function loadingTime(file) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', measure, file], {
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file} does not load: ${stderr}`);
  return Number(stdout);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Pairs in turn, first one then the other ahead, so that what else the machine does falls on both alike. The first pair
 * warms the disk's cache and does not count.
 */
exports.coldStart = ({ bundle, scratch, root, pairs }) => {
  const bareBundle = buildBare(root, scratch);
  const measured = Array.from({ length: pairs + 1 }, (_, index) => {
    if (index % 2) return { bare: loadingTime(bareBundle), loaded: loadingTime(bundle) };
    const loaded = loadingTime(bundle);
    return { bare: loadingTime(bareBundle), loaded };
  }).slice(1);
  return {
    bare: median(measured.map(({ bare }) => bare)),
    loaded: median(measured.map(({ loaded }) => loaded)),
    ratio: median(measured.map(({ bare, loaded }) => loaded / bare)),
  };
};
