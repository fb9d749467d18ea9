import { HOST_MARK, PREFIX_MARK } from '../../../lengths';

const pageSheets = new Map<string, HTMLStyleElement>();

const append = (css: string, scope: string): HTMLStyleElement => {
  const element = document.createElement('style');
  element.textContent = css.replaceAll(HOST_MARK, scope).replaceAll(PREFIX_MARK, scope ? `${scope}--` : '');
  document.head.append(element);
  return element;
};

/** @param scope name that prefixes the classes; empty for styles shared by all pages */
export const addComponentStyle = (css: string, scope: string): void => {
  if (css) append(css, scope);
};

/** The style of a page holds only while the page is shown: on a phone each page is a document of its own. */
export const addPageStyle = (path: string, css: string, scope: string): void => {
  const element = append(css, scope);
  element.disabled = true;
  pageSheets.set(path, element);
};

export const usePageStyle = (path: string): void => {
  for (const [owner, element] of pageSheets) element.disabled = owner !== path;
};
