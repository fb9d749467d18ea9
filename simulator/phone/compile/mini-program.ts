import fs from 'node:fs';
import path from 'node:path';
import type { Diagnostics } from './diagnostics';
import { unknownTags } from './elements-used';
import { readJson } from './json';
import type { Sources } from './sources';
import type { Styles } from './styles';
import type { Templates } from './templates';

export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
  [option: string]: unknown;
}

interface TabBar {
  custom?: boolean;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  [option: string]: unknown;
}

export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  usingComponents?: Record<string, string>;
  tabBar?: TabBar;
  window?: Record<string, unknown>;
  [option: string]: unknown;
}

export interface CompiledComponent {
  config: ComponentConfig;
  /** The file of its script. */
  script: string;
}

const TAB_BAR = 'custom-tab-bar/index';

const isAppConfig = (value: unknown): value is AppConfig =>
  typeof value === 'object' && value !== null && Array.isArray((value as AppConfig).pages);

/** Follows `app.json` through pages and components, and has the template and style of each compiled. */
export class MiniProgram {
  readonly components = new Map<string, CompiledComponent>();
  readonly styles: Record<string, string> = {};
  pages: string[] = [];
  app: AppConfig = { pages: [] };

  constructor(
    private readonly sources: Sources,
    private readonly templates: Templates,
    private readonly styleCompiler: Styles,
    private readonly diagnostics: Diagnostics,
  ) {}

  compile(): void {
    const file = path.join(this.sources.root, 'app.json');
    if (!fs.existsSync(file)) return this.diagnostics.add(file, { line: 1, column: 1 }, 'there is no app.json');
    const app = readJson(file, this.diagnostics);
    if (app === undefined) return;
    if (!isAppConfig(app)) return this.diagnostics.add(file, { line: 1, column: 1 }, '"pages" must be a list of pages');
    this.app = app;
    this.styles['app'] = this.styleCompiler.compile('app', false);
    this.addPages(file);
    this.checkTabBar(file);
    for (const reference of Object.entries(app.usingComponents ?? {})) this.addReference(reference, 'app', file);
  }

  private addPages(file: string): void {
    for (const page of this.app.pages) this.addPage(page, page, file);
    for (const { root, pages } of this.app.subPackages ?? this.app.subpackages ?? [])
      for (const page of pages) this.addPage(path.posix.join(root, page), page, file);
  }

  private addPage(name: string, written: string, file: string): void {
    this.pages.push(name);
    this.addComponent(name, true, file, [JSON.stringify(written)]);
  }

  private checkTabBar(file: string): void {
    if (!this.app.tabBar) return;
    for (const { pagePath } of this.app.tabBar.list)
      if (!this.app.pages.includes(pagePath))
        this.diagnostics.addNamed(file, ['"tabBar"', JSON.stringify(pagePath)], `${pagePath} is not in "pages"`);
    if (this.app.tabBar.custom) this.addComponent(TAB_BAR, false, file, ['"tabBar"', '"custom"']);
  }

  private addReference([tag, reference]: [string, string], from: string, file: string): string | undefined {
    const name = this.sources.resolve(reference, from, '.json');
    return this.addComponent(name, false, file, ['"usingComponents"', JSON.stringify(tag), JSON.stringify(reference)])
      ? `/${name}`
      : undefined;
  }

  /** @returns whether there is such a component; if not, it is reported where it is named */
  private addComponent(name: string, isPage: boolean, namedIn: string, marks: string[]): boolean {
    if (this.components.has(name)) return true;
    const file = this.sources.file(name);
    const script = this.sources.script(name);
    const missing = [
      ...(script ? [] : ['.ts']),
      ...['.wxml', ...(isPage ? [] : ['.json'])].filter((extension) => !fs.existsSync(file + extension)),
    ];
    if (!script || missing.length) {
      this.diagnostics.addNamed(namedIn, marks, `${name}${missing.join(', ')} does not exist`);
      return false;
    }
    this.register(name, isPage, script);
    return true;
  }

  private register(name: string, isPage: boolean, script: string): void {
    const file = this.sources.file(name);
    const config = (fs.existsSync(`${file}.json`) ? readJson(`${file}.json`, this.diagnostics) : {}) as ComponentConfig;
    if (config === undefined) return;
    this.components.set(name, { config: { ...config, usingComponents: {} }, script });
    if (!isPage && config.component !== true)
      this.diagnostics.add(`${file}.json`, { line: 1, column: 1 }, '"component": true is missing');
    const using = this.usedComponents(name, config, `${file}.json`);
    this.components.set(name, { config: { ...config, usingComponents: using }, script });
    this.templates.add(name);
    if (this.sources.isOurs(name)) this.checkTags(name, Object.keys(using));
    this.styles[name] = this.styleCompiler.compile(name, !isPage);
  }

  private usedComponents(name: string, config: ComponentConfig, file: string): Record<string, string> {
    const using: Record<string, string> = {};
    for (const [tag, reference] of Object.entries(this.app.usingComponents ?? {}))
      using[tag] = `/${this.sources.resolve(reference, 'app', '.json')}`;
    for (const entry of Object.entries(config.usingComponents ?? {})) {
      const target = this.addReference(entry, name, file);
      if (target) using[entry[0]] = target;
    }
    return using;
  }

  private checkTags(name: string, components: string[]): void {
    const file = `${this.sources.file(name)}.wxml`;
    const config = this.components.get(name)?.config ?? {};
    const generics = Object.keys((config['componentGenerics'] as object | undefined) ?? {});
    const failed = Object.keys(config.usingComponents ?? {});
    for (const { tag, line, column } of unknownTags(fs.readFileSync(file, 'utf8'), [
      ...components,
      ...generics,
      ...failed,
    ]))
      this.diagnostics.add(file, { line, column }, `<${tag}> is neither built in nor in "usingComponents"`);
  }
}
