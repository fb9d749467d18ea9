import fs from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import type { Declaration } from 'postcss';

const root = path.resolve(__dirname, '../../miniprogram');

const filesBelow = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'miniprogram_npm' ? [] : filesBelow(file);
    return [file];
  });

/** The sources of one kind, by their paths in `miniprogram/`. */
export const sourcesOf = (extension: string): [file: string, text: string][] =>
  filesBelow(root)
    .filter((file) => file.endsWith(extension))
    .map((file) => [path.relative(root, file), fs.readFileSync(file, 'utf8')]);

/** Every declaration of every style sheet, with its file and selector. */
export const declarations = (): { file: string; selector: string; property: string; value: string }[] =>
  sourcesOf('.wxss').flatMap(([file, text]) => {
    const found: { file: string; selector: string; property: string; value: string }[] = [];
    postcss.parse(text).walkDecls(({ prop: property, value, parent }: Declaration) => {
      const selector = parent && 'selector' in parent ? String(parent.selector) : '';
      found.push({ file, selector, property, value });
    });
    return found;
  });

/** A tag of a template with its attributes. */
export interface Tag {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const TAG = /<([a-z][\w-]*)((?:\s+[\w:.-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g;
const ATTRIBUTE = /([\w:.-]+)(?:=(?:"([^"]*)"|'([^']*)'))?/g;

/** Every opening tag of every template. The compilers have already seen that the templates are well formed. */
export const tags = (): Tag[] =>
  sourcesOf('.wxml').flatMap(([file, text]) =>
    [...text.matchAll(TAG)].map((match) => ({
      file,
      line: text.slice(0, match.index).split('\n').length,
      name: match[1] ?? '',
      attributes: Object.fromEntries(
        [...(match[2] ?? '').matchAll(ATTRIBUTE)].map((found): [string, string] => [
          found[1] ?? '',
          found[2] ?? found[3] ?? '',
        ]),
      ),
    })),
  );
