/** Writes docs/simulator-interfaces.md, the table of what the simulator's phone has of WeChat. */
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const root = path.resolve(__dirname, '..');

const { outputFiles } = esbuild.buildSync({
  entryPoints: [path.join(root, 'simulator/phone/page/phone/interfaces.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
});
const built = { exports: {} };
new Function('module', 'exports', 'require', outputFiles[0].text)(built, built.exports, require);
fs.writeFileSync(path.join(root, 'docs/simulator-interfaces.md'), built.exports.interfacesPage());
