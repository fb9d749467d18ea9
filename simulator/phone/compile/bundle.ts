import path from 'node:path';
import * as esbuild from 'esbuild';
import { placeOfMessage, type Diagnostics } from './diagnostics';
import type { MiniProgram } from './mini-program';
import type { Sources } from './sources';

/**
 * What a browser has and the script engine of a mini-program has not: without these, code that would fail on a phone
 * works here. @see https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/
 */
const BROWSER_ONLY = [
  ...['window', 'document', 'navigator', 'location', 'history', 'self', 'parent', 'top', 'frames', 'screen'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
  ...['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'structuredClone', 'AbortController', 'Blob', 'File'],
  ...['FileReader', 'FormData', 'Headers', 'Request', 'Response', 'Image', 'MutationObserver', 'ResizeObserver'],
  ...['alert', 'confirm', 'prompt', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'crypto'],
  ...['btoa', 'atob', 'speechSynthesis', 'matchMedia', 'getComputedStyle', 'customElements', 'process', 'Buffer'],
];

const PRODUCTION = { 'process.env.NODE_ENV': '"production"' };

/** Finds `@vant/weapp/dialog/dialog` in the folder of the package that is made for mini-programs. */
const packagesOf = (sources: Sources): esbuild.Plugin => ({
  name: 'mini-program-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: reference }) => {
      if (path.isAbsolute(reference) || !sources.packageFolder(reference)) return undefined;
      const file =
        sources.script(`miniprogram_npm/${reference}`) ?? sources.script(`miniprogram_npm/${reference}/index`);
      return file ? { path: file } : undefined;
    });
  },
});

const entryOf = (program: MiniProgram, templates: string, appScript: string | undefined): string => {
  const manifest = {
    app: program.app,
    pages: program.pages,
    components: Object.fromEntries([...program.components].map(([name, { config }]) => [name, config])),
    styles: program.styles,
  };
  const loaders = [...program.components]
    .reverse()
    .map(([name, { script }]) => `[${JSON.stringify(name)}, () => require(${JSON.stringify(script)})]`);
  return `globalThis.startPhone(${JSON.stringify(manifest)}, ${templates},
    () => ${appScript ? `require(${JSON.stringify(appScript)})` : 'undefined'},
    [${loaders.join(',\n')}]);`;
};

const report = (messages: esbuild.Message[], project: string, diagnostics: Diagnostics): void => {
  for (const { text, location } of messages)
    diagnostics.add(path.resolve(project, location?.file ?? ''), placeOfMessage(location), text);
};

interface Options {
  project: string;
  out: string;
  sources: Sources;
  diagnostics: Diagnostics;
}

/** Bundles the mini-program's scripts and compiled templates into `app.js`, without the names only browsers know. */
export const bundleApp = async (program: MiniProgram, templates: string, options: Options): Promise<void> => {
  const { project, out, sources, diagnostics } = options;
  try {
    const { warnings } = await esbuild.build({
      stdin: {
        contents: entryOf(program, templates, sources.script('app')),
        resolveDir: project,
        sourcefile: 'app-entry.js',
      },
      absWorkingDir: project,
      nodePaths: [sources.nodeModules],
      outfile: path.join(out, 'app.js'),
      bundle: true,
      format: 'iife',
      target: 'es2022',
      sourcemap: 'linked',
      charset: 'utf8',
      logLevel: 'silent',
      mainFields: ['module', 'main'],
      define: { ...PRODUCTION, ...Object.fromEntries(BROWSER_ONLY.map((name) => [name, 'undefined'])) },
      plugins: [packagesOf(sources)],
    });
    report(
      warnings.filter((warning) => !warning.location?.file.includes('node_modules')),
      project,
      diagnostics,
    );
  } catch (error) {
    report((error as esbuild.BuildFailure).errors ?? rethrow(error), project, diagnostics);
  }
};

const rethrow = (error: unknown): never => {
  throw error;
};

/** Bundles the simulator's own scripts: the phone, the desk beside it, and what plays and finds faces in threads of their own. */
export const bundleSimulator = async (page: string, out: string): Promise<void> => {
  await esbuild.build({
    entryPoints: {
      phone: path.join(page, 'phone/phone.ts'),
      desk: path.join(page, 'desk/desk.ts'),
      'actor-worker': path.join(page, 'between/camera/actor-worker.ts'),
      'face-worker': path.join(page, 'phone/face/worker.ts'),
    },
    outdir: out,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'linked',
    charset: 'utf8',
    logLevel: 'warning',
    mainFields: ['module', 'main'],
    define: PRODUCTION,
  });
};
