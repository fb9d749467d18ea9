/**
 * WeChat's own packer over `dist/`, without a network: what DevTools and an upload do, down to the sizes that count.
 * It is 275 MB and only looks here, so it is installed apart: `npm run official-compile -- --install`.
 */
const fs = require('node:fs');
const path = require('node:path');
const { spawn, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const { holdSizes } = require('./package-sizes');

const root = path.resolve(__dirname, '..');
const VERSION = '2.1.42';
const folder = path.join(root, '.cache/miniprogram-ci');
const packer = path.join(folder, 'node_modules/miniprogram-ci');

const isInstalled = () => {
  const manifest = path.join(packer, 'package.json');
  return fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, 'utf8')).version === VERSION;
};

const install = () => {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
  const args = ['install', '--ignore-scripts', '--save-exact', '--no-audit', '--no-fund', `miniprogram-ci@${VERSION}`];
  const { status, error } = spawnSync('npm', args, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error('npm could not install miniprogram-ci (see above)');
};

/** What WeChat's server would answer for an ordinary app; with it the packer compiles without a network and a key. */
const ORDINARY_APP = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

/** It stands in for the upload key, which compiling does not look at. */
const NO_KEY = 'none';

/** @returns the compiled files and whatever the packer warned of */
const compile = async () => {
  const ci = require(packer);
  const project = new ci.Project({
    type: 'miniProgram',
    projectPath: path.join(root, 'dist'),
    privateKey: NO_KEY,
    attr: async () => ORDINARY_APP,
  });
  const warnings = [];
  const files = await ci.getCompiledResult({
    project,
    setting: { useProjectConfig: true },
    onProgressUpdate: (told) => {
      if (told.status === 'warn' || told.status === 'fail') warnings.push(told.message);
    },
  });
  return { files, warnings };
};

const main = async (args) => {
  if (args.includes('--install')) install();
  if (!isInstalled())
    throw new Error(`miniprogram-ci ${VERSION} is not installed: npm run official-compile -- --install`);
  const { files, warnings } = await compile();
  if (warnings.length > 0) throw new Error(`WeChat's packer warns:\n${warnings.join('\n')}`);
  const sizes = Object.fromEntries(Object.entries(files).map(([file, code]) => [file, Buffer.byteLength(code)]));
  const app = fs.readFileSync(path.join(root, 'dist/miniprogram/app.json'), 'utf8');
  holdSizes(JSON.parse(app), sizes, 'compiled by WeChat');
};

/** In a process of its own: the packer starts others, and does not end by itself. */
const officialPackage = async () => {
  if (!isInstalled()) {
    console.warn(`SKIPPED: WeChat's packer is not here (npm run official-compile -- --install)`);
    return;
  }
  const [status] = await once(spawn(process.execPath, [__filename], { cwd: root, stdio: 'inherit' }), 'close');
  if (status !== 0) throw new Error("WeChat's packer found something to mend (see above)");
};

module.exports = { officialPackage };

if (require.main === module)
  main(process.argv.slice(2)).then(
    () => process.exit(0),
    (fault) => {
      console.error(fault.message);
      process.exit(1);
    },
  );
