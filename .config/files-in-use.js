/** Which files of a built mini-program its pages reach. */
const fs = require('node:fs');
const path = require('node:path');
const { globSync } = require('glob');

const { posix } = path;
const CODE = /\.(js|json|wxml|wxss|wxs)$/;

/** What a file names, by its kind. */
const REFERENCES = {
  '.js': /\brequire\(["']([^"']+)["']\)/g,
  '.wxs': /\brequire\(["']([^"']+)["']\)/g,
  '.wxml': /<(?:import|include|wxs)\b[^>]*?\bsrc=["']([^"']+)["']/g,
  '.wxss': /@import\s+["']([^"']+)["']/g,
};

/** As WeChat finds a package: in the `miniprogram_npm` of the folder, then of those above it. */
const placesOf = (name, from) => {
  if (name.startsWith('/')) return [name.slice(1)];
  const folder = posix.dirname(from);
  const above = folder === '.' ? ['.'] : [...folder.split('/').map((_, n, all) => all.slice(0, n + 1).join('/')), '.'];
  const packages = above
    .sort((one, other) => other.length - one.length)
    .map((place) => posix.join(place, 'miniprogram_npm', name));
  return [posix.join(folder, name), ...(name.startsWith('.') ? [] : packages)];
};

class FilesInUse {
  found = new Set();

  constructor(root) {
    this.root = root;
  }

  has(file) {
    return fs.statSync(path.join(this.root, file), { throwIfNoEntry: false })?.isFile() === true;
  }

  /** @throws where nothing has that name: the page that needs it would not open */
  resolve(name, from, endings) {
    const file = placesOf(name, from)
      .flatMap((place) => endings.map((ending) => place + ending))
      .find((candidate) => this.has(candidate));
    if (file === undefined) throw new Error(`${from} names ${name}, which is not in the build`);
    return file;
  }

  addApp() {
    const app = JSON.parse(fs.readFileSync(path.join(this.root, 'app.json'), 'utf8'));
    const packaged = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page)));
    const tabBar = app.tabBar?.custom ? ['custom-tab-bar/index'] : [];
    for (const name of ['app', ...app.pages, ...packaged, ...tabBar]) this.addComponent(name);
    this.addFile(app.sitemapLocation);
  }

  addComponent(name) {
    for (const ending of ['.js', '.json', '.wxml', '.wxss']) if (this.has(name + ending)) this.addFile(name + ending);
  }

  addFile(file) {
    if (this.found.has(file)) return;
    this.found.add(file);
    const text = fs.readFileSync(path.join(this.root, file), 'utf8');
    const kind = path.extname(file);
    if (kind === '.json') return this.addComponentsOf(file, JSON.parse(text));
    for (const [, name] of text.matchAll(REFERENCES[kind]))
      this.addFile(this.resolve(name, file, kind === '.js' ? ['', '.js', '/index.js'] : ['', kind]));
  }

  addComponentsOf(file, { usingComponents = {} }) {
    for (const name of Object.values(usingComponents))
      this.addComponent(this.resolve(name, file, ['.json', '/index.json']).replace(/\.json$/, ''));
  }
}

/** The code files that the pages reach, from `app.json` on. */
const filesInUse = (root) => {
  const files = new FilesInUse(root);
  files.addApp();
  return files.found;
};

const removeUnusedFiles = (root) => {
  const used = filesInUse(root);
  for (const file of globSync('**/*', { cwd: root, nodir: true, posix: true }))
    if (CODE.test(file) && !used.has(file)) fs.rmSync(path.join(root, file));
};

module.exports = { filesInUse, removeUnusedFiles };
