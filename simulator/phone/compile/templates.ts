import fs from 'node:fs';
import { TmplGroup } from 'glass-easel-template-compiler';
import { elementTemplates } from '../element-templates';
import { placeOf, type Diagnostics } from './diagnostics';
import type { Sources } from './sources';
import { adaptWxs, requiresOf, wxsFault, WXS_RUNTIME } from './wxs';

interface CompilerWarning {
  message: string;
  startLine: number;
  startColumn: number;
}

const withoutExtension = (reference: string, extension: string): string =>
  reference.endsWith(extension) ? reference.slice(0, -extension.length) : reference;

/** Compiles WXML and WXS. Whatever the compiler remarks is a fault: unclosed tags are only warnings to it. */
export class Templates {
  private readonly group = new TmplGroup();
  private readonly seen = new Set<string>();

  constructor(
    private readonly sources: Sources,
    private readonly diagnostics: Diagnostics,
  ) {
    this.group.setExtraRuntimeScript(WXS_RUNTIME);
    for (const [tag, template] of Object.entries(elementTemplates)) {
      const [fault] = this.group.addTmpl(`wx/${tag}`, template) as CompilerWarning[];
      if (fault) throw new Error(`template of <${tag}>: ${fault.message}`);
    }
  }

  /** Adds the template of a component with everything that it imports. */
  add(name: string): void {
    if (this.seen.has(name)) return;
    this.seen.add(name);
    const file = `${this.sources.file(name)}.wxml`;
    const source = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    for (const fault of this.group.addTmpl(name, source) as CompilerWarning[])
      this.diagnostics.add(file, { line: fault.startLine + 1, column: fault.startColumn + 1 }, fault.message);
    this.addImports(name, file, source);
    this.addInlineScripts(name, file);
  }

  /** The compiled templates as an expression of JavaScript: an object of functions by name. */
  code(): string {
    return this.group.getTmplGenObjectGroups();
  }

  /** Gives back the compiler's memory, which no garbage collector sees. */
  free(): void {
    this.group.free();
  }

  private addImports(name: string, file: string, source: string): void {
    for (const imported of this.group.getDirectDependencies(name) as string[]) {
      if (fs.existsSync(`${this.sources.file(imported)}.wxml`)) this.add(imported);
      else this.reportMissing(file, source, imported, '.wxml');
    }
    for (const script of this.group.getScriptDependencies(name) as string[]) {
      if (fs.existsSync(`${this.sources.file(script)}.wxs`)) this.addScript(script);
      else this.reportMissing(file, source, script, '.wxs');
    }
  }

  private reportMissing(file: string, source: string, name: string, extension: string): void {
    const lastPart = name.split('/').at(-1) ?? name;
    this.diagnostics.add(file, placeOf(source, lastPart), `${name}${extension} does not exist`);
  }

  private addScript(name: string): void {
    if (this.seen.has(`${name}.wxs`)) return;
    this.seen.add(`${name}.wxs`);
    const file = `${this.sources.file(name)}.wxs`;
    const source = fs.readFileSync(file, 'utf8');
    const fault = wxsFault(source);
    if (fault) return this.diagnostics.add(file, fault, fault.message);
    this.group.addScript(name, adaptWxs(source));
    this.addRequired(name, file, source);
  }

  private addInlineScripts(name: string, file: string): void {
    for (const module of this.group.getInlineScriptModuleNames(name) as string[]) {
      const source = this.group.getInlineScript(name, module);
      const fault = wxsFault(source);
      if (fault) {
        const line = this.group.getInlineScriptStartLine(name, module) + fault.line;
        this.diagnostics.add(file, { line, column: fault.column }, fault.message);
        this.group.setInlineScript(name, module, '');
        continue;
      }
      this.addRequired(name, file, source);
      this.group.setInlineScript(name, module, adaptWxs(source));
    }
  }

  private addRequired(name: string, file: string, source: string): void {
    for (const reference of requiresOf(source)) {
      const required = this.sources.resolve(withoutExtension(reference, '.wxs'), name, '.wxs');
      if (fs.existsSync(`${this.sources.file(required)}.wxs`)) this.addScript(required);
      else this.diagnostics.add(file, placeOf(source, reference), `${reference} does not exist`);
    }
  }
}
