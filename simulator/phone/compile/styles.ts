import fs from 'node:fs';
import postcss, { CssSyntaxError, type AtRule, type ChildNode, type Root, type Rule } from 'postcss';
import selectorParser, { type Node as SelectorNode } from 'postcss-selector-parser';
import { elementTemplates } from '../element-templates';
import { HOST_MARK, PREFIX_MARK, toBrowserLengths } from '../lengths';
import { placeAt, type Diagnostics } from './diagnostics';
import type { Sources } from './sources';

const importedFile = (params: string): string | undefined => /^(?:url\()?\s*['"]([^'"]+)['"]/.exec(params)?.[1];

const isKeyframe = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && /keyframes$/i.test((rule.parent as AtRule).name);

/** Compiles WXSS to CSS whose class names carry a mark for the scope of their component. */
export class Styles {
  private readonly selectors = new Map<string, string>();

  constructor(
    private readonly sources: Sources,
    private readonly diagnostics: Diagnostics,
  ) {}

  /** @param isComponent components may select by class only, as DevTools demands */
  compile(name: string, isComponent: boolean): string {
    const root = this.load(name, new Set());
    if (!root) return '';
    root.walkAtRules('font-face', (rule) => {
      // Vant loads its icon font from a CDN; the page brings the same font along.
      if (rule.toString().includes('at.alicdn.com')) rule.remove();
    });
    root.walkRules((rule) => {
      if (isKeyframe(rule)) return;
      this.checkRule(rule, isComponent && this.sources.isOurs(name));
      rule.selector = this.scoped(rule.selector);
    });
    root.walkDecls((declaration) => {
      this.checkUrl(declaration);
      declaration.value = toBrowserLengths(declaration.value);
    });
    return root.toString();
  }

  private load(name: string, seen: Set<string>): Root | undefined {
    const file = `${this.sources.file(name)}.wxss`;
    if (seen.has(file) || !fs.existsSync(file)) return undefined;
    seen.add(file);
    const root = this.parse(file);
    root?.walkAtRules('import', (rule) => this.inline(rule, name, file, seen));
    return root;
  }

  private parse(file: string): Root | undefined {
    try {
      return postcss.parse(fs.readFileSync(file, 'utf8'), { from: file });
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error;
      this.diagnostics.add(file, { line: error.line ?? 1, column: error.column ?? 1 }, error.reason);
      return undefined;
    }
  }

  private inline(rule: AtRule, from: string, file: string, seen: Set<string>): void {
    const reference = importedFile(rule.params);
    const name = reference && this.sources.resolve(reference.replace(/\.wxss$/, ''), from, '.wxss');
    if (!name || !fs.existsSync(`${this.sources.file(name)}.wxss`)) {
      this.report(rule, `@import ${rule.params}: no such file`, file);
      rule.remove();
      return;
    }
    rule.replaceWith(this.load(name, seen)?.nodes ?? []);
  }

  private checkRule(rule: Rule, classesOnly: boolean): void {
    if (rule.parent?.type === 'rule') this.report(rule, 'WXSS knows no nested rules');
    if (!classesOnly) return;
    selectorParser((root) =>
      root.walk((node) => {
        if (['tag', 'id', 'attribute'].includes(node.type))
          this.report(rule, `a component may not select by ${node.type}: ${String(node).trim()}`);
      }),
    ).processSync(rule.selector);
  }

  private checkUrl(declaration: ChildNode & { value: string }): void {
    const local = /url\(\s*(?!['"]?(?:data:|https?:|#))['"]?([^'")]*)/.exec(declaration.value);
    if (local)
      this.report(declaration, `WXSS cannot load a local file (${local[1] ?? ''}); use <image> or a data: URL`);
  }

  private report(node: ChildNode, message: string, file = node.source?.input.file ?? ''): void {
    const start = node.source?.start;
    this.diagnostics.add(file, start ? { line: start.line, column: start.column } : placeAt('', 0), message);
  }

  private scoped(selector: string): string {
    const known = this.selectors.get(selector);
    if (known !== undefined) return known;
    const scoped = selectorParser((root) => root.walk(scopeNode)).processSync(selector);
    this.selectors.set(selector, scoped);
    return scoped;
  }
}

const scopeNode = (node: SelectorNode): void => {
  if (node.type === 'class') node.value = PREFIX_MARK + node.value;
  if (node.type === 'tag' && (node.value === 'page' || node.value in elementTemplates)) node.value = `wx-${node.value}`;
  if (node.type === 'pseudo' && node.value === ':host')
    node.replaceWith(
      selectorParser.attribute({ attribute: 'wx-host', operator: '=', value: HOST_MARK, quoteMark: null, raws: {} }),
    );
};
