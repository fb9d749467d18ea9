/** A local cloud for benches: what `gulp build` has built, filled with as many recipients as asked for. */
const fs = require('node:fs');
const path = require('node:path');
const Database = require('better-sqlite3');
const esbuild = require('esbuild');

const root = path.resolve(__dirname, '../..');
const dist = path.join(root, 'dist');
const built = {
  collections: path.join(dist, 'cloudfunctions/collections.json'),
  functions: path.join(dist, 'cloudfunctions'),
  seeder: path.join(dist, 'seed/index.js'),
  worker: path.join(dist, 'simulator/worker.js'),
};

/** Ends the process where `gulp build` has not been run. */
exports.requireBuilt = () => {
  const missing = Object.values(built).filter((file) => !fs.existsSync(file));
  if (missing.length === 0) return;
  console.error(`Not built yet, run \`npx gulp build\` first: ${missing.join(', ')}`);
  process.exit(1);
};

/** TypeScript of the simulator and the tests, as one module. */
exports.loadSources = (scratch, exported) => {
  const outfile = path.join(scratch, 'sources.js');
  esbuild.buildSync({
    stdin: { contents: exported, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // The fixtures lie beside the source, not beside this.
    define: { __dirname: JSON.stringify(path.join(root, 'test/support/faces')) },
  });
  // Where packages are found.
  const beside = path.join(root, 'dist', `bench-sources-${process.pid}.js`);
  fs.copyFileSync(outfile, beside);
  try {
    return require(beside);
  } finally {
    fs.rmSync(beside);
  }
};

/** Rows that nobody opens: no key is known for them, and no query of ours may touch them. */
const unread = JSON.stringify({
  _id: '@',
  _rev: 1,
  name: 's1.k1.bm9ib2R5J3M',
  idNumber: 's1.k1.bm9ib2R5J3M',
  personKey: '@',
  unit: { id: 'unit-1', name: 'nobody’s' },
  payment: 'paid',
  monthlyAmount: 300000,
});

/** Straight into the file, by SQLite itself: through the store a million rows would take minutes. */
exports.fillWithRecipients = (file, count) => {
  const database = new Database(file);
  database.exec('CREATE TABLE IF NOT EXISTS "recipients" (id TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID');
  database
    .prepare(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
       INSERT INTO "recipients" SELECT printf('%064x', n), replace(?, '@', printf('%064x', n)) FROM numbers`,
    )
    .run(count, unread);
  database.close();
};

/** @returns a cloud with `call(name, openid, action, input)`, which answers the data and counts database calls */
exports.openCounty = async ({ startCloud }, { dataDir, functionDirs = [built.functions] }) => {
  const lines = [];
  const cloud = await startCloud({
    dataDir,
    functionDirs,
    collectionsFile: built.collections,
    workerFile: built.worker,
    log: (line) => lines.push(line),
  });
  const call = async (name, openid, action, input) => {
    const response = await fetch(`${cloud.url}/functions/${name}`, {
      method: 'POST',
      headers: { 'x-openid': openid },
      body: JSON.stringify({ action, input }),
    });
    const answer = await response.json();
    return { answer, databaseCalls: Number(response.headers.get('x-database-calls')) };
  };
  const upload = async (openid, place, bytes) => {
    const response = await fetch(`${cloud.url}/files/${place}`, {
      method: 'PUT',
      headers: { 'x-openid': openid },
      body: bytes,
    });
    return decodeURI(response.headers.get('x-file-id'));
  };
  const setClock = (now) => fetch(`${cloud.url}/clock`, { method: 'PUT', body: JSON.stringify({ now }) });
  return { cloud, lines, call, upload, setClock, seed: (events) => cloud.runOnce(built.seeder, events, 600) };
};

/** @throws where the answer is a refusal */
exports.must = ({ answer, ...rest }) => {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return { ...rest, data: answer.data };
};
