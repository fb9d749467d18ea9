/**
 * Build, watch and check. Every task is a small named function; `gulp --tasks` lists them.
 * Everything made goes to `dist/`, nothing made is committed.
 */
const fs = require('node:fs/promises');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { globSync } = require('glob');
const { src, dest, series, parallel, watch, lastRun } = require('gulp');
const esbuild = require('esbuild');
const swc = require('@swc/core');
const { sourcesNow, noteBuilt } = require('./.config/built');
const checks = require('./.config/checks');
const { environmentScript, projectOf, readEnvironment, withPlugins } = require('./.config/environment');
const { buildFaceEngine } = require('./.config/face-engine');
const { removeUnusedFiles } = require('./.config/files-in-use');
const { buildIdCardEngine } = require('./.config/id-card-engine');

const root = __dirname;
const dist = path.join(root, 'dist');
const phoneDist = path.join(dist, 'miniprogram');
const functionsDist = path.join(dist, 'cloudfunctions');
const from = (pattern, ignore) => globSync(pattern, { cwd: root, ignore, posix: true }).sort();

let builtFrom;
const clean = () => {
  builtFrom = sourcesNow();
  return fs.rm(dist, { recursive: true, force: true });
};
/** What the build began with: a source that changed meanwhile makes it stale. */
const noteSources = async () => noteBuilt(builtFrom);

// --- the mini-program ------------------------------------------------------------------------------------------------

/** The simulator's environment; in `dist/` stands that of the build. */
const ENVIRONMENT = 'miniprogram/environment.ts';

/**
 * File by file, not bundled: a bundled page would get its own copy of every store. swc, because esbuild writes 490 bytes of
 * its own into each file that it makes a CommonJS module of.
 */
const scriptOptions = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript' },
    target: 'es2018',
    minify: { compress: true, mangle: true, format: { comments: false } },
  },
  module: { type: 'commonjs' },
  minify: true,
};

const buildScript = async (file) => {
  const { code } = await swc.transformFile(path.join(root, file), scriptOptions);
  const target = path.join(dist, file.replace(/\.ts$/, '.js'));
  await fs.mkdir(path.dirname(target), { recursive: true });
  await fs.writeFile(target, code);
};

const scripts = () =>
  Promise.all(from('miniprogram/**/*.ts', ['**/*.d.ts', '**/miniprogram_npm/**', ENVIRONMENT]).map(buildScript));

const assetFiles = [
  'miniprogram/**/*.{wxml,wxss,json,wxs,png,jpg,svg,webp}',
  '!**/miniprogram_npm/**',
  '!**/tsconfig.json',
];
/** `encoding: false` keeps gulp 5 from decoding pictures as text. */
const assets = () => src(assetFiles, { encoding: false, since: lastRun(assets) }).pipe(dest(phoneDist));

const packageFolder = (name) => path.join(root, 'node_modules', name);
const manifestOf = (name) => require(path.join(packageFolder(name), 'package.json'));

/** The Vant components our pages name, and those these need in turn: the whole library would be six times as large. */
const vantInUse = (lib) => {
  const used = new Set(['common', 'mixins', 'wxs']);
  const visit = (name) => {
    if (used.has(name)) return;
    used.add(name);
    const files = globSync(`${name}/**/*.{json,js,wxml,wxss,wxs}`, { cwd: lib, absolute: true });
    for (const text of files.map((file) => require('node:fs').readFileSync(file, 'utf8')))
      for (const [, sibling] of text.matchAll(/["'](?:\.\.\/)+([a-z-]+)\//g))
        if (require('node:fs').existsSync(path.join(lib, sibling))) visit(sibling);
  };
  for (const file of from('miniprogram/**/*.{json,ts}', ['**/miniprogram_npm/**']))
    for (const [, name] of require('node:fs')
      .readFileSync(file, 'utf8')
      .matchAll(/@vant\/weapp\/([a-z-]+)\//g))
      visit(name);
  return used;
};

const copyMiniProgramPackage = (name, target) => {
  const lib = path.join(packageFolder(name), manifestOf(name).miniprogram);
  const used = name === '@vant/weapp' ? vantInUse(lib) : undefined;
  const wanted = (file) => {
    const [top] = path.relative(lib, file).split(path.sep);
    return !/\.(d\.ts|map)$/.test(file) && (!used || !top || used.has(top));
  };
  return fs.cp(lib, target, { recursive: true, filter: wanted });
};

const bundlePackage = (name, target, others) =>
  esbuild.build({
    entryPoints: [require.resolve(name)],
    outfile: path.join(target, 'index.js'),
    bundle: true,
    format: 'cjs',
    target: 'es2018',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minify: true,
    external: others,
    define: { 'process.env.NODE_ENV': '"production"' },
  });

/** A package that one subpackage alone names lies in it: WeChat looks in the nearest `miniprogram_npm` first. */
const homeOf = (name) => {
  const { subPackages } = require('./miniprogram/app.json');
  const naming = from('miniprogram/**/*.{ts,json}', '**/miniprogram_npm/**').filter((file) =>
    new RegExp(`['"]${name}['"/]`).test(require('node:fs').readFileSync(file, 'utf8')),
  );
  const alone = subPackages.find(({ root: folder }) =>
    naming.every((file) => file.startsWith(`miniprogram/${folder}/`)),
  );
  return path.join(phoneDist, alone && naming.length > 0 ? alone.root : '', 'miniprogram_npm', name);
};

/** What DevTools calls "build npm": packages made for mini-programs are copied, the others bundled. */
const npm = () => {
  const names = Object.keys(require('./package.json').dependencies);
  return Promise.all(
    names.map((name) => {
      const target = homeOf(name);
      return manifestOf(name).miniprogram
        ? copyMiniProgramPackage(name, target)
        : bundlePackage(
            name,
            target,
            names.filter((other) => other !== name),
          );
    }),
  );
};

const readJson = async (file) => JSON.parse(await fs.readFile(file, 'utf8'));
const writeJson = (file, value) => fs.writeFile(file, JSON.stringify(value, null, 2));

/** Before anything else: a build for upload without an environment of its own is refused. */
const checkEnvironment = async () => void readEnvironment();

/** What differs from one cloud environment to another: `npm run build -- --environment <name>`. */
const environment = async () => {
  const chosen = readEnvironment();
  await fs.writeFile(path.join(phoneDist, 'environment.js'), environmentScript(chosen));
  const app = await readJson('miniprogram/app.json');
  await writeJson(path.join(phoneDist, 'app.json'), withPlugins(app, chosen));
  await writeJson(path.join(dist, 'project.config.json'), projectOf(await readJson('project.config.json'), chosen));
};

/** Types and words for functions compile to files that no page needs; WeChat's packer would drop them with a warning. */
const unused = async () => removeUnusedFiles(phoneDist);

// --- the cloud functions ---------------------------------------------------------------------------------------------

const functionNames = () =>
  from('cloudfunctions/*/index.ts', 'cloudfunctions/seed/**').map((file) => file.split('/')[1]);

const bundleFunctions = (entryPoints, outdir) =>
  esbuild.build({
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    charset: 'utf8',
    minify: true,
    logLevel: 'warning',
  });

/**
 * One file a function, the SDK inside: it starts sooner than the SDK as a package, and nothing is installed in the cloud.
 * What looks at faces and cards lies in folders beside it and is loaded on first use.
 */
const functions = async () => {
  const names = functionNames();
  await bundleFunctions(
    Object.fromEntries(names.map((name) => [`${name}/index`, `cloudfunctions/${name}/index.ts`])),
    functionsDist,
  );
  // `config.json` holds what only an upload from DevTools can set; a function without such a wish has none.
  for (const file of from('cloudfunctions/*/{package,config}.json'))
    await fs.copyFile(file, path.join(functionsDist, path.relative('cloudfunctions', file)));
  await fs.copyFile('deployment/functions.json', path.join(functionsDist, 'functions.json'));
  const certification = path.join(functionsDist, 'certification');
  await buildFaceEngine(path.join(certification, 'face-engine'));
  await buildIdCardEngine(path.join(certification, 'id-card-engine'));
  await fs.copyFile('cloudfunctions/database/collections.json', path.join(functionsDist, 'collections.json'));
};

/** Writes demo data through the same adapters as the functions; runs in the simulator only and is never uploaded. */
const seeder = () => bundleFunctions({ index: 'cloudfunctions/seed/index.ts' }, path.join(dist, 'seed'));

// --- the simulator ---------------------------------------------------------------------------------------------------

const simulator = () =>
  esbuild.build({
    entryPoints: {
      main: 'simulator/main.ts',
      worker: 'simulator/cloud/functions/worker.ts',
      'build-phone': 'simulator/phone/build.ts',
    },
    outdir: path.join(dist, 'simulator'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  });

/** The mini-program as a page for the browser; stops at the first fault, with file, line and column. */
const phone = () => {
  const file = path.join(dist, 'simulator', 'build-phone.js');
  delete require.cache[file];
  return checks.reportPhoneBuild(require(file).buildPhone({ root: 'miniprogram', out: path.join(dist, 'phone') }));
};

// --- put together ----------------------------------------------------------------------------------------------------

const miniprogram = series(parallel(scripts, assets, npm), environment, unused);
const build = series(
  checkEnvironment,
  clean,
  parallel(miniprogram, functions, seeder, series(simulator, phone)),
  noteSources,
);

let running;
/** Starts the simulator, or starts it again with what was built meanwhile. Its data stay. */
const restart = async () => {
  if (running) {
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  }
  running = spawn(process.execPath, ['dist/simulator/main.js'], { stdio: 'inherit' });
};

const watching = () => {
  watch('miniprogram/**/*.ts', scripts);
  watch([...assetFiles, 'project.config.json', 'deployment/environments/*.json'], series(assets, environment));
  watch(['miniprogram/**/*', 'simulator/phone/**/*'], series(simulator, phone));
  watch(
    ['cloudfunctions/**/*', 'deployment/functions.json', 'miniprogram/{shared,copy}/**/*'],
    series(parallel(functions, seeder), restart),
  );
  watch(['simulator/cloud/**/*', 'simulator/*.ts'], series(simulator, restart));
};

const dev = series(build, restart, watching);

const {
  types,
  scripts: scriptRules,
  styles,
  layout,
  officialCompilers,
  schemas,
  packageSize,
  officialPackage,
} = checks;
const first = series(checks.ruleNumbers, checks.importGraph);
const quick = series(styles, officialCompilers, schemas, packageSize, officialPackage);
/** The two long ones beside each other; what only reads files is quick. */
const check = series(first, build, parallel(series(types, layout), series(scriptRules, quick)));
/** One after the other, beside the tests, which keep the other core busy (`npm test`). */
const checkBuilt = series(first, types, scriptRules, layout, quick);

module.exports = {
  clean,
  scripts,
  assets,
  npm,
  environment,
  functions,
  seeder,
  simulator,
  phone,
  miniprogram,
  build,
  dev,
  check,
  checkBuilt,
};
module.exports.default = build;
