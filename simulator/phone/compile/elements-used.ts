// Named here because other programs (the tests) compile this file without its folder.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./wxml-parser.d.ts" />
import { parse } from '@wxml/parser';
import { elementTemplates, missingElements } from '../element-templates';

/** Tags that belong to the template language itself. */
const SYNTAX = new Set(['block', 'import', 'include', 'slot', 'template', 'wxs']);

interface WxmlNode {
  type: string;
  name?: string;
  children?: WxmlNode[];
  body?: WxmlNode[];
  loc?: { start: { line: number; column: number } };
}

export interface UnknownTag {
  tag: string;
  line: number;
  column: number;
}

/**
 * The tags of a template that are neither built in nor named in `usingComponents`: WeChat shows nothing for them and
 * says nothing either. Elements that only the simulator lacks are no fault of the template.
 */
export const unknownTags = (source: string, components: Iterable<string>): UnknownTag[] => {
  const known = new Set([...SYNTAX, ...Object.keys(elementTemplates), ...missingElements, ...components]);
  const found: UnknownTag[] = [];
  const visit = (node: WxmlNode): void => {
    if (node.type === 'WXElement' && node.name !== undefined && !known.has(node.name))
      found.push({ tag: node.name, ...(node.loc?.start ?? { line: 1, column: 1 }) });
    for (const child of [...(node.body ?? []), ...(node.children ?? [])]) visit(child);
  };
  visit(parse(source) as WxmlNode);
  return found;
};
