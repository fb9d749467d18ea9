/** The checks behind `gulp check`: each prints what is wrong with file and line, and fails. */
const fs = require('node:fs');
const path = require('node:path');
const { spawn, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const { globSync } = require('glob');
const { officialPackage } = require('./official-compile');
const { holdSizes } = require('./package-sizes');

const root = path.resolve(__dirname, '..');
const built = path.join(root, 'dist/miniprogram');

/** Beside whatever else is being checked: a waiting process would keep the others waiting too. */
const run = async (command, ...args) => {
  const bin = path.join(root, 'node_modules/.bin', command);
  const [status] = await once(spawn(bin, args, { cwd: root, stdio: 'inherit' }), 'close');
  if (status !== 0) throw new Error(`${command} found something to mend (see above)`);
};

/** What a check knows from its last run; git ignores it. A clean machine has none and looks at everything. */
const cache = (name) => path.join(root, '.cache', name);

/** The compiler over every folder that has its own platform. */
const types = async () => {
  for (const folder of ['.', 'cloudfunctions', 'simulator', 'simulator/phone/page', 'test']) {
    const known = cache(`types/${folder.replaceAll('/', '-')}.tsbuildinfo`);
    await run('tsc', '-p', folder, '--incremental', '--tsBuildInfoFile', known);
  }
};

const byContent = (name) => ['--cache', '--cache-strategy', 'content', '--cache-location', cache(name)];

/**
 * A file is looked at again when it has changed itself: where a change elsewhere gives it other types, a rule that asks
 * for types may see it one run later. Continuous integration, which has the last word, remembers nothing.
 */
const scripts = async () => {
  const remembered = process.env.CI ? [] : byContent('eslint.json');
  await run('eslint', '-c', '.config/eslint.config.mjs', '--max-warnings', '0', ...remembered, '.');
};

const styles = async () => run('stylelint', '--config', '.config/stylelint.config.js', 'miniprogram/**/*.wxss');

const layout = async () => run('prettier', '--check', '--log-level', 'warn', ...byContent('prettier.json'), '.');

/** Fails the build on whatever the template, style or JSON compiler has to say. */
const reportPhoneBuild = async (result) => {
  const { diagnostics } = await result;
  for (const { file, line, column, message } of diagnostics) console.error(`${file}:${line}:${column} ${message}`);
  if (diagnostics.length > 0) throw new Error(`${diagnostics.length} fault(s) in the mini-program (see above)`);
};

/** npm packs WeChat's compilers without their executable bit. */
const official = (name) => {
  const folder = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform];
  const file = path.join(
    root,
    'node_modules/miniprogram-compiler/bin',
    folder,
    process.platform === 'win32' ? `${name}.exe` : name,
  );
  fs.chmodSync(file, 0o755);
  return file;
};

const compileOfficially = (name, args) => {
  const { status, error, stderr } = spawnSync(official(name), args, { cwd: built, maxBuffer: 2 ** 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
};

const componentsOf = (template) => {
  const file = path.join(built, template.replace(/\.wxml$/, '.json'));
  const using = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).usingComponents : undefined;
  return using ? [[template, Object.keys(using).length, ...Object.keys(using)].join(' ')] : [];
};

/** WeChat's own compilers have the last word on templates and styles. They exist for x64 only. */
const officialCompilers = async () => {
  if (process.arch !== 'x64') {
    console.warn(`SKIPPED: WeChat's wcc and wcsc do not run on ${process.arch}`);
    return;
  }
  const files = (pattern) => globSync(pattern, { cwd: built, posix: true }).sort();
  const templates = files('**/*.wxml');
  const components = templates.flatMap(componentsOf);
  compileOfficially('wcc', [
    '-d',
    '-cc',
    [components.length, ...components].join(' '),
    ...templates,
    ...files('**/*.wxs'),
    '-gn',
    '$gwx',
  ]);
  const styleSheets = files('**/*.wxss');
  compileOfficially('wcsc', ['-db', '-pc', String(styleSheets.length), ...styleSheets]);
};

const schemas = async () => {
  const Ajv = require('ajv');
  const ajv = new Ajv({ allErrors: true });
  const { kinds } = require('./schemas');
  const wrong = [];
  for (const { pattern, ignore, schema } of kinds) {
    const valid = ajv.compile(schema);
    for (const file of globSync(pattern, { cwd: root, ignore, posix: true }))
      if (!valid(JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))))
        wrong.push(...valid.errors.map((fault) => `${file} ${fault.instancePath || '/'} ${fault.message}`));
  }
  if (wrong.length > 0) throw new Error(`JSON that does not follow its schema:\n${wrong.join('\n')}`);
};

/** Before WeChat compiles it; what counts in the end is measured by `officialPackage`, where WeChat's packer is installed. */
const packageSize = async () => {
  const files = globSync('**/*', { cwd: built, nodir: true, posix: true });
  const sizes = Object.fromEntries(files.map((file) => [file, fs.statSync(path.join(built, file)).size]));
  holdSizes(JSON.parse(fs.readFileSync(path.join(built, 'app.json'), 'utf8')), sizes, 'as built');
};

module.exports = {
  types,
  scripts,
  styles,
  layout,
  reportPhoneBuild,
  officialCompilers,
  schemas,
  packageSize,
  ruleNumbers: require('./rule-numbers').ruleNumbers,
  importGraph: require('./import-graph').importGraph,
  officialPackage,
};
