declare module '@wxml/parser' {
  /** @returns the root of a syntax tree; lines and columns count from 1 */
  export const parse: (source: string) => unknown;
}
