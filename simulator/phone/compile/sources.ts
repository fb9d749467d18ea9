import fs from 'node:fs';
import path from 'node:path';

const NPM = 'miniprogram_npm/';

const packageNameOf = (reference: string): string =>
  reference
    .split('/')
    .slice(0, reference.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Where the files of the mini-program are. Inside, a file is named as WeChat names it: relative to the root, with `/`,
 * without extension; what DevTools would copy to `miniprogram_npm/` is read from `node_modules` instead.
 */
export class Sources {
  constructor(
    readonly root: string,
    readonly nodeModules: string,
  ) {}

  /** The file (without extension) that a name of the mini-program stands for. */
  file(name: string): string {
    if (!name.startsWith(NPM)) return path.join(this.root, name);
    const reference = name.slice(NPM.length);
    const folder = this.packageFolder(reference);
    return folder ? path.join(folder, reference.slice(packageNameOf(reference).length)) : path.join(this.root, name);
  }

  /** The folder of a package made for mini-programs, or undefined for any other package. */
  packageFolder(reference: string): string | undefined {
    const manifest = path.join(this.nodeModules, packageNameOf(reference), 'package.json');
    if (!fs.existsSync(manifest)) return undefined;
    const { miniprogram } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { miniprogram?: string };
    return miniprogram === undefined ? undefined : path.join(path.dirname(manifest), miniprogram);
  }

  /** Resolves a reference as WeChat does: from the root, from the naming file, then from the packages. */
  resolve(reference: string, from: string, extension: string): string {
    if (reference.startsWith('/')) return path.posix.normalize(reference.slice(1));
    const relative = path.posix.join(path.posix.dirname(from), reference);
    if (reference.startsWith('.') || fs.existsSync(this.file(relative) + extension)) return relative;
    return this.packageFolder(reference) ? NPM + reference : relative;
  }

  script(name: string): string | undefined {
    return ['.ts', '.js'].map((extension) => this.file(name) + extension).find((file) => fs.existsSync(file));
  }

  isOurs(name: string): boolean {
    return !name.startsWith(NPM);
  }
}
