/** Whether `dist/` is what the sources say now: the tests take everything from it and build it where it is not. */
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const { spawn } = require('node:child_process');

const root = path.resolve(__dirname, '..');
const note = path.join(root, 'dist/built-from.json');

/** Everything that `gulp build` reads. */
const SOURCES = [
  'miniprogram',
  'cloudfunctions',
  'simulator',
  'test/fixtures/faces',
  'gulpfile.js',
  '.config/built.js',
  '.config/face-engine.js',
  '.config/id-card-engine.js',
  'package.json',
  'package-lock.json',
  'project.config.json',
];

const filesBelow = (place) => {
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'miniprogram_npm')
    .flatMap(({ name }) => filesBelow(path.join(place, name)));
};

/** Every file of the sources with its size and the time of its last change, as text. */
const sourcesNow = () =>
  JSON.stringify(
    SOURCES.flatMap((source) => filesBelow(path.join(root, source)))
      .sort()
      .map((file) => {
        const { size, mtimeMs } = fs.statSync(file);
        return [path.relative(root, file), size, mtimeMs];
      }),
  );

/** @param sources what `sourcesNow` said before the build began */
const noteBuilt = (sources) => fs.writeFileSync(note, sources);

const isBuilt = () => fs.existsSync(note) && fs.readFileSync(note, 'utf8') === sourcesNow();

/** @throws where the build fails, which has then said why */
const buildWhereStale = async () => {
  if (isBuilt()) return;
  const gulp = path.join(root, 'node_modules/gulp/bin/gulp.js');
  const child = spawn(process.execPath, [gulp, 'build', '--silent'], { cwd: root, stdio: 'inherit' });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error('gulp build failed (see above)');
};

module.exports = { sourcesNow, noteBuilt, buildWhereStale };
