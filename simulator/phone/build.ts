import fs from 'node:fs/promises';
import path from 'node:path';
import { bundleApp, bundleSimulator } from './compile/bundle';
import { Diagnostics, formatDiagnostic, type Diagnostic } from './compile/diagnostics';
import { MiniProgram } from './compile/mini-program';
import { Sources } from './compile/sources';
import { Styles } from './compile/styles';
import { Templates } from './compile/templates';

export { formatDiagnostic, type Diagnostic };

export interface BuildOptions {
  /** Folder of the mini-program, relative to `project`. */
  root: string;
  /** Folder to write to, relative to `project`. */
  out: string;
  /** Folder with `node_modules` and the simulator's sources; the working directory unless said. */
  project?: string;
}

export interface PhoneBuild {
  /** Anything wrong with the mini-program, sorted by place. When there is something, nothing is written. */
  diagnostics: Diagnostic[];
  pages: number;
  components: number;
}

interface Compiled {
  program: MiniProgram;
  /** The compiled templates, as an expression of JavaScript. */
  templates: string;
  sources: Sources;
  diagnostics: Diagnostics;
}

const compile = (project: string, root: string): Compiled => {
  const diagnostics = new Diagnostics(project);
  const sources = new Sources(path.resolve(project, root), path.join(project, 'node_modules'));
  const templates = new Templates(sources, diagnostics);
  const program = new MiniProgram(sources, templates, new Styles(sources, diagnostics), diagnostics);
  try {
    program.compile();
    return { program, templates: templates.code(), sources, diagnostics };
  } finally {
    templates.free();
  }
};

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;

/** What is wrong with the templates, styles and JSON files of a mini-program; writes nothing. */
export const checkTemplates = ({ root, project = process.cwd() }: Omit<BuildOptions, 'out'>): Diagnostic[] =>
  compile(project, root).diagnostics.list.sort(byPlace);

/** Files that are compiled into the bundle; everything else of the mini-program is served as it is. */
const COMPILED = /\.(ts|js|json|wxml|wxss|wxs|map)$/;

const copyAssets = async (root: string, out: string): Promise<void> => {
  await fs.cp(root, out, {
    recursive: true,
    filter: async (file) =>
      !file.includes('miniprogram_npm') && ((await fs.stat(file)).isDirectory() || !COMPILED.test(file)),
  });
};

const iconFont = async (project: string): Promise<string> => {
  const style = await fs.readFile(path.join(project, 'node_modules/@vant/icons/src/encode-woff2.less'), 'utf8');
  const font = /url\(['"]?(data:font[^'")]+)/.exec(style)?.[1];
  if (!font) throw new Error('@vant/icons no longer carries its font in src/encode-woff2.less');
  return `@font-face { font-family: vant-icon; src: url("${font}") format("woff2"); }\n`;
};

const copyShell = async (project: string, page: string, out: string): Promise<void> => {
  await fs.copyFile(path.join(page, 'index.html'), path.join(out, 'index.html'));
  await fs.copyFile(path.join(page, 'desk/desk.css'), path.join(out, 'desk.css'));
  const styles = await Promise.all(
    ['phone.css', 'dialogs.css', 'elements.css', 'fields.css'].map((file) =>
      fs.readFile(path.join(page, 'phone', file), 'utf8'),
    ),
  );
  await fs.writeFile(path.join(out, 'phone.css'), (await iconFont(project)) + styles.join('\n'));
};

/** What finds faces in the page: by package, the files that are needed of it and the folder they are served from. */
const FACE_ENGINE: readonly [folder: string, served: string, files: readonly string[]][] = [
  ['@vladmandic/human/dist', 'face', ['human.js']],
  [
    '@vladmandic/human/models',
    'face/models',
    ['blazeface', 'facemesh', 'iris'].flatMap((model) => [`${model}.json`, `${model}.bin`]),
  ],
  ['@tensorflow/tfjs-backend-wasm/dist', 'face', ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']],
];

const copyFaceEngine = async (project: string, out: string): Promise<void> => {
  for (const [folder, served, files] of FACE_ENGINE) {
    await fs.mkdir(path.join(out, served), { recursive: true });
    for (const file of files)
      await fs.copyFile(path.join(project, 'node_modules', folder, file), path.join(out, served, file));
  }
};

/** Who may stand before the camera where there is none (test/fixtures/faces/README.md tells who they are). */
const ACTORS = { young: 'collins', elderly: 'hopper' };

const copyActors = async (project: string, out: string): Promise<void> => {
  await fs.mkdir(path.join(out, 'actors'), { recursive: true });
  for (const [name, face] of Object.entries(ACTORS))
    for (const part of ['jpg', 'mesh.json'])
      await fs.copyFile(
        path.join(project, 'test/fixtures/faces', `${face}.${part}`),
        path.join(out, 'actors', `${name}.${part}`),
      );
};

/**
 * Builds the mini-program as a page for the browser. Faults of its sources are told with file, line and column and
 * leave the folder as it was; a fault of the simulator itself is thrown.
 */
export const buildPhone = async ({ root, out, project = process.cwd() }: BuildOptions): Promise<PhoneBuild> => {
  const page = path.join(project, 'simulator/phone/page');
  const target = path.resolve(project, out);
  const { program, templates, sources, diagnostics } = compile(project, root);
  if (!diagnostics.list.length) {
    await fs.mkdir(target, { recursive: true });
    await bundleApp(program, templates, { project, out: target, sources, diagnostics });
  }
  if (!diagnostics.list.length)
    await Promise.all([
      bundleSimulator(page, target),
      copyShell(project, page, target),
      copyFaceEngine(project, target),
      copyActors(project, target),
      copyAssets(sources.root, path.join(target, 'app')),
    ]);
  return {
    diagnostics: diagnostics.list.sort(byPlace),
    pages: program.pages.length,
    components: program.components.size - program.pages.length,
  };
};
