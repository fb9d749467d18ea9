import { transformSync, type TransformFailure } from 'esbuild';
import { placeOfMessage, type Place } from './diagnostics';

/** Doubles a backslash unless it already stands before another, or before a quote. */
const doubled = (pattern: string): string =>
  pattern.replace(/\\(.)/g, (pair, next: string) => ('\\\'"'.includes(next) ? pair : `\\${pair}`));

/**
 * WXS differs from JavaScript in ways that the template compiler does not smooth out:
 * `x.constructor` is the name of the type, `getRegExp` takes its pattern without a second escaping,
 * and modules are looked up without `.wxs`.
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/
 */
export const adaptWxs = (source: string): string =>
  source
    .replace(
      /getRegExp\(\s*(['"])((?:\\.|(?!\1).)*)\1/g,
      (_, quote: string, pattern: string) => `getRegExp(${quote}${doubled(pattern)}${quote}`,
    )
    .replace(/([\w$]+(?:\.[\w$]+|\[[^\]]*\])*)\.constructor\b/g, '__wxsConstructor($1)')
    .replace(/(require\(\s*(['"])[^'"]+?)\.wxs\2/g, '$1$2');

/** The WXS globals, made available to every module. */
export const WXS_RUNTIME = `
var __wxsConstructor = function (value) { return value == null ? undefined : Object.prototype.toString.call(value).slice(8, -1); };
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };
var getDate = function () { return new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))(); };
`;

export const requiresOf = (source: string): string[] =>
  [...source.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1] ?? '');

/** The first syntax fault of a WXS module, if there is one. */
export const wxsFault = (source: string): (Place & { message: string }) | undefined => {
  try {
    transformSync(source, { loader: 'js', logLevel: 'silent' });
    return undefined;
  } catch (error) {
    const [first] = (error as TransformFailure).errors ?? [];
    if (!first) throw error;
    return { ...placeOfMessage(first.location), message: first.text };
  }
};
